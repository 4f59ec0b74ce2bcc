import { isMuscle, MUSCLES } from '../../../clinical/catalogue/muscles';
import type { FormControl } from '../api-form/fields';
import { marked, markOf } from '../marks';

/** The lines of a protocol: each that holds something has its place in the list, and an empty one follows the last. */
document.addEventListener('input', ({ target }) => {
  if (target instanceof HTMLSelectElement && markOf(target, 'part') === 'muscle') fitSide(target);
  nameLines();
});
nameLines();

function nameLines(): void {
  const list = document.querySelector<HTMLElement>(marked('lines'));
  if (!list) return;
  const lines = [...list.querySelectorAll<HTMLElement>(marked('line'))];
  const filled = lines.filter(isFilled);
  for (const line of lines) {
    const place = filled.indexOf(line);
    for (const [part, control] of partsOf(line))
      control.name = place < 0 ? '' : `${markOf(list, 'lines')}[${place}].${part}`;
  }
  const last = lines.at(-1);
  if (last && isFilled(last)) list.append(emptied(last));
  nameDilution();
}

/** The empty line is a copy of the last one. */
function emptied(line: HTMLElement): HTMLElement {
  const copy = line.cloneNode(true) as HTMLElement;
  for (const [part, control] of partsOf(copy)) {
    control.value = part === 'side' ? 'bilateral' : '';
    control.name = '';
  }
  copy.querySelectorAll(marked('errorOf')).forEach((error) => error.remove());
  return copy;
}

function partsOf(line: HTMLElement): [string, FormControl][] {
  return [...line.querySelectorAll<HTMLElement & FormControl>(marked('part'))].map((control) => [
    markOf(control, 'part') ?? '',
    control,
  ]);
}

function isFilled(line: HTMLElement): boolean {
  return partsOf(line).some(([part, { value }]) => part !== 'side' && value.trim() !== '');
}

/** A muscle in the midline has no side, one that has two is not in the midline. */
function fitSide(muscle: HTMLSelectElement): void {
  const side = muscle.closest(marked('line'))?.querySelector<HTMLSelectElement>(marked('part', 'side'));
  if (!side || !isMuscle(muscle.value)) return;
  if (!MUSCLES[muscle.value].paired) side.value = 'midline';
  else if (side.value === 'midline') side.value = 'bilateral';
}

/** A dilution is told whole or not at all. */
function nameDilution(): void {
  const none = document.querySelector<HTMLInputElement>('input[type="hidden"][name="dilution"]');
  const fields = [...document.querySelectorAll<HTMLInputElement>('input[name^="dilution."]')];
  if (none) none.disabled = fields.some(({ value }) => value.trim() !== '');
}
