import { announce } from '../api-form/announce';
import { element } from '../api-form/element';
import { sendJson, sendRows, type Sent } from '../api-form/send';
import { addressOf, type AskedOfFile } from './import-parts';

interface Taking {
  readonly asked: AskedOfFile & { readonly file: File };
  readonly dryRun: boolean;
  readonly mapping: string | undefined;
  /** Where it is shown how far it is, with a button that cancels it. */
  readonly place: HTMLElement;
}

interface Import {
  readonly id: string;
  readonly name: string | null;
  readonly state: string;
  readonly rows: Readonly<Record<'total' | 'new' | 'same' | 'refused', number>>;
}

const ASKED_EVERY_MS = 1000;

/** Sends a file to be tried or taken, and shows meanwhile how far it is. One that was broken off goes on where it was. */
export async function takeFile({ asked, dryRun, mapping, place }: Taking): Promise<Sent> {
  const { kind, file, dates, encoding, allOrNothing } = asked;
  const name = file.name.slice(0, 200);
  const options = { dryRun: String(dryRun), allOrNothing: String(allOrNothing) };
  const address = addressOf('/api/v1/imports', { kind, dates, encoding, mapping, name, ...options });
  const ended = new AbortController();
  const what = dryRun ? 'Trying the file' : 'Taking the file';
  void showProgress(place, { name, what, ended: ended.signal });
  try {
    return await sendRows(address, file, ended.signal);
  } finally {
    ended.abort();
    place.replaceChildren();
  }
}

interface Shown {
  readonly name: string;
  readonly what: string;
  readonly ended: AbortSignal;
}

async function showProgress(place: HTMLElement, { name, what, ended }: Shown): Promise<void> {
  const words = element('span', {}, `${what} …`);
  const bar = element('progress', { 'aria-label': what });
  const cancel = element('button', { type: 'button' }, 'Cancel');
  cancel.addEventListener('click', () => void cancelNamed(name));
  place.replaceChildren(
    element(
      'div',
      { class: 'notice long-work', role: 'status' },
      element('p', { class: 'row' }, words, bar),
      cancel,
    ),
  );
  announce(`${what} …`);
  while (!ended.aborted) {
    await new Promise((resolve) => setTimeout(resolve, ASKED_EVERY_MS));
    const running = ended.aborted ? undefined : await runningNamed(name);
    if (!running) continue;
    const { rows } = running;
    const done = rows.new + rows.same + rows.refused;
    bar.max = rows.total;
    bar.value = done;
    words.textContent = `${what} … ${done} of ${rows.total} rows`;
  }
}

async function cancelNamed(name: string): Promise<void> {
  const running = await runningNamed(name);
  if (running) await sendJson('POST', `/api/v1/imports/${running.id}/cancel`);
}

async function runningNamed(name: string): Promise<Import | undefined> {
  const sent = await sendJson('GET', '/api/v1/imports');
  if (sent.kind !== 'answered') return undefined;
  const { items } = sent.data as { readonly items: readonly Import[] };
  return items.find((one) => one.state === 'running' && one.name === name);
}
