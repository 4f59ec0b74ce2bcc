import { isChanged, type FormControl } from '../api-form/fields';

/**
 * Parts of a form that are asked only with a certain answer, days one tap away, and lines that are sent only when they
 * were changed. What is not asked is neither shown nor sent.
 */
document.addEventListener('change', showParts);
document.addEventListener('input', nameFilledLines);
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-fill]') : null;
  if (button) fillDay(button);
});
showParts();
nameFilledLines();

/** Shows `data-when="name=value other"` where that field of the form holds one of these values. An outer part comes first. */
function showParts(): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-when]')) {
    const [field = '', values = ''] = (part.dataset['when'] ?? '').split('=');
    const answer = (part.closest('form') ?? document).querySelector<FormControl>(
      `input[name="${field}"]:checked, select[name="${field}"]`,
    );
    const outer = part.parentElement?.closest<HTMLElement>('[data-when]');
    const asked = !outer?.hidden && values.split(' ').includes(answer?.value ?? '');
    part.hidden = !asked;
    part.querySelectorAll<FormControl>('input, select, textarea').forEach((one) => (one.disabled = !asked));
  }
}

/**
 * A line of several fields is sent with its place in the list once its value was changed, or its day. Lines of a phase
 * share the day on which they were taken, which is asked for as soon as one of them holds a value.
 */
function nameFilledLines(): void {
  for (const list of document.querySelectorAll<HTMLElement>('[data-lines]')) {
    let place = 0;
    const needsDay = new Set<HTMLInputElement>();
    for (const line of list.querySelectorAll<HTMLElement>('[data-line]')) {
      const value = line.querySelector<FormControl>('[data-part=value]');
      const day = list.querySelector<HTMLInputElement>(`[data-day-of="${line.dataset['line']}"]`);
      if (!value || !day) continue;
      const sent = isChanged(value) || (value.value !== '' && isChanged(day));
      if (sent && value.value !== '') needsDay.add(day);
      for (const part of line.querySelectorAll<HTMLElement & FormControl>('[data-part]')) {
        part.name = sent ? `${list.dataset['lines']}[${place}].${part.dataset['part']}` : '';
        // A value that is taken back needs no day, but the API asks for one.
        if (part.dataset['part'] === 'measuredOn') part.value = day.value || day.max;
      }
      if (sent) place += 1;
    }
    list
      .querySelectorAll<HTMLInputElement>('[data-day-of]')
      .forEach((day) => (day.required = needsDay.has(day)));
  }
}

/** `data-fill="id" data-value="2026-08-25"`: puts the day into the field, and shows which one was tapped. */
function fillDay(button: HTMLElement): void {
  const { fill = '', value = '' } = button.dataset;
  const field = document.getElementById(fill);
  if (!(field instanceof HTMLInputElement)) return;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  document
    .querySelectorAll(`[data-fill="${fill}"]`)
    .forEach((one) => one.setAttribute('aria-pressed', String(one === button)));
}
