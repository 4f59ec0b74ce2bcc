import { element } from '../api-form/element';
import { refreshParts } from '../api-form/refresh';
import { isMarked, marks } from '../marks';

/** Shows the address of a calendar that was just made, this once, with a button that copies it. */
document.addEventListener('api:saved', (event) => {
  const form = event.target;
  const place = document.getElementById('new-feed');
  if (!(form instanceof HTMLFormElement) || !isMarked(form, 'newFeed') || !place) return;
  event.preventDefault();
  const { path } = (event as CustomEvent<{ path: string }>).detail;
  const copy = element(
    'button',
    { type: 'button', class: 'primary', ...marks({ copy: 'feed-address' }) },
    'Copy the address',
  );
  place.replaceChildren(
    element(
      'div',
      { class: 'notice notice-good' },
      element('p', {}, 'Subscribe to it in your calendar now: it cannot be shown again.'),
      element('p', {}, element('code', { id: 'feed-address' }, location.origin + path)),
      copy,
    ),
  );
  copy.focus();
  void refreshParts(['#feed-state']);
});
