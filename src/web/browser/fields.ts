import type { FieldValue } from './body';

export type FormControl = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The controls of a form that carry a value. */
export function controlsOf(form: HTMLFormElement): FormControl[] {
  return [...form.elements].filter(
    (one): one is FormControl =>
      (one instanceof HTMLInputElement ||
        one instanceof HTMLSelectElement ||
        one instanceof HTMLTextAreaElement) &&
      one.name !== '',
  );
}

/** What a form's controls hold now. */
export function fieldsOf(form: HTMLFormElement): FieldValue[] {
  return controlsOf(form)
    .filter((control) => !control.disabled)
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

export function boxOf(control: FormControl): 'checkbox' | 'radio' | undefined {
  return control.type === 'checkbox' || control.type === 'radio' ? control.type : undefined;
}
