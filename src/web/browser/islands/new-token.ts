import { announce } from '../api-form/announce';
import { element } from '../api-form/element';
import { refreshParts } from '../api-form/refresh';
import { isMarked } from '../marks';

/** Shows a token that was just made, this once, with a button that copies it. */
document.addEventListener('api:saved', (event) => {
  const form = event.target;
  const place = document.getElementById('new-token');
  if (!(form instanceof HTMLFormElement) || !isMarked(form, 'newToken') || !place) return;
  event.preventDefault();
  const { name, token } = (event as CustomEvent<{ name: string; token: string }>).detail;
  const shown = element('input', { id: 'token', value: token, readonly: true, spellcheck: 'false' });
  place.replaceChildren(
    element(
      'div',
      { class: 'notice notice-good' },
      element('h2', {}, `The token for “${name}”`),
      element('p', {}, 'Copy it now: it cannot be shown again.'),
      element('label', { for: 'token' }, 'Token'),
      element(
        'div',
        { class: 'copy' },
        shown,
        element('button', { type: 'button', class: 'primary', onclick: () => void copy(shown) }, 'Copy'),
      ),
    ),
  );
  form.reset();
  shown.focus();
  shown.select();
  void refreshParts(['#tokens']);
});

/** In a clinic's network without https a page may not reach the clipboard: then the text is left selected. */
async function copy(field: HTMLInputElement): Promise<void> {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    announce('Copied.');
  } catch {
    announce('It is selected: press Ctrl+C to copy.');
  }
}
