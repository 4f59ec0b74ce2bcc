import { announce } from '../api-form/announce';
import { element } from '../api-form/element';
import { startLongWork, type LongWork } from '../api-form/long-work';
import { marked, markOf } from '../marks';

/** Fetches a file with its lines counted while they come, and a way to cancel. */
document.addEventListener('click', (event) => {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(marked('download')) : null;
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (link.getAttribute('aria-busy') !== 'true') void download(link);
});

async function download(link: HTMLAnchorElement): Promise<void> {
  const place = link.closest<HTMLElement>(marked('file')) ?? document.body;
  place.querySelector('.notice')?.remove();
  link.setAttribute('aria-busy', 'true');
  const work = startLongWork(place, markOf(link, 'download') ?? '');
  const said = await fetchFile(link.href, work);
  work.end();
  link.removeAttribute('aria-busy');
  if (said === undefined) announce('Downloaded.');
  else place.append(element('p', { class: 'notice notice-warn', role: 'status' }, said));
}

/** Saves the file whole or not at all; answers why not. */
async function fetchFile(address: string, work: LongWork): Promise<string | undefined> {
  try {
    const response = await fetch(address, { credentials: 'same-origin', signal: work.signal });
    if (!response.ok || !response.body) return await refusalIn(response);
    save(await received(response.body, work), nameOf(response));
    return undefined;
  } catch {
    return work.cancelled()
      ? 'Cancelled: no file was saved.'
      : 'The connection broke off: no file was saved. Try again.';
  }
}

async function refusalIn(response: Response): Promise<string> {
  if (response.status === 401) return 'Your sign-in has ended: reload the page and sign in again.';
  const { detail } = (await response.json()) as { detail?: string };
  return detail ?? 'The service did not give this file. Try again in a moment.';
}

async function received(body: ReadableStream<Uint8Array>, work: LongWork): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let [lines, bytes] = [0, 0];
  for (const reader = body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts);
    parts.push(new Uint8Array(value));
    bytes += value.length;
    for (const byte of value) if (byte === LINE_FEED) lines += 1;
    work.say(`${lines.toLocaleString('en-US')} lines, ${(bytes / 1e6).toFixed(1)} MB`);
  }
}

const LINE_FEED = 10;

function nameOf(response: Response): string {
  return /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'report';
}

function save(file: Blob, name: string): void {
  const href = URL.createObjectURL(file);
  element('a', { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
