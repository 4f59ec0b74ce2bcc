import { isChanged, type FormControl } from '../api-form/fields/fields';
import { numberText, readNumber } from '../../shared/typed-number';
import { marked, markOf } from '../marks';

/**
 * Parts of a form that are asked only with a certain answer, days one tap away, and lines that are sent only when they
 * were changed. What is not asked is neither shown nor sent.
 */
document.addEventListener('change', showParts);
document.addEventListener('input', nameFilledLines);
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>(marked('fill')) : null;
  if (button) fillDay(button);
});
showParts();
nameFilledLines();

/** Shows a part where a field of the form holds one of the values that it names. An outer part comes first. */
function showParts(): void {
  for (const part of document.querySelectorAll<HTMLElement>(marked('when'))) {
    const [field = '', values = ''] = (markOf(part, 'when') ?? '').split('=');
    const answer = (part.closest('form') ?? document).querySelector<FormControl>(
      `input[name="${field}"]:checked, select[name="${field}"]`,
    );
    const outer = part.parentElement?.closest<HTMLElement>(marked('when'));
    const asked = !outer?.hidden && values.split(' ').includes(answer?.value ?? '');
    part.hidden = !asked;
    part
      .querySelectorAll<FormControl>('input, select, textarea')
      .forEach((control) => (control.disabled = !asked));
  }
}

/**
 * A line of several fields is sent with its place in the list once its value was changed, or its day. Lines of a phase
 * share the day on which they were taken, which is asked for as soon as one of them holds a value.
 */
function nameFilledLines(): void {
  for (const list of document.querySelectorAll<HTMLElement>(marked('lines'))) {
    let place = 0;
    const needsDay = new Set<HTMLInputElement>();
    for (const line of list.querySelectorAll<HTMLElement>(marked('line'))) {
      const value = line.querySelector<FormControl>(marked('part', 'value'));
      const day = list.querySelector<HTMLInputElement>(marked('dayOf', markOf(line, 'line') ?? ''));
      if (!value || !day) continue;
      const domains = [...line.querySelectorAll<HTMLInputElement>(`.domains ${marked('part')}`)];
      addUpDomains(domains, value);
      const sent = isChanged(value) || domains.some(isChanged) || (value.value !== '' && isChanged(day));
      if (sent && value.value !== '') needsDay.add(day);
      for (const part of line.querySelectorAll<HTMLElement & FormControl>(marked('part'))) {
        part.name = sent ? `${markOf(list, 'lines')}[${place}].${markOf(part, 'part')}` : '';
        // A value that is taken back needs no day, but the API asks for one.
        if (markOf(part, 'part') === 'measuredOn') part.value = day.value || day.max;
      }
      if (sent) place += 1;
    }
    list
      .querySelectorAll<HTMLInputElement>(marked('dayOf'))
      .forEach((day) => (day.required = needsDay.has(day)));
  }
}

/** A total is the sum of its domains once one of them is filled in. */
function addUpDomains(domains: readonly HTMLInputElement[], total: FormControl): void {
  if (!domains.some(isChanged)) return;
  const days = domains.map(({ value }) => readNumber(value) ?? 0);
  total.value = numberText(days.reduce((sum, day) => sum + day, 0));
}

/** Puts the day of a button into its field, and shows which one was tapped. */
function fillDay(button: HTMLElement): void {
  const id = markOf(button, 'fill') ?? '';
  const field = document.getElementById(id);
  if (!(field instanceof HTMLInputElement)) return;
  field.value = markOf(button, 'fillWith') ?? '';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  document
    .querySelectorAll(marked('fill', id))
    .forEach((other) => other.setAttribute('aria-pressed', String(other === button)));
}
