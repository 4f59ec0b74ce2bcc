import { element } from '../api-form/element';
import { refreshParts } from '../api-form/refresh';
import { isMarked, markOf } from '../marks';

interface ChangedUser {
  readonly endedTokens?: readonly { readonly id: string; readonly name: string }[];
}

/** Says which scripts stopped with a change of a user, and lets it stand: somebody makes new tokens for those that are needed. */
document.addEventListener('api:saved', (event) => {
  const form = event.target;
  const place = document.getElementById('ended-tokens');
  if (!(form instanceof HTMLFormElement) || !isMarked(form, 'endedTokens') || !place) return;
  const { endedTokens = [] } = (event as CustomEvent<ChangedUser>).detail;
  if (endedTokens.length === 0) return;
  event.preventDefault();
  place.replaceChildren(
    element(
      'div',
      { class: 'notice notice-warn', tabindex: '-1' },
      element('h2', {}, markOf(form, 'saved') ?? 'Saved.'),
      element(
        'p',
        {},
        'These tokens for scripts ended with it. Make new ones for the scripts that are still needed.',
      ),
      element('ul', {}, ...endedTokens.map(({ name }) => element('li', {}, name))),
      element('p', {}, element('a', { href: '/tokens' }, 'Tokens for scripts')),
    ),
  );
  void refreshParts(['#users']);
  place.querySelector<HTMLElement>('[tabindex]')?.focus();
});
