import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Gives the focus to a field once it is there, as a row that is being added. `first` has it at the start, unless it would
 * bring up a keyboard; `stays`: without moving the page to it, so that what stands above is read first.
 */
export function useFieldFocus(first: string, stays: boolean): (id: string) => void {
  const next = useRef<string>();
  const still = useRef(stays);
  useEffect(() => {
    if (window.matchMedia('(hover: hover)').matches) next.current = first;
  }, []);
  useLayoutEffect(() => {
    if (!next.current || !focusField(next.current, { preventScroll: still.current })) return;
    next.current = undefined;
    still.current = false;
  });
  return (id) => {
    next.current = id;
  };
}

/** The field that has the focus and was clicked since: the next click sets the caret. */
let clicked: HTMLInputElement | undefined;

/**
 * A field whose content is taken over by what is typed next, however it came to the focus: by the page, a key or a click.
 * The first click would drop the selection, so that 60 typed over 80 became 6080.
 */
export const selectsOnFocus = {
  onFocus({ currentTarget }: { readonly currentTarget: HTMLInputElement }) {
    clicked = undefined;
    currentTarget.select();
  },
  onMouseDown(event: MouseEvent & { readonly currentTarget: HTMLInputElement }) {
    const field = event.currentTarget;
    const isHere = document.activeElement === field;
    if (isHere && (clicked === field || !isSelected(field))) return;
    event.preventDefault();
    if (!isHere) field.focus();
    clicked = field;
  },
} as const;

function isSelected({ selectionStart, selectionEnd, value }: HTMLInputElement): boolean {
  return selectionStart === 0 && selectionEnd === value.length;
}

/** Gives the focus to a field that is there; answers whether it is. */
export function focusField(id: string, options?: FocusOptions): boolean {
  const field = document.getElementById(id);
  field?.focus(options);
  return field !== null;
}
