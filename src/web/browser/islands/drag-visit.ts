import { wallTimeOf } from '../../../clinical/schedule/opening-hours';
import { clockText } from '../../../clinical/schedule/wall-clock';
import { element } from '../api-form/element';
import '../booking/undo-move';
import { CLASSES } from '../../shared/classes';
import { marked, markOf, setMark, dropMark } from '../marks';

/** So far the pointer moves before something is dragged, in pixels. */
const SLACK = 6;
/** So long a finger rests on a visit before it drags it: until then it scrolls the page, as everywhere. */
const HOLD_MS = 350;
/** So near to the edge of the window the page goes on, in pixels, and by so many a frame. */
const EDGE = 56;
const EDGE_STEP = 9;
/** As the rows of the axis. */
const ROW_MINUTES = 15;

interface Drag {
  readonly visit: HTMLElement;
  readonly pointerId: number;
  readonly byTouch: boolean;
  readonly fromX: number;
  readonly fromY: number;
  /** How far below its upper edge it is held. */
  readonly heldAt: number;
  /** A mouse drags once it has moved, a finger once it has rested. */
  begun: boolean;
  target?: Target;
}

interface Target {
  readonly startsAt: string;
  readonly injectorId: string;
}

let drag: Drag | undefined;
let holding: ReturnType<typeof setTimeout> | undefined;
let edging: number | undefined;
const shown = element('div', { class: 'drop-at', 'aria-hidden': 'true' });

/** Moves a visit to the time at which it is let go: the form of its button “Move” is filled in and sent, so that what speaks against it is said first. */
document.addEventListener('pointerdown', (event) => {
  stop();
  const { target, pointerType, button, clientX, clientY, pointerId, isPrimary } = event;
  if (!(target instanceof Element) || !isPrimary || button !== 0) return;
  if (target.closest('button, form, [popover]')) return;
  const visit = target.closest<HTMLElement>(`${marked('lane')} ${marked('movable')}`);
  if (!visit || !hasTimes(visit)) return;
  const heldAt = clientY - visit.getBoundingClientRect().top;
  const byTouch = pointerType === 'touch';
  drag = { visit, pointerId, byTouch, fromX: clientX, fromY: clientY, heldAt, begun: false };
  if (byTouch) holding = setTimeout(begin, HOLD_MS);
});

document.addEventListener('pointermove', (event) => {
  if (drag?.pointerId !== event.pointerId) return;
  const { clientX, clientY } = event;
  if (!drag.begun) {
    if (Math.hypot(clientX - drag.fromX, clientY - drag.fromY) < SLACK) return;
    if (drag.byTouch) return stop();
    begin();
  }
  event.preventDefault();
  aim(clientX, clientY);
});

document.addEventListener('pointerup', (event) => {
  if (drag?.pointerId !== event.pointerId) return;
  const { visit, target, begun } = drag;
  stop();
  if (!begun) return;
  addEventListener('click', swallow, { capture: true, once: true });
  // After the pointer has told popovers that it was let go outside of them.
  setTimeout(() => {
    removeEventListener('click', swallow, { capture: true });
    if (target) moveTo(visit, target);
  });
});

document.addEventListener('pointercancel', stop);
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') stop();
});
/** A page scrolls under a finger unless the first move of it is refused. */
document.addEventListener('touchmove', refuseWhileDragged, { passive: false });
/** What a resting finger opens otherwise, and how a link is dragged. */
document.addEventListener('contextmenu', (event) => {
  if (drag?.byTouch) event.preventDefault();
});
document.addEventListener('dragstart', (event) => {
  if (event.target instanceof Element && event.target.closest(marked('movable'))) event.preventDefault();
});

function begin(): void {
  if (!drag) return;
  drag.begun = true;
  drag.visit.classList.add(CLASSES.drag.held);
  if (drag.byTouch) navigator.vibrate?.(15);
}

function stop(): void {
  clearTimeout(holding);
  if (edging !== undefined) cancelAnimationFrame(edging);
  edging = undefined;
  shown.remove();
  drag?.visit.classList.remove(CLASSES.drag.held);
  drag = undefined;
}

function refuseWhileDragged(event: Event): void {
  if (drag?.begun) event.preventDefault();
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

/** Where the visit would go; at the edge of the window the page goes on below it. */
function aim(x: number, y: number): void {
  if (edging !== undefined) cancelAnimationFrame(edging);
  edging = undefined;
  if (!drag) return;
  drag.target = targetAt(x, y, drag.heldAt) ?? drag.target;
  const step = y < EDGE ? -EDGE_STEP : y > innerHeight - EDGE ? EDGE_STEP : 0;
  const before = scrollY;
  if (step !== 0) scrollBy(0, step);
  if (scrollY !== before) edging = requestAnimationFrame(() => aim(x, y));
}

/** In a narrow window the days of a week are a list: the sheet places a time only on an axis. */
function hasTimes(visit: HTMLElement): boolean {
  visit.closest(marked('lane'))!.append(shown);
  const placed = getComputedStyle(shown).position === 'absolute';
  shown.remove();
  return placed;
}

/** The quarter of an hour, and with whom, at which the visit's upper edge is; it is shown there. */
function targetAt(x: number, y: number, heldAt: number): Target | undefined {
  const lane = document
    .elementsFromPoint(x, y)
    .map((found) => found.closest<HTMLElement>(marked('lane')))
    .find((found) => found !== null);
  const axis = lane?.closest<HTMLElement>(marked('axisFrom'));
  if (!lane || !axis) return undefined;
  const [from, rows] = [Number(markOf(axis, 'axisFrom')), Number(markOf(axis, 'axisRows'))];
  const { top, height } = lane.getBoundingClientRect();
  const row = Math.min(rows - 1, Math.max(0, Math.round(((y - heldAt - top) / height) * rows)));
  const { day, injectorId } = markOf(lane, 'lane')!;
  const time = wallTimeOf(from + row * ROW_MINUTES);
  shown.textContent = clockText(time);
  shown.style.top = `${(row / rows) * 100}%`;
  lane.append(shown);
  return { startsAt: `${day}T${time}`, injectorId: injectorId ?? '' };
}

function moveTo(visit: HTMLElement, { startsAt, injectorId }: Target): void {
  const values = markOf(visit, 'values');
  if (values?.['startsAt'] === startsAt && values['injectorId'] === injectorId) return;
  const opener = visit.querySelector<HTMLButtonElement>(marked('open', 'move'));
  if (!opener) return;
  visit.querySelector<HTMLElement>('[popover]')?.showPopover();
  setMark(opener, 'values', { startsAt, injectorId });
  if (opener.getAttribute('aria-expanded') === 'true') opener.click();
  opener.click();
  dropMark(opener, 'values');
  visit.querySelector<HTMLFormElement>(`${marked('slot')} form`)?.requestSubmit();
}
