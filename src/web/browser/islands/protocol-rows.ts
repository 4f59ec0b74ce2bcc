import { isMuscle, MUSCLES } from '../../../clinical/catalogue/muscles';
import { nameLines } from '../lines/name-lines';
import { marked, markOf } from '../marks';

/** The lines of a protocol; a new one is of both sides. */
const STANDING = { side: 'bilateral' };

document.addEventListener('input', ({ target }) => {
  if (target instanceof HTMLSelectElement && markOf(target, 'part') === 'muscle') fitSide(target);
  nameAll();
});
nameAll();

function nameAll(): void {
  nameLines(STANDING);
  nameDilution();
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
