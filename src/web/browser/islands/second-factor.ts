import { element } from '../api-form/element';
import { isMarked, marks } from '../marks';

interface NewFactor {
  readonly secret: string;
  readonly qrSvg: string;
}

/** Shows what is shown once: the picture for the app, and the recovery codes. */
document.addEventListener('api:saved', (event) => {
  const form = event.target;
  const place = document.getElementById('shown-once');
  if (!(form instanceof HTMLFormElement) || !place) return;
  if (isMarked(form, 'newFactor')) {
    event.preventDefault();
    form.hidden = true;
    showPicture(place, (event as CustomEvent<NewFactor>).detail);
  } else if (isMarked(form, 'recoveryCodes')) {
    event.preventDefault();
    showCodes(place, (event as CustomEvent<{ recoveryCodes: readonly string[] }>).detail.recoveryCodes);
  }
});

function showPicture(place: HTMLElement, { secret, qrSvg }: NewFactor): void {
  const code = element('input', {
    id: 'confirm-code',
    name: 'code',
    required: true,
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
  });
  place.replaceChildren(
    element('p', {}, 'Point your authenticator app at this picture, or type the secret into it.'),
    element('img', {
      class: 'qr',
      alt: 'Picture for an authenticator app; the secret below says the same',
      src: `data:image/svg+xml,${encodeURIComponent(qrSvg)}`,
    }),
    element('p', {}, 'Secret: ', element('code', {}, secret.replaceAll(/(.{4})(?=.)/g, '$1 '))),
    element(
      'form',
      {
        class: 'stack',
        ...marks({ api: 'POST /api/v1/me/second-factor/confirm', noId: true, recoveryCodes: true }),
      },
      element(
        'div',
        { class: 'field' },
        element('label', { for: 'confirm-code' }, 'Code that the app shows'),
        code,
      ),
      element('div', {}, element('button', { type: 'submit', class: 'primary' }, 'Confirm')),
    ),
  );
  code.focus();
}

function showCodes(place: HTMLElement, codes: readonly string[]): void {
  const goOn = element(
    'button',
    { type: 'button', class: 'primary', onclick: () => location.reload() },
    'I have kept them',
  );
  place.replaceChildren(
    element('h3', {}, 'Your recovery codes'),
    element(
      'p',
      {},
      'Write them down or print them now: they cannot be shown again. Each opens once, in place of a code of the app.',
    ),
    element('ul', { class: 'codes' }, ...codes.map((code) => element('li', {}, element('code', {}, code)))),
    element('div', {}, goOn),
  );
  goOn.focus();
}
