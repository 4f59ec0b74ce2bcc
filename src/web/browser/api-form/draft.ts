import { markOf, setMark } from '../marks';
import { boxOf, isControl, type FormControl } from './fields';

const PREFIX = 'draft:';

/** Keeps what somebody is typing in this browser until it is saved. Where the browser keeps nothing, typing goes on. */
export function keepDraft(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // A full or forbidden store must not stop anybody from typing.
  }
}

export function readDraft(key: string): unknown {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function dropDraft(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // Nothing was kept then.
  }
}

/** Removes every draft: on signing out, the next person at this desk must not find them. */
export function dropAllDrafts(): void {
  try {
    Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .forEach((key) => localStorage.removeItem(key));
  } catch {
    // Nothing was kept then.
  }
}

interface FormDraft {
  readonly id?: string;
  readonly values: readonly (readonly [name: string, value: string, checked: boolean | null])[];
}

/** Keeps a form's values. Passwords are never kept. */
export function keepForm(key: string, form: HTMLFormElement): void {
  const values = keptControls(form).map((control) => [
    control.id || control.name,
    control.value,
    boxOf(control) ? (control as HTMLInputElement).checked : null,
  ]);
  keepDraft(key, { id: markOf(form, 'onceId'), values });
}

/** Puts kept values back into a form. Answers whether there were any. */
export function restoreForm(key: string, form: HTMLFormElement): boolean {
  const draft = readDraft(key) as FormDraft | undefined;
  if (!draft || !Array.isArray(draft.values)) return false;
  if (draft.id) setMark(form, 'onceId', draft.id);
  const left = [...draft.values];
  for (const control of keptControls(form)) {
    const box = boxOf(control);
    const found = left.findIndex(
      ([name, value]) => name === (control.id || control.name) && (!box || value === control.value),
    );
    if (found < 0) continue;
    const [[, value, checked] = ['', '', null]] = left.splice(found, 1);
    if (box) (control as HTMLInputElement).checked = checked === true;
    else control.value = value;
  }
  form.dispatchEvent(new Event('input', { bubbles: true }));
  form.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}

/** What somebody typed or chose. A line of a list has no name until it is filled in, but an id. */
function keptControls(form: HTMLFormElement): FormControl[] {
  return [...form.elements].filter(
    (control): control is FormControl =>
      isControl(control) &&
      control.type !== 'password' &&
      control.type !== 'hidden' &&
      (control.id || control.name) !== '',
  );
}
