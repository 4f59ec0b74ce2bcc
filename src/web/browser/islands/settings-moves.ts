import { moveWords, type Moves } from '../../shared/move-words';
import { bodyOf, unreadNumbers } from '../api-form/fields/body';
import { fieldsOf } from '../api-form/fields/fields';
import { clearNotes, notesOf, showNote, showRefusal } from '../api-form/fields/form-notes';
import { startLongWork } from '../api-form/long-work';
import { sendJson } from '../api-form/send';
import { submitForm } from '../api-form/submit';
import { isMarked, markOf } from '../marks';

/** Tells what a change of the settings would move, and saves it once somebody says so. What moves nothing is saved at once. */
document.addEventListener(
  'submit',
  (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !isMarked(form, 'asksMoves')) return;
    event.preventDefault();
    if (form.getAttribute('aria-busy') !== 'true') void ask(form);
  },
  { capture: true },
);

async function ask(form: HTMLFormElement): Promise<void> {
  const fields = fieldsOf(form);
  if (unreadNumbers(fields).length > 0) return submitForm(form);
  clearNotes(form);
  const [method = 'POST', path = ''] = (markOf(form, 'asksMoves') ?? '').split(' ');
  form.setAttribute('aria-busy', 'true');
  const work = startLongWork(notesOf(form), 'Working out what would move');
  const sent = await sendJson(method, path, bodyOf(fields), { signal: work.signal });
  work.end();
  form.setAttribute('aria-busy', 'false');
  if (work.cancelled()) return;
  // A value that is refused, a sign-in that has expired and a lost connection are answered as on saving.
  if (sent.kind === 'offline' || (sent.kind === 'refused' && [400, 401].includes(sent.refusal.status)))
    return submitForm(form);
  if (sent.kind === 'refused') return showRefusal(form, sent.refusal);
  const words = moveWords(sent.data as Moves);
  return words === undefined ? submitForm(form) : confirmMoves(form, words);
}

function confirmMoves(form: HTMLFormElement, words: string): void {
  const note = showNote(form, 'warn', `${words} Nothing is saved yet.`, [
    { label: 'Save it', act: () => void submitForm(form) },
    { label: 'Do not save', act: () => clearNotes(form) },
  ]);
  note.querySelector('button')?.focus();
}
