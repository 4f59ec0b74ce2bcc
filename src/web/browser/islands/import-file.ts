import { announce } from '../api-form/announce';
import { element } from '../api-form/element';
import { sendJson, sendRows, type Sent } from '../api-form/send';
import { chosenColumns, drawColumns, isAsFound, lackingIn, type LookedAt } from '../importing/columns';
import { addressOf, askedIn, partOf } from '../importing/import-parts';
import { takeFile } from '../importing/take-file';
import { marked } from '../marks';
import { CLASSES } from '../../shared/classes';

/**
 * Reads a file in: what is found in it is shown once it is chosen, then it is tried, then taken. Whatever is changed after it
 * was tried has it tried again.
 */
const form = document.querySelector<HTMLFormElement>(marked('importForm'))!;
let found: LookedAt | undefined;

form.addEventListener('change', ({ target }) => {
  const { name } = target as HTMLInputElement;
  untry();
  if (name === 'kind') nameTemplate();
  if (['kind', 'file', 'dates', 'encoding'].includes(name)) void look(name === 'kind' || name === 'file');
  else showLacking();
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void take(true);
});
partOf(form, 'take').addEventListener('click', () => void take(false));

function nameTemplate(): void {
  const link = partOf<HTMLAnchorElement>(form, 'template');
  link.href = `/api/v1/imports/templates/${askedIn(form).kind}.csv`;
}

/** What was tried was another file, or the same one otherwise. */
function untry(): void {
  partOf(form, 'take').hidden = true;
  partOf(form, 'outcome').replaceChildren();
}

async function look(isNew: boolean): Promise<void> {
  const { kind, file, dates, encoding } = askedIn(form);
  if (!file) return;
  const address = addressOf('/api/v1/imports/look', { kind, dates, encoding });
  const sent = await sendRows(address, file, new AbortController().signal);
  const place = partOf(form, 'found');
  place.hidden = sent.kind !== 'answered';
  if (sent.kind !== 'answered') return refuse(sent);
  const chosen = chosenColumns(partOf(form, 'columns'));
  found = sent.data as LookedAt;
  drawColumns(partOf(form, 'columns'), isNew ? found : withChosen(found, chosen));
  if (isNew) nameOfMapping(file.name);
  partOf(form, 'looked').textContent = lookedWords(found);
  showLacking();
}

/** What somebody chose stays when only the days or the alphabet are read otherwise. */
function withChosen(looked: LookedAt, chosen: Readonly<Record<string, string | null>>): LookedAt {
  const columns = looked.columns.map((column) => ({ ...column, field: chosen[column.name] ?? column.field }));
  return { ...looked, columns };
}

function nameOfMapping(fileName: string): void {
  const field = form.elements.namedItem('mappingName') as HTMLInputElement;
  field.value = fileName.replace(/\.\w+$/, '').slice(0, 60);
}

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'upright strokes',
};

function lookedWords({ encoding, delimiter, rows, leftOut, datesUnclear }: LookedAt): string {
  const said = `${rows} rows, written in ${encoding} with ${DELIMITERS[delimiter] ?? delimiter} between the values.`;
  const left = leftOut.map((words) => `${words}.`);
  const unclear =
    datesUnclear === null ? [] : [`${datesUnclear.split(':')[0]}: choose how its days are written.`];
  return [said, ...left, ...unclear].join(' ');
}

function showLacking(): void {
  if (!found) return;
  const chosen = chosenColumns(partOf(form, 'columns'));
  const lacking = lackingIn(chosen, found);
  partOf(form, 'lacking').textContent = lacking.join(' ');
  (form.elements.namedItem('mappingName') as HTMLInputElement).disabled = isAsFound(chosen, found);
}

async function take(dryRun: boolean): Promise<void> {
  const asked = askedIn(form);
  const { file } = asked;
  if (!found || !file) return;
  untry();
  setBusy(true);
  const mapping = await mappingOf(found, asked);
  const sent =
    typeof mapping === 'object'
      ? mapping
      : await takeFile({ asked: { ...asked, file }, dryRun, mapping, place: partOf(form, 'progress') });
  setBusy(false);
  if (sent.kind !== 'answered') return refuse(sent);
  const { id, state } = sent.data as { readonly id: string; readonly state: string };
  await showOutcome(id);
  partOf(form, 'take').hidden = !(dryRun && state === 'done');
  announce(dryRun ? 'The file was tried: nothing was written.' : 'The file was read.');
}

function setBusy(busy: boolean): void {
  for (const control of form.querySelectorAll<HTMLButtonElement>('button')) control.disabled = busy;
}

/** The mapping that the file is read by; nothing where it would be read so without one. */
async function mappingOf(
  looked: LookedAt,
  { kind, mappingName }: ReturnType<typeof askedIn>,
): Promise<string | undefined | Sent> {
  const columns = chosenColumns(partOf(form, 'columns'));
  if (isAsFound(columns, looked)) return looked.mapping ?? undefined;
  const name = mappingName === '' ? undefined : mappingName;
  const sent = await sendJson('POST', '/api/v1/imports/mappings', { kind, name, columns });
  if (sent.kind !== 'answered') return sent;
  const { id } = sent.data as { readonly id: string };
  // Tried again, or taken, it is the same mapping.
  found = {
    ...looked,
    mapping: id,
    columns: looked.columns.map((column) => ({ ...column, field: columns[column.name] ?? null })),
  };
  return id;
}

/** The page that says what became of it is drawn by the server; its part is shown here. */
async function showOutcome(id: string): Promise<void> {
  const response = await fetch(`/imports/${id}`, { credentials: 'same-origin' });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const outcome = page.getElementById('outcome');
  if (!outcome) return;
  partOf(form, 'outcome').replaceChildren(outcome);
  outcome.focus();
}

function refuse(sent: Sent): void {
  const words =
    sent.kind === 'refused'
      ? sent.refusal.detail
      : 'No connection. Try again: what was taken already is not taken twice.';
  const note = element('div', { class: CLASSES.notice.bad, role: 'alert' }, element('p', {}, words));
  partOf(form, 'outcome').replaceChildren(note);
}
