import { announceLeft } from '../api-form/announce';
import { dropDraft, dropForeignDrafts, keepForm, restoreForm } from '../api-form/draft/draft';
import { controlsOf } from '../api-form/fields/fields';
import { findOnSlash, proposeOnFocus } from '../api-form/find-key';
import { showNote } from '../api-form/fields/form-notes';
import { coverWhenIdle } from '../api-form/idle';
import { draftKey, submitForm } from '../api-form/submit';
import { isMarked, marked, markOf, setMark } from '../marks';

/** Sends every form marked with an address of the API to it, also those that appear later. */
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  const toApi = isMarked(form, 'api');
  if (form.method === 'get' && !toApi) leaveOutEmpty(form);
  if (!toApi || event.defaultPrevented) return;
  event.preventDefault();
  const ask = markOf(form, 'confirm');
  if (ask && !confirm(ask)) return;
  void submitForm(form);
});

document.addEventListener('input', (event) => {
  const form = (event.target as Element | null)?.closest?.('form');
  if (event.isTrusted && form && isMarked(form, 'draft')) keepForm(draftKey(form), form);
});

document.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest(marked('print'))) print();
});

/** An address names only what was asked for. */
function leaveOutEmpty(form: HTMLFormElement): void {
  const empty = controlsOf(form).filter((control) => control.value === '' && !control.disabled);
  empty.forEach((control) => (control.disabled = true));
  setTimeout(() => empty.forEach((control) => (control.disabled = false)));
}

dropForeignDrafts();
findOnSlash();
proposeOnFocus();

/** Drafts come back, and what was typed before a reload that somebody else's change asked for. */
for (const form of document.querySelectorAll<HTMLFormElement>(marked('api'))) {
  const key = draftKey(form);
  if (!restoreForm(key, form)) continue;
  if (!isMarked(form, 'draft')) dropDraft(key);
  const discard = (): void => {
    dropDraft(key);
    location.reload();
  };
  showNote(form, 'warn', 'This is what you typed before. It is not saved yet.', [
    { label: 'Discard it', act: discard },
  ]);
}

coverWhenIdle();
setMark(document.documentElement, 'ready', true);
announceLeft();
