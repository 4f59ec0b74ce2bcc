import { dropMark, isMarked, markOf, setMark } from '../marks';
import { nothingSpeaksAgainst } from './ask-first';
import { announce, announceNext } from './announce';
import { bodyOf, unreadNumbers } from './fields/body';
import { dropAllDrafts, dropDraft, keepForm } from './draft/draft';
import { fieldsOf } from './fields/fields';
import { clearNotes, notesOf, showNote, showRefusal, showUnreadNumbers } from './fields/form-notes';
import { startLongWork } from './long-work';
import { newId } from './draft/once-id';
import { refreshParts } from './refresh';
import { sendJson, type Refusal, type Sent } from './send';
import { signInAgain } from './sign-in/sign-in';

/** Sends a form to the API at the address that it names, and shows in place what came of it. */
export async function submitForm(form: HTMLFormElement, warned = false): Promise<void> {
  if (form.getAttribute('aria-busy') === 'true') return;
  clearNotes(form);
  const unread = unreadNumbers(fieldsOf(form));
  if (unread.length > 0) return showUnreadNumbers(form, unread);
  setBusy(form, true);
  if (!warned && !(await nothingSpeaksAgainst(form, () => void submitForm(form, true))))
    return setBusy(form, false);
  const long = markOf(form, 'long');
  const work = long === undefined ? undefined : startLongWork(notesOf(form), long);
  const sent = await send(form, work?.signal);
  work?.end();
  setBusy(form, false);
  if (work?.cancelled()) sayCancelled(form);
  else if (sent.kind === 'answered') await done(form, sent.data);
  else if (sent.kind === 'offline') waitForConnection(form);
  else if (sent.refusal.status === 401 && !isLogin(form)) await goOnSignedIn(form);
  else if (sent.refusal.status === 412) offerReload(form);
  else if (mayShow(form, sent.refusal)) showRefusal(form, sent.refusal);
}

/** An island may take a refusal up and show it in its own way. */
function mayShow(form: HTMLFormElement, detail: Refusal): boolean {
  return form.dispatchEvent(new CustomEvent('api:refused', { bubbles: true, cancelable: true, detail }));
}

/** The key under which a form's values are kept while they are not saved. */
export function draftKey(form: HTMLFormElement): string {
  return markOf(form, 'draft') ?? `${location.pathname} ${markOf(form, 'api') ?? ''}`;
}

function send(form: HTMLFormElement, signal?: AbortSignal): Promise<Sent> {
  const [method = 'POST', path = ''] = (markOf(form, 'api') ?? '').split(' ');
  const fields = fieldsOf(form);
  const body = bodyOf(fields);
  if (method === 'POST' && fields.length > 0 && !isMarked(form, 'noId')) body['id'] ??= onceId(form);
  if (isMarked(form, 'draft')) keepForm(draftKey(form), form);
  const empty = method === 'DELETE' || (method === 'POST' && fields.length === 0);
  return sendJson(method, path, empty ? undefined : body, {
    version: markOf(form, 'version'),
    signal,
  });
}

/** The id of what the form writes: made once, so that sending twice writes once. */
function onceId(form: HTMLFormElement): string {
  const id = markOf(form, 'onceId') ?? newId();
  setMark(form, 'onceId', id);
  return id;
}

async function done(form: HTMLFormElement, data: unknown): Promise<void> {
  dropMark(form, 'onceId');
  dropDraft(draftKey(form));
  if (markOf(form, 'api')?.endsWith('/auth/logout')) dropAllDrafts();
  const proceed = form.dispatchEvent(
    new CustomEvent('api:saved', { bubbles: true, cancelable: true, detail: data }),
  );
  if (!proceed) return;
  const saved = markOf(form, 'saved');
  const then = markOf(form, 'after') ?? 'reload';
  if (then === 'close' || then === 'refresh') {
    const parts = markOf(form, 'refresh');
    if (parts) await refreshParts(parts.split(/\s+/), markOf(form, 'refreshFrom') ?? location.href);
    form.dispatchEvent(new CustomEvent('api:close', { bubbles: true }));
    form.closest('dialog')?.close();
    form.closest('details')?.removeAttribute('open');
    announce(saved ?? 'Saved.');
    return;
  }
  if (saved) announceNext(saved);
  if (then === 'reload') {
    // A browser puts back what stood in the fields before a reload: here that is saved, and would hide what is.
    form.autocomplete = 'off';
    location.reload();
  } else location.assign(fillPath(then, data));
}

/** `/courses/{courseId}` with the fields of the answer. */
function fillPath(path: string, data: unknown): string {
  const fields = (data ?? {}) as Record<string, unknown>;
  return path.replaceAll(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(asText(fields[key])));
}

function waitForConnection(form: HTMLFormElement): void {
  keepForm(draftKey(form), form);
  const again = (): void => {
    removeEventListener('online', again);
    if (form.isConnected) void submitForm(form);
  };
  addEventListener('online', again);
  showNote(form, 'bad', 'Not saved: no connection. Nothing you typed is lost.', [
    { label: 'Try again', act: again },
  ]);
}

function sayCancelled(form: HTMLFormElement): void {
  showNote(form, 'warn', 'Cancelled: nothing was changed, unless it was done at that very moment.', [
    { label: 'See how it stands', act: () => location.reload() },
  ]);
}

async function goOnSignedIn(form: HTMLFormElement): Promise<void> {
  if (await signInAgain()) return submitForm(form);
  showNote(form, 'warn', 'Not saved: you are not signed in. Nothing you typed is lost.', [
    { label: 'Save', act: () => void submitForm(form) },
  ]);
}

function offerReload(form: HTMLFormElement): void {
  keepForm(draftKey(form), form);
  const reload = (): void => {
    keepForm(draftKey(form), form);
    location.reload();
  };
  showNote(form, 'warn', 'Somebody else changed this meanwhile. Reload to see it: what you typed stays.', [
    { label: 'Reload', act: reload },
  ]);
}

function isLogin(form: HTMLFormElement): boolean {
  return markOf(form, 'api')?.endsWith('/auth/login') === true;
}

function setBusy(form: HTMLFormElement, busy: boolean): void {
  form.setAttribute('aria-busy', String(busy));
  form
    .querySelectorAll('button[type="submit"]')
    .forEach((button) => button.setAttribute('aria-disabled', String(busy)));
}

/** A field of an answer as a part of an address. */
function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
