import { counted } from '../../../clinical/words';
import { announce } from '../api-form/announce';
import { element } from '../api-form/element';
import { isMarked } from '../marks';

interface Moves {
  readonly courses: number;
  readonly changed: number;
  readonly changes: readonly { readonly due?: object; readonly flag?: { readonly change: string } }[];
}

/** Tells under the form what accepting would move, instead of loading the page again. */
document.addEventListener('api:saved', (event) => {
  const form = event.target;
  const place = document.getElementById('moves');
  if (!(form instanceof HTMLFormElement) || !isMarked(form, 'movesOnly') || !place) return;
  event.preventDefault();
  const text = movesText((event as CustomEvent<Moves>).detail);
  place.replaceChildren(element('p', { class: 'notice notice-good' }, text));
  announce(text);
});

function movesText({ courses, changes }: Moves): string {
  const flags = (change: string) => changes.filter(({ flag }) => flag?.change === change).length;
  const due = changes.filter((change) => change.due).length;
  return `Of ${counted(courses, 'course')}: ${counted(flags('opens'), 'flag')} would open, ${flags('rises')} rise, ${flags('no-longer-shown')} no longer be shown, and ${counted(due, 'due day')} move. Nothing was changed.`;
}
