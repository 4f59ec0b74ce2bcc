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

/** A field whose content is taken over by what is typed next, however it came to the focus: a click would drop the selection. */
export const selectsOnFocus = {
  onFocus: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => currentTarget.select(),
  onMouseDown(event: MouseEvent & { readonly currentTarget: HTMLInputElement }) {
    if (document.activeElement === event.currentTarget) return;
    event.preventDefault();
    event.currentTarget.focus();
  },
} as const;

/** Gives the focus to a field that is there; answers whether it is. */
export function focusField(id: string, options?: FocusOptions): boolean {
  const field = document.getElementById(id);
  field?.focus(options);
  return field !== null;
}
