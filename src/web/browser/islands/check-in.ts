import { dropAllDrafts } from '../api-form/draft/draft';
import { sendJson } from '../api-form/send';
import { isMarked, marked, setMark } from '../marks';

/**
 * The tablet: a code is spent, three questions are answered, and nothing stays. Pages take each other's place, so that the
 * way back leads to none of them.
 */
const form = document.querySelector<HTMLFormElement>(marked('checkIn'));
form?.addEventListener('submit', (event) => {
  event.preventDefault();
  void (isMarked(form, 'codeAsked') ? open(form) : answer(form));
});
form?.addEventListener('change', () => showAsked(form));

const handed = location.hash.slice(1);
const field = document.querySelector<HTMLInputElement>('#code');
if (handed && field) {
  field.value = handed;
  history.replaceState(null, '', '/check-in');
}
if (form) showAsked(form);
setMark(document.documentElement, 'ready', true);

async function open(asked: HTMLFormElement): Promise<void> {
  const { code } = Object.fromEntries(new FormData(asked));
  await send(asked, '/api/v1/check-ins/open', { code });
  dropAllDrafts();
}

async function answer(asked: HTMLFormElement): Promise<void> {
  const said = new FormData(asked);
  const text = (name: string): string => {
    const value = said.get(name);
    return typeof value === 'string' ? value : '';
  };
  const effect = text('effect');
  const trouble = said
    .getAll('trouble')
    .filter((words) => typeof words === 'string')
    .join(', ');
  await send(asked, '/api/v1/check-ins/answers', {
    stillEffective: effect === 'still' ? true : effect === 'wore-off' ? false : null,
    ...(effect === 'wore-off' && text('woreOffOn') && { woreOffOn: text('woreOffOn') }),
    ...(text('helpedPct') && { helpedPct: Number(text('helpedPct')) }),
    ...(trouble && { trouble }),
  });
}

async function send(asked: HTMLFormElement, path: string, body: object): Promise<void> {
  const button = asked.querySelector('button[type="submit"]');
  if (button?.getAttribute('aria-disabled') === 'true') return;
  button?.setAttribute('aria-disabled', 'true');
  const sent = await sendJson('POST', path, body);
  if (sent.kind === 'answered') {
    location.replace(isMarked(asked, 'codeAsked') ? '/check-in' : '/check-in/thanks');
    return;
  }
  button?.setAttribute('aria-disabled', 'false');
  const said = sent.kind === 'offline' ? 'No connection. Please try again.' : sent.refusal.detail;
  const place = asked.querySelector('[role="alert"]');
  if (place) place.textContent = said;
}

/** The day is asked once it wore off; trouble that does not wait is said at once. */
function showAsked(asked: HTMLFormElement): void {
  const said = new FormData(asked);
  const shown = (name: 'askedWhen' | 'tellNow', show: boolean): void =>
    asked.querySelectorAll<HTMLElement>(marked(name)).forEach((part) => (part.hidden = !show));
  shown('askedWhen', said.get('effect') === 'wore-off');
  const urgent = [...asked.querySelectorAll<HTMLInputElement>(marked('urgent'))];
  shown(
    'tellNow',
    urgent.some(({ checked }) => checked),
  );
}
