import type { CourseSide, Etiology, IndicationSlug } from '../../../clinical/catalogue/indications';
import { codeChoices } from '../../shared/code-choices';
import { element } from '../api-form/element';
import { marked, markOf } from '../marks';

/** Keeps the diagnosis codes that are offered to those that fit the indication, side and cause chosen beside them. */
document.addEventListener('change', ({ target }) => {
  const form = target instanceof HTMLSelectElement ? target.form : null;
  const codes = form?.querySelector<HTMLSelectElement>(`select${marked('codesOf')}`);
  if (form && codes && target !== codes) offerFitting(form, codes);
});

function offerFitting(form: HTMLFormElement, codes: HTMLSelectElement): void {
  const of = markOf(codes, 'codesOf');
  if (!of) return;
  const chosen = <T extends string>(name: string, stored: T | null): T | null => {
    const field = form.querySelector<HTMLSelectElement>(`select[name="${name}"]:enabled`);
    return field ? (field.value as T) || null : stored;
  };
  const course = {
    indication: chosen<IndicationSlug>('indication', of.indication),
    side: chosen<CourseSide>('side', of.side),
    etiology: chosen<Etiology>('etiology', of.etiology),
    handedness: of.handedness,
  };
  const choices = codeChoices(course, of.on, of.standing);
  const before = codes.value;
  const kept = choices.some(({ value }) => value === before) ? before : '';
  codes.replaceChildren(...choices.map(({ value, label }) => element('option', { value }, label)));
  for (const option of codes.options) option.defaultSelected = option.value === of.standing;
  codes.value = kept;
}
