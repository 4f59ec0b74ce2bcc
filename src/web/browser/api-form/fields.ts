import type { FieldValue } from './body';

export type FormControl = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The controls of a form that carry a value. */
export function controlsOf(form: HTMLFormElement): FormControl[] {
  return [...form.elements].filter((one): one is FormControl => isControl(one) && one.name !== '');
}

export function isControl(one: Element): one is FormControl {
  return (
    one instanceof HTMLInputElement || one instanceof HTMLSelectElement || one instanceof HTMLTextAreaElement
  );
}

/** What a form's controls hold now; of a form with `data-changed` only those that differ from what the page came with. */
export function fieldsOf(form: HTMLFormElement): FieldValue[] {
  const all = form.dataset['changed'] === undefined;
  return controlsOf(form)
    .filter((control) => !control.disabled && (all || isSentUnchanged(control) || isChanged(control)))
    .flatMap((control): FieldValue[] => {
      const base = {
        name: control.name,
        types: (control.dataset['type'] ?? '').split(/\s+/).filter(Boolean),
        zone: control.closest<HTMLElement>('[data-zone]')?.dataset['zone'],
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
  return control.type === 'hidden' || control.dataset['proposed'] !== undefined;
}

export function boxOf(control: FormControl): 'checkbox' | 'radio' | undefined {
  return control.type === 'checkbox' || control.type === 'radio' ? control.type : undefined;
}
