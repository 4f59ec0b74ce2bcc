import { marks } from '../../marks';
import { element } from '../element';
import { asksForCode, showSecondStep } from './second-step';
import { sendJson } from '../send';

export interface Back {
  readonly id: string;
  readonly displayName: string;
}

/** A way to be signed in again over a page. */
export interface WayBack {
  readonly form: HTMLFormElement;
  /** What its button says. */
  readonly goOn: string;
  /** Who is signed in now; else what to do. */
  readonly tried: () => Promise<Back | string>;
}

/** By name and password, and a code where it is asked for. */
export function passwordWay(): WayBack {
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
  );
  return { form, goOn: 'Sign in and go on', tried: () => signIn(form) };
}

async function signIn(form: HTMLFormElement): Promise<Back | string> {
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
  return (sent.data as { user: Back }).user;
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
