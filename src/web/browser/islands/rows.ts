import { isPlainDate } from '../../../clinical/calendar';
import { isOpenOn } from '../../../clinical/due/open-days';
import { announce } from '../api-form/announce';
import { refreshParts } from '../api-form/refresh';
import { firstFree, type ProposedTime } from '../booking/first-free';
import { offerCourses, type Offer } from '../booking/offer-courses';
import { isMarked, marked, markOf, setMark, type RowForm } from '../marks';
import { shortDay } from '../../shared/day-text';

/** Forms inside a row of a list, and lists that go on: a copy of the form is put where it is asked for. */
document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const opener = event.target.closest<HTMLButtonElement>(marked('open'));
  if (opener) void toggle(opener);
  if (event.target.closest(marked('close'))) close(event.target.closest<HTMLElement>(marked('row')));
  const more = event.target.closest<HTMLAnchorElement>(marked('more'));
  if (more && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    void showMore(more);
  }
  const printer = event.target.closest<HTMLButtonElement>(marked('printAll'));
  if (printer) void printAll(printer);
});

/** Who stands where has changed with the row. */
document.addEventListener('api:saved', ({ target }) => {
  if (target instanceof Element && target.closest(marked('row')) && document.querySelector(marked('counts')))
    void refreshParts([marked('counts')]);
});

document.addEventListener('input', ({ target }) => {
  if (target instanceof HTMLInputElement) sayWhetherClosed(target);
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !(event.target instanceof Element)) return;
  if (event.target.closest(marked('slot'))) close(event.target.closest<HTMLElement>(marked('row')));
});

document.addEventListener('api:close', (event) => {
  if (event.target instanceof Element) close(event.target.closest<HTMLElement>(marked('row')));
});

async function toggle(opener: HTMLButtonElement): Promise<void> {
  const row = opener.closest<HTMLElement>(marked('row'));
  const slot = row?.querySelector<HTMLElement>(marked('slot'));
  const name = markOf(opener, 'open') as RowForm;
  const template = document.querySelector<HTMLTemplateElement>(marked('rowForm', name));
  if (!row || !slot || !template) return;
  const wasOpen = opener.getAttribute('aria-expanded') === 'true';
  close(row);
  if (wasOpen) return;
  opener.setAttribute('aria-expanded', 'true');
  const given = { ...markOf(row, 'values'), ...markOf(opener, 'values') };
  const offer = name === 'book' ? offerOf(row, given, template) : undefined;
  const values = { ...given, ...(offer && (await firstTime(offer))) };
  if (opener.getAttribute('aria-expanded') !== 'true') return;
  const copy = document.importNode(template.content, true);
  copy.querySelectorAll('*').forEach((part) => fillIn(part, values));
  slot.replaceChildren(copy);
  const form = slot.querySelector('form');
  if (form && offer) offerCourses(form, offer);
  slot.querySelectorAll('input').forEach(sayWhetherClosed);
  // Once it is booked, a link takes the place of the button.
  setMark(row, 'focus', name === 'book' ? `${marked('open', name)}, .called-act a` : marked('open', name));
  slot.querySelector<HTMLElement>('input:not([type="hidden"]), select')?.focus();
}

type Values = Readonly<Record<string, string>>;

/** What is booked in a row, and what may be booked with it. */
function offerOf(row: HTMLElement, { courseId }: Values, template: HTMLTemplateElement): Offer | undefined {
  const form = template.content.querySelector('form');
  const zone = form ? markOf(form, 'zone') : undefined;
  if (!courseId || !zone) return undefined;
  const others = (markOf(row, 'others') ?? []).filter((other) => other.courseId !== courseId);
  return { courseId, others, zone };
}

function firstTime({ courseId, others, zone }: Offer): Promise<ProposedTime | undefined> {
  const proposed = others.filter((other) => other.proposed).map((other) => other.courseId);
  return firstFree(courseId, proposed, zone);
}

function close(row: HTMLElement | null | undefined): void {
  const slot = row?.querySelector<HTMLElement>(marked('slot'));
  if (!row || !slot) return;
  const hadFocus = slot.contains(document.activeElement);
  slot.replaceChildren();
  row.querySelectorAll(marked('open')).forEach((opener) => opener.setAttribute('aria-expanded', 'false'));
  if (hadFocus) row.querySelector<HTMLElement>(markOf(row, 'focus') ?? marked('open'))?.focus();
}

/** Braces in attributes and texts, and the first values of fields: `{courseId}`, `startsAt`. */
function fillIn(part: Element, values: Values): void {
  const filled = (text: string): string =>
    text.replaceAll(/\{(\w+)\}/g, (brace, key: string) => values[key] ?? brace);
  for (const { name, value } of part.attributes)
    if (value.includes('{')) part.setAttribute(name, filled(value));
  for (const child of part.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) child.textContent = filled(child.textContent ?? '');
  }
  if (!(part instanceof HTMLInputElement || part instanceof HTMLSelectElement) || isMarked(part, 'empty'))
    return;
  const value = values[part.name];
  if (value === undefined) return;
  if (part instanceof HTMLInputElement && part.type === 'checkbox') part.checked = value === 'true';
  else part.value = value;
}

/** A day on which the clinic is closed may be meant, and may be a slip. */
function sayWhetherClosed(field: HTMLInputElement): void {
  const place = field.closest<HTMLElement>(marked('closed'));
  const note = place?.querySelector('.closed-note');
  if (!place || !note) return;
  const day = field.value.slice(0, 10);
  const closedDays = markOf(place, 'closed');
  const closed = isPlainDate(day) && closedDays && !isOpenOn(day, closedDays);
  note.textContent = closed ? `The clinic is closed on ${shortDay(day)}.` : '';
}

/** The rows that follow are put below the last one; where that fails, the link is followed. */
async function showMore(link: HTMLAnchorElement): Promise<void> {
  link.setAttribute('aria-busy', 'true');
  const rows = await followingRows(link);
  if (rows === undefined) return location.assign(link.href);
  link.removeAttribute('aria-busy');
  rows[0]?.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true });
  announce(`${rows.length} more shown.`);
}

/** Puts the rows that a link leads to below the last one, and lets it lead on; undefined where they could not be had. */
async function followingRows(link: HTMLAnchorElement): Promise<readonly Element[] | undefined> {
  const selector = markOf(link, 'more') ?? '';
  try {
    const response = await fetch(link.href, { credentials: 'same-origin' });
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
    const rows = [...fresh.querySelectorAll(`${selector} ${marked('rows')} > *`)].map((row) =>
      document.importNode(row, true),
    );
    if (!response.ok || response.redirected || rows.length === 0) return undefined;
    document.querySelector(`${selector} ${marked('rows')}`)?.append(...rows);
    const next = fresh.querySelector<HTMLAnchorElement>(`${selector} ${marked('more')}`);
    if (next) link.href = next.href;
    else link.remove();
    return rows;
  } catch {
    return undefined;
  }
}

/** Paper has no “Show more”: what is missing is fetched, then the page is printed. */
async function printAll(printer: HTMLButtonElement): Promise<void> {
  const link = (): HTMLAnchorElement | null => document.querySelector(marked('more'));
  printer.setAttribute('aria-busy', 'true');
  for (let more = link(); more; more = link()) {
    const large = new URL(more.href);
    large.searchParams.set('limit', '500');
    more.href = large.href;
    if ((await followingRows(more)) === undefined) {
      announce('Not printed: the rest of the list could not be fetched. Try again.');
      printer.removeAttribute('aria-busy');
      return;
    }
  }
  printer.removeAttribute('aria-busy');
  print();
}
