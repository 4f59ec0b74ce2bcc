import { element } from '../element';
import type { Back, WayBack } from './password-way';
import { sendJson } from '../send';

/**
 * By the provider, in another window: this one keeps what was typed. `ends`: the sign-in of before ends first, so that
 * whoever finds the page covered does not go on with it.
 */
export function providerWay(ends: boolean): WayBack {
  const link = element(
    'a',
    { class: 'button', href: '/auth/oidc?next=/account', target: '_blank', rel: 'noopener', hidden: ends },
    'Sign in (opens another window)',
  );
  const form = element(
    'form',
    { class: 'stack' },
    element('p', {}, 'Sign in by your provider, or start from your EHR again, and come back to this window.'),
    element('div', {}, link),
  );
  let ended = !ends;
  const end = async (): Promise<void> => {
    ended ||= await endHere();
    link.hidden = !ended;
  };
  void end();
  const tried = async (): Promise<Back | string> => {
    if (ended) return whoIsBack();
    await end();
    return ended ? NOT_YET : OFFLINE;
  };
  return { form, goOn: 'Go on', tried };
}

const NOT_YET = 'You are not signed in yet. Do that in the other window first.';
const OFFLINE = 'No connection. Try again.';

async function whoIsBack(): Promise<Back | string> {
  const sent = await sendJson('GET', '/api/v1/me');
  if (sent.kind === 'offline') return OFFLINE;
  return sent.kind === 'refused' ? NOT_YET : (sent.data as Back);
}

/** Whether this browser's sign-in is over. */
async function endHere(): Promise<boolean> {
  const found = await sendJson('GET', '/api/v1/me/sign-ins');
  if (found.kind !== 'answered') return found.kind === 'refused' && found.refusal.status === 401;
  const { items } = found.data as { items: readonly { id: string; current: boolean }[] };
  const here = items.find(({ current }) => current);
  if (here === undefined) return true;
  return (await sendJson('DELETE', `/api/v1/me/sign-ins/${here.id}`)).kind === 'answered';
}
