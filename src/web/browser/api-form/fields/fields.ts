import { isMarked, marked, markOf } from '../../marks';
import type { FieldValue } from './body';

export type FormControl = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The controls of a form that carry a value. */
export function controlsOf(form: HTMLFormElement): FormControl[] {
  return [...form.elements].filter(
    (control): control is FormControl => isControl(control) && control.name !== '',
  );
}

export function isControl(element: Element): element is FormControl {
  return [HTMLInputElement, HTMLSelectElement, HTMLTextAreaElement].some((kind) => element instanceof kind);
}

/** What a form's controls hold now; of a form that sends what was changed, only those that differ from what the page came with. */
export function fieldsOf(form: HTMLFormElement): FieldValue[] {
  const all = !isMarked(form, 'changed');
  return controlsOf(form)
    .filter((control) => !control.disabled && (all || isSentUnchanged(control) || isChanged(control)))
    .flatMap((control): FieldValue[] => {
      const base = {
        name: control.name,
        types: markOf(control, 'sentAs') ?? [],
        zone: zoneOf(control),
      };
      if (control instanceof HTMLSelectElement && control.multiple) {
        return [...control.selectedOptions].map(({ value }) => ({ ...base, value }));
      }
      const box = boxOf(control);
      return [
        {
          ...base,
          value: control.value,
          ...(box && { box, checked: (control as HTMLInputElement).checked }),
        },
      ];
    });
}

/** Does it hold something else than the page came with? */
export function isChanged(control: FormControl): boolean {
  if (control instanceof HTMLSelectElement)
    return [...control.options].some(({ selected, defaultSelected }) => selected !== defaultSelected);
  if (control instanceof HTMLInputElement && boxOf(control))
    return control.checked !== control.defaultChecked;
  return control.value !== control.defaultValue;
}

/** A proposal that stands until somebody changes it, and what is said without a field. */
function isSentUnchanged(control: FormControl): boolean {
  return control.type === 'hidden' || isMarked(control, 'proposed');
}

function zoneOf(control: FormControl): string | undefined {
  const place = control.closest<HTMLElement>(marked('zone'));
  return place ? markOf(place, 'zone') : undefined;
}

export function boxOf(control: FormControl): 'checkbox' | 'radio' | undefined {
  return control.type === 'checkbox' || control.type === 'radio' ? control.type : undefined;
}
