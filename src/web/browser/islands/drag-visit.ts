import { wallTimeOf } from '../../../clinical/schedule/opening-hours';
import { element } from '../api-form/element';
import '../booking/undo-move';
import { marked, markOf, setMark, dropMark } from '../marks';

/** So far the pointer moves before something is dragged, in pixels. */
const SLACK = 6;
/** As the rows of the axis. */
const ROW_MINUTES = 15;

interface Drag {
  readonly visit: HTMLElement;
  readonly pointerId: number;
  readonly fromX: number;
  readonly fromY: number;
  /** How far below its upper edge it is held. */
  readonly heldAt: number;
  target?: Target;
}

interface Target {
  readonly startsAt: string;
  readonly injectorId: string;
}

let drag: Drag | undefined;
const shown = element('div', { class: 'drop-at', 'aria-hidden': 'true' });

/** Moves a visit to the time at which it is let go: the form of its button “Move” is filled in and sent, so that what speaks against it is said first. */
document.addEventListener('pointerdown', (event) => {
  const { target, pointerType, button, clientX, clientY, pointerId } = event;
  if (!(target instanceof Element) || pointerType === 'touch' || button !== 0) return;
  if (target.closest('button, form, [popover]')) return;
  const visit = target.closest<HTMLElement>(`${marked('lane')} ${marked('movable')}`);
  if (!visit) return;
  const heldAt = clientY - visit.getBoundingClientRect().top;
  drag = { visit, pointerId, fromX: clientX, fromY: clientY, heldAt };
});

document.addEventListener('pointermove', (event) => {
  if (drag?.pointerId !== event.pointerId) return;
  const { fromX, fromY, heldAt } = drag;
  if (!drag.target && Math.hypot(event.clientX - fromX, event.clientY - fromY) < SLACK) return;
  event.preventDefault();
  drag.target = targetAt(event.clientX, event.clientY, heldAt) ?? drag.target;
});

document.addEventListener('pointerup', (event) => {
  if (drag?.pointerId !== event.pointerId) return;
  const { visit, target } = drag;
  stop();
  if (!target) return;
  addEventListener('click', swallow, { capture: true, once: true });
  // After the pointer has told popovers that it was let go outside of them.
  setTimeout(() => {
    removeEventListener('click', swallow, { capture: true });
    moveTo(visit, target);
  });
});

document.addEventListener('pointercancel', stop);
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') stop();
});
/** A link has a way of its own to be dragged. */
document.addEventListener('dragstart', (event) => {
  if (event.target instanceof Element && event.target.closest(marked('movable'))) event.preventDefault();
});

function stop(): void {
  shown.remove();
  drag = undefined;
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
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
  shown.textContent = time;
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
