import { marked, marks } from '../../marks';
import { nameOfPointer } from './body';
import { element } from '../element';
import { saidDays } from '../../../shared/day-text';
import { controlsOf, fieldsOf, type FormControl } from './fields';
import { nameInForm } from './given-rows';
import type { Refusal } from '../send';
import { CLASSES } from '../../../shared/classes';

export interface NoteAction {
  readonly label: string;
  readonly act: () => void;
}

/** A notice at the top of a form, read out by a screen reader. Takes the place of the one before. */
export function showNote(
  form: HTMLFormElement,
  tone: 'good' | 'warn' | 'bad',
  text: string,
  actions: readonly NoteAction[] = [],
): HTMLElement {
  const region = notesOf(form);
  const note = element('div', { class: CLASSES.notice[tone] }, element('p', {}, text));
  if (actions.length > 0) {
    const buttons = actions.map(({ label, act }) =>
      element('button', { type: 'button', onclick: () => act() }, label),
    );
    note.append(element('div', { class: 'row' }, ...buttons));
  }
  region.replaceChildren(note);
  return note;
}

export function clearNotes(form: HTMLFormElement): void {
  form.querySelector(marked('notes'))?.replaceChildren();
  form.querySelectorAll(marked('errorOf')).forEach((error) => error.remove());
  for (const control of controlsOf(form)) {
    control.removeAttribute('aria-invalid');
    const described = (control.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .filter((id) => !id.startsWith('error-'));
    if (described.join('') === '') control.removeAttribute('aria-describedby');
    else control.setAttribute('aria-describedby', described.join(' '));
  }
}

/** Shows a refusal: each error beside its field, the rest in the notice, a reason asked for what may be confirmed. */
export function showRefusal(form: HTMLFormElement, refusal: Refusal): void {
  const { errors = [], findings = [], detail, status } = refusal;
  const fields = fieldsOf(form);
  const homeless = errors.filter(
    ({ pointer, message }) => !showFieldError(form, nameInForm(nameOfPointer(pointer), fields), message),
  );
  const text = errors.length > homeless.length && status === 400 ? needsALook(errors.length) : detail;
  const note = showNote(form, 'bad', text);
  const lines = [
    ...homeless.filter(({ message }) => message !== text).map(({ message }) => message),
    ...findings.filter(({ severity }) => severity !== 'confirm').map(({ message }) => message),
  ];
  if (lines.length > 0) note.append(element('ul', {}, ...lines.map((line) => element('li', {}, line))));
  findings.filter(({ severity }) => severity === 'confirm').forEach((finding) => askReason(form, finding));
  focusFirstToChange(form);
}

/** Refuses what was typed as a number and is none, beside its field: it never becomes another value on its way. */
export function showUnreadNumbers(form: HTMLFormElement, names: readonly string[]): void {
  names.forEach((name) => showFieldError(form, name, NO_NUMBER));
  showNote(form, 'bad', needsALook(names.length));
  focusFirstToChange(form);
}

const NO_NUMBER = 'This is not read as a number. Write it with digits and a decimal point, like 1234.5.';

function needsALook(count: number): string {
  return `Not saved: ${count === 1 ? 'one field needs' : `${count} fields need`} a look.`;
}

function focusFirstToChange(form: HTMLFormElement): void {
  const first = form.querySelector<HTMLElement>(
    `[aria-invalid="true"], ${marked('findingReason')}:placeholder-shown`,
  );
  const folded = first?.closest('details');
  if (folded && form.contains(folded)) folded.open = true;
  first?.focus();
}

function showFieldError(form: HTMLFormElement, name: string, message: string): boolean {
  const control = controlsOf(form).find((field) => field.name === name || field.name === `${name}[]`);
  if (!control || control.type === 'hidden') return false;
  const id = `error-${name.replaceAll(/\W+/g, '-')}-${Math.random().toString(36).slice(2, 7)}`;
  const error = element(
    'p',
    { class: 'error', id, ...marks({ errorOf: name }) },
    inWords(message, name, control),
  );
  (control.closest('.field') ?? control.parentElement)?.append(error);
  control.setAttribute('aria-invalid', 'true');
  control.setAttribute(
    'aria-describedby',
    [control.getAttribute('aria-describedby'), id].filter(Boolean).join(' '),
  );
  return true;
}

/** A message of the API as it reads beside its field: the field by its label, days as people write them. */
function inWords(message: string, name: string, control: FormControl): string {
  const key = /\w+$/.exec(name)?.[0];
  const label = control.labels?.[0]?.firstChild?.textContent?.trim();
  return saidDays(key && label ? message.replace(new RegExp(`^${key}\\b`), `“${label}”`) : message);
}

/** A reason for a finding, sent as `confirmed: [{ code, reason }]`. A reason already typed stays. */
function askReason(
  form: HTMLFormElement,
  { code, message }: { readonly code: string; readonly message: string },
): void {
  const asked = [...form.querySelectorAll<HTMLInputElement>(marked('findingCode'))];
  if (asked.some(({ value }) => value === code)) return;
  const name = `confirmed[${asked.length}]`;
  const id = `reason-${code}`;
  const field = element(
    'div',
    { class: 'field notice notice-warn' },
    element('p', {}, saidDays(message)),
    element('label', { for: id }, 'Reason to go on all the same'),
    element('input', { type: 'hidden', name: `${name}.code`, value: code, ...marks({ findingCode: true }) }),
    element('input', {
      id,
      name: `${name}.reason`,
      required: true,
      placeholder: ' ',
      ...marks({ findingReason: true }),
    }),
  );
  notesOf(form).after(field);
}

/** Where a form says what came of it. */
export function notesOf(form: HTMLFormElement): HTMLElement {
  const region = form.querySelector<HTMLElement>(marked('notes'));
  if (region) return region;
  const made = element('div', { class: 'form-notes', 'aria-live': 'assertive', ...marks({ notes: true }) });
  form.prepend(made);
  return made;
}
