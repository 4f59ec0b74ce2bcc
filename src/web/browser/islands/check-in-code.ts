import { element } from '../api-form/element';
import { isMarked } from '../marks';

interface Begun {
  readonly code: string;
  readonly expiresAt: string;
}

/** Shows the code of a check-in that was just begun, this once, in the place of the form that began it. */
document.addEventListener('api:saved', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !isMarked(form, 'checkInCode')) return;
  event.preventDefault();
  const { code, expiresAt } = (event as CustomEvent<Begun>).detail;
  const minutes = Math.max(1, Math.round((Date.parse(expiresAt) - Date.now()) / 60_000));
  const shown = element(
    'p',
    { class: 'check-in-code', tabindex: '-1' },
    `${code.slice(0, 4)} ${code.slice(4)}`,
  );
  form.replaceWith(
    element(
      'div',
      { class: 'notice notice-good', role: 'status' },
      element('p', {}, `On the tablet open ${location.host}/check-in and type:`),
      shown,
      element('p', {}, `It can be used once, within ${minutes} minutes.`),
      element(
        'p',
        {},
        element('a', { href: `/check-in#${code}` }, 'Hand over this device instead'),
        ': you are signed out on it.',
      ),
    ),
  );
  shown.focus();
});
