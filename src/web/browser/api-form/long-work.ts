import { element } from './element';

export interface LongWork {
  readonly signal: AbortSignal;
  /** Was it cancelled from the page? */
  readonly cancelled: () => boolean;
  /** What is known of how far it is. */
  readonly say: (text: string) => void;
  readonly end: () => void;
}

const QUIET_MS = 600;

/** Shows in `place` that something takes its time, for how long already, and a button that cancels it. Short work shows nothing. */
export function startLongWork(place: HTMLElement, what: string): LongWork {
  const cancel = new AbortController();
  const began = Date.now();
  let known = '';
  const words = element('span', {});
  const shown = element(
    'div',
    { class: 'notice long-work', role: 'status' },
    element('p', { class: 'row' }, words, element('progress', { 'aria-label': what })),
    element('p', {}, element('button', { type: 'button', onclick: () => cancel.abort() }, 'Cancel')),
  );
  const tell = (): void => {
    const seconds = Math.round((Date.now() - began) / 1000);
    words.textContent = `${what} … ${[known, `${seconds} s`].filter(Boolean).join(', ')}`;
  };
  const start = setTimeout(() => {
    tell();
    place.append(shown);
  }, QUIET_MS);
  const ticking = setInterval(tell, 1000);
  return {
    signal: cancel.signal,
    cancelled: () => cancel.signal.aborted,
    say(text) {
      known = text;
      tell();
    },
    end() {
      clearTimeout(start);
      clearInterval(ticking);
      shown.remove();
    },
  };
}
