/**
 * Parts of a form that are asked only with a certain answer, days one tap away, and lines that are sent only when they
 * hold a value. What is not asked is neither shown nor sent.
 */
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

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
    const answer = (part.closest('form') ?? document).querySelector<Control>(
      `input[name="${field}"]:checked, select[name="${field}"]`,
    );
    const outer = part.parentElement?.closest<HTMLElement>('[data-when]');
    const asked = !outer?.hidden && values.split(' ').includes(answer?.value ?? '');
    part.hidden = !asked;
    part.querySelectorAll<Control>('input, select, textarea').forEach((one) => (one.disabled = !asked));
  }
}

/** A line of several fields is sent with its place in the list once its value is filled in. */
function nameFilledLines(): void {
  for (const list of document.querySelectorAll<HTMLElement>('[data-lines]')) {
    let place = 0;
    for (const line of list.querySelectorAll('[data-line]')) {
      const filled = line.querySelector<Control>('[data-part=value]')?.value !== '';
      for (const part of line.querySelectorAll<HTMLElement & Control>('[data-part]')) {
        part.name = filled ? `${list.dataset['lines']}[${place}].${part.dataset['part']}` : '';
      }
      if (filled) place += 1;
    }
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
