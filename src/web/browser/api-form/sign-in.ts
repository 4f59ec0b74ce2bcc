import { announceNext } from './announce';
import { dropAllDrafts, whoTypes } from './draft';
import { element } from './element';
import { marks } from '../marks';
import { asksForCode, showSecondStep } from './second-step';
import { sendJson } from './send';

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
 * Asks for name and password over the page, which stays as it is. Answers whether whoever typed it is signed in again. For
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
    const form = element(
      'form',
      { class: 'stack' },
      labelled('User name', {
        name: 'username',
        autocomplete: 'username',
        autocapitalize: 'none',
        required: true,
      }),
      labelled('Password', {
        name: 'password',
        type: 'password',
        autocomplete: 'current-password',
        required: true,
      }),
      element(
        'div',
        { hidden: true, ...marks({ secondStep: true }) },
        labelled('Code of your app, or a recovery code', { name: 'code', autocomplete: 'one-time-code' }),
      ),
      element(
        'div',
        { class: 'row' },
        element('button', { type: 'submit', class: 'primary' }, 'Sign in and go on'),
        element('button', { type: 'button', class: 'quiet', onclick: () => dialog.close() }, asked.leave),
      ),
    );
    let isBack = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void (async () => {
        const answer = await signIn(form);
        if (typeof answer === 'string') {
          said.textContent = answer;
          return;
        }
        if (!answer.same) return beginAs(answer.displayName);
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

async function signIn(form: HTMLFormElement): Promise<{ same: boolean; displayName: string } | string> {
  const { username, password, code } = Object.fromEntries(new FormData(form));
  const sent = await sendJson('POST', '/api/v1/auth/login', {
    username,
    password,
    ...(code !== '' && { code }),
  });
  if (sent.kind === 'offline') return 'No connection. Try again.';
  if (sent.kind === 'refused') {
    if (asksForCode(sent.refusal)) showSecondStep(form);
    return sent.refusal.detail;
  }
  const { user } = sent.data as { user: { id: string; displayName: string } };
  return { same: user.id === whoTypes(), displayName: user.displayName };
}

function beginAs(displayName: string): void {
  dropAllDrafts();
  announceNext(`You are signed in as ${displayName}. What somebody else had typed here was not saved.`);
  location.reload();
}

function labelled(text: string, attributes: Record<string, string | boolean>): HTMLElement {
  const id = `again-${String(attributes['name'])}`;
  return element(
    'div',
    { class: 'field' },
    element('label', { for: id }, text),
    element('input', { id, ...attributes }),
  );
}
