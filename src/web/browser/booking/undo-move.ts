import { element } from '../api-form/element';
import { timeWords } from '../../shared/day-text';
import { isMarked, marked, markOf, marks } from '../marks';

interface Moved {
  readonly id: string;
  readonly version: number;
  readonly startsAt: string;
}

/** What was moved can be moved back: it stays said above the calendar until something else is. */
document.addEventListener('api:saved', (event) => {
  const form = event.target;
  const place = document.querySelector<HTMLElement>(marked('moved'));
  if (!place || !(form instanceof HTMLFormElement)) return;
  place.replaceChildren();
  const row = form.closest<HTMLElement>(marked('row'));
  const before = row ? markOf(row, 'values') : undefined;
  const zone = markOf(place, 'zone');
  if (!before || !zone || !isMarked(form, 'moves')) return;
  place.append(undoForm((event as CustomEvent<Moved>).detail, before, zone));
});

function undoForm(moved: Moved, before: Readonly<Record<string, string>>, zone: string): HTMLFormElement {
  const { id, version } = moved;
  const { name = '', courseId = '' } = before;
  const field = (key: string, type: 'moment' | 'number' | 'null-if-empty'): HTMLInputElement =>
    element('input', {
      type: 'hidden',
      name: key,
      value: before[key] ?? '',
      ...marks({ sentAs: type }),
    });
  return element(
    'form',
    {
      class: 'notice row',
      'aria-label': `Move ${name} back`,
      ...marks({
        api: `PATCH /api/v1/appointments/${id}`,
        checkFirst: `POST /api/v1/courses/${courseId}/appointments/check`,
        moves: id,
        version,
        after: 'refresh',
        refresh: '#week',
        saved: `${name}: moved back.`,
      }),
    },
    element('span', {}, `${name} moved to ${timeWords(new Date(moved.startsAt), zone)}.`),
    field('startsAt', 'moment'),
    field('durationMin', 'number'),
    field('injectorId', 'null-if-empty'),
    element('button', { type: 'submit' }, 'Undo'),
  );
}
