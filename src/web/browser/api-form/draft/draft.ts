import { markOf, setMark } from '../../marks';
import { draftIn, draftName, DRAFTS, mayStay, writeDraft } from './draft-owner';
import { boxOf, isControl, type FormControl } from '../fields/fields';

/** Keeps what somebody is typing in this browser until it is saved. Where the browser keeps nothing, typing goes on. */
export function keepDraft(key: string, value: unknown): void {
  try {
    localStorage.setItem(draftName(whoTypes(), key), writeDraft(value, new Date()));
  } catch {
    // A full or forbidden store must not stop anybody from typing.
  }
}

export function readDraft(key: string): unknown {
  try {
    const text = localStorage.getItem(draftName(whoTypes(), key));
    return text === null ? undefined : draftIn(text, new Date())?.value;
  } catch {
    return undefined;
  }
}

export function dropDraft(key: string): void {
  try {
    localStorage.removeItem(draftName(whoTypes(), key));
  } catch {
    // Nothing was kept then.
  }
}

/** Removes every draft: on signing out, the next person at this desk must not find them. */
export function dropAllDrafts(): void {
  dropDrafts(() => true);
}

/** Removes what is not of the user whom the page was made for, and what is too old. Where nobody is signed in all stays, for whoever signs in again. */
export function dropForeignDrafts(): void {
  const userId = whoTypes();
  if (userId !== '') dropDrafts((name, text) => !mayStay(name, text, userId, new Date()));
}

function dropDrafts(which: (name: string, text: string) => boolean): void {
  try {
    Object.keys(localStorage)
      .filter((name) => name.startsWith(DRAFTS) && which(name, localStorage.getItem(name) ?? ''))
      .forEach((name) => localStorage.removeItem(name));
  } catch {
    // Nothing was kept then.
  }
}

/** The id of the user whom the page was made for; '' where nobody is signed in. */
export function whoTypes(): string {
  return markOf(document.body, 'user') ?? '';
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
