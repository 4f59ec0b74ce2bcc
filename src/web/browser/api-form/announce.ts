import { element } from './element';

const LATER = 'said';
const SHOWN_MS = 6000;

/** Says in a corner, and to a screen reader, what has just happened. */
export function announce(text: string): void {
  const region = document.getElementById('said') ?? makeRegion();
  const line = element('p', {}, text);
  region.replaceChildren(line);
  setTimeout(() => line.remove(), SHOWN_MS);
}

/** Says it on the page that is loaded next. */
export function announceNext(text: string): void {
  try {
    sessionStorage.setItem(LATER, text);
  } catch {
    // It is only a courtesy.
  }
}

/** Says what the page before left to say. The region stands from the start: a reader hears only changes in it. */
export function announceLeft(): void {
  makeRegion();
  try {
    const text = sessionStorage.getItem(LATER);
    sessionStorage.removeItem(LATER);
    if (text) setTimeout(() => announce(text), 100);
  } catch {
    // It is only a courtesy.
  }
}

function makeRegion(): HTMLElement {
  const region = element('div', { id: 'said', role: 'status', 'aria-live': 'polite' });
  document.body.append(region);
  return region;
}
