import { announceNext } from '../announce';
import { dropAllDrafts, whoTypes } from '../draft/draft';
import { element } from '../element';
import { isMarked } from '../../marks';
import { passwordWay } from './password-way';
import { providerWay } from './provider-way';

const ASKED = {
  ended: {
    class: 'dialog',
    title: 'Sign in again',
    text: 'Your sign-in has ended. Nothing you typed is lost: sign in and it is saved.',
    leave: 'Not now',
  },
  /** Nothing of the page is seen behind it. */
  idle: {
    class: 'dialog covering',
    title: 'Signed out',
    text: 'Nobody used this page for a while. Nothing you typed is lost: sign in and go on.',
    leave: 'Leave this page',
  },
} as const;

/**
 * Asks for name and password, or for the provider, over the page, which stays as it is. Answers whether whoever typed it is signed in again. For
 * anybody else the page is loaded anew: what stands in it is not theirs to see, nor to save or sign in their name.
 */
export function signInAgain(why: keyof typeof ASKED = 'ended'): Promise<boolean> {
  const asked = ASKED[why];
  document.querySelector<HTMLDialogElement>('dialog[aria-labelledby="sign-in-again"]')?.close();
  return new Promise((done) => {
    const said = element('p', { class: 'error', role: 'alert' });
    const dialog = element(
      'dialog',
      { class: asked.class, 'aria-labelledby': 'sign-in-again' },
      element('h2', { id: 'sign-in-again' }, asked.title),
      element('p', {}, asked.text),
      said,
    );
    const way = isMarked(document.body, 'byProvider') ? providerWay(why === 'idle') : passwordWay();
    const { form } = way;
    form.append(
      element(
        'div',
        { class: 'row' },
        element('button', { type: 'submit', class: 'primary' }, way.goOn),
        element('button', { type: 'button', class: 'quiet', onclick: () => dialog.close() }, asked.leave),
      ),
    );
    let isBack = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void (async () => {
        const answer = await way.tried();
        if (typeof answer === 'string') {
          said.textContent = answer;
          return;
        }
        if (answer.id !== whoTypes()) return beginAs(answer.displayName);
        isBack = true;
        dialog.close();
      })();
    });
    dialog.append(form);
    dialog.addEventListener('close', () => {
      dialog.remove();
      done(isBack);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

function beginAs(displayName: string): void {
  dropAllDrafts();
  announceNext(`You are signed in as ${displayName}. What somebody else had typed here was not saved.`);
  location.reload();
}
