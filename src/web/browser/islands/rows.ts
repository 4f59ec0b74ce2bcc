import { isPlainDate } from '../../../clinical/calendar';
import { isOpenOn, type ClosedDays } from '../../../clinical/due/open-days';
import { announce } from '../api-form/announce';
import { shortDay } from '../../shared/day-text';

/** Forms inside a row of a list, and lists that go on: a copy of the form is put where it is asked for. */
document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const opener = event.target.closest<HTMLButtonElement>('button[data-open]');
  if (opener) toggle(opener);
  if (event.target.closest('[data-close]')) close(event.target.closest<HTMLElement>('[data-row]'));
  const more = event.target.closest<HTMLAnchorElement>('a[data-more]');
  if (more && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    void showMore(more);
  }
});

document.addEventListener('input', ({ target }) => {
  if (target instanceof HTMLInputElement) sayWhetherClosed(target);
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !(event.target instanceof Element)) return;
  if (event.target.closest('[data-slot]')) close(event.target.closest<HTMLElement>('[data-row]'));
});

document.addEventListener('api:close', (event) => {
  if (event.target instanceof Element) close(event.target.closest<HTMLElement>('[data-row]'));
});

function toggle(opener: HTMLButtonElement): void {
  const row = opener.closest<HTMLElement>('[data-row]');
  const slot = row?.querySelector<HTMLElement>('[data-slot]');
  const name = opener.dataset['open'] ?? '';
  const template = document.querySelector<HTMLTemplateElement>(`template[data-form="${name}"]`);
  if (!row || !slot || !template) return;
  const wasOpen = opener.getAttribute('aria-expanded') === 'true';
  close(row);
  if (wasOpen) return;
  const values = JSON.parse(row.dataset['values'] ?? '{}') as Record<string, string>;
  const copy = document.importNode(template.content, true);
  copy.querySelectorAll('*').forEach((one) => fillIn(one, values));
  slot.replaceChildren(copy);
  slot.querySelectorAll('input').forEach(sayWhetherClosed);
  // Once it is booked, a link takes the place of the button.
  row.dataset['focus'] = name === 'book' ? '[data-open="book"], .due-act a' : `[data-open="${name}"]`;
  opener.setAttribute('aria-expanded', 'true');
  slot.querySelector<HTMLElement>('input:not([type="hidden"]), select')?.focus();
}

function close(row: HTMLElement | null | undefined): void {
  const slot = row?.querySelector<HTMLElement>('[data-slot]');
  if (!row || !slot) return;
  const hadFocus = slot.contains(document.activeElement);
  slot.replaceChildren();
  row.querySelectorAll('[data-open]').forEach((one) => one.setAttribute('aria-expanded', 'false'));
  if (hadFocus) row.querySelector<HTMLElement>(row.dataset['focus'] ?? '[data-open]')?.focus();
}

/** Braces in attributes and texts, and the first values of fields: `{courseId}`, `startsAt`. */
function fillIn(one: Element, values: Readonly<Record<string, string>>): void {
  const filled = (text: string): string =>
    text.replaceAll(/\{(\w+)\}/g, (brace, key: string) => values[key] ?? brace);
  for (const { name, value } of one.attributes)
    if (value.includes('{')) one.setAttribute(name, filled(value));
  for (const child of one.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) child.textContent = filled(child.textContent ?? '');
  }
  if (!(one instanceof HTMLInputElement || one instanceof HTMLSelectElement) || one.dataset['empty']) return;
  const value = values[one.name];
  if (value !== undefined) one.value = value;
}

/** A day on which the clinic is closed may be meant, and may be a slip. */
function sayWhetherClosed(field: HTMLInputElement): void {
  const place = field.closest<HTMLElement>('[data-closed]');
  const note = place?.querySelector('.closed-note');
  if (!place || !note) return;
  const day = field.value.slice(0, 10);
  const closed =
    isPlainDate(day) && !isOpenOn(day, JSON.parse(place.dataset['closed'] ?? '{}') as ClosedDays);
  note.textContent = closed ? `The clinic is closed on ${shortDay(day)}.` : '';
}

/** The rows that follow are put below the last one; where that fails, the link is followed. */
async function showMore(link: HTMLAnchorElement): Promise<void> {
  const selector = link.dataset['more'] ?? '';
  link.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(link.href, { credentials: 'same-origin' });
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
    const rows = [...fresh.querySelectorAll(`${selector} [data-rows] > *`)].map((row) =>
      document.importNode(row, true),
    );
    if (!response.ok || response.redirected || rows.length === 0) throw new Error('no rows');
    document.querySelector(`${selector} [data-rows]`)?.append(...rows);
    const next = fresh.querySelector<HTMLAnchorElement>(`${selector} a[data-more]`);
    if (next) link.href = next.href;
    else link.remove();
    link.removeAttribute('aria-busy');
    rows[0]?.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true });
    announce(`${rows.length} more shown.`);
  } catch {
    location.assign(link.href);
  }
}
