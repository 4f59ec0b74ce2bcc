import type { Reason } from '../../../platform/oidc/not-admitted';
import { CLASSES } from '../../shared/classes';
import { Page } from '../page/page';

export const STATUS_OF: Readonly<Record<Reason, number>> = {
  'not-begun': 400,
  denied: 403,
  code: 403,
  token: 403,
  unreachable: 503,
  'no-role': 403,
  disabled: 403,
  'unknown-ehr': 403,
  unsuited: 503,
};

const WORDS: Readonly<Record<Reason, string>> = {
  'not-begun':
    'This did not begin in this browser, or took too long, or was done already. Sign in again from the sign-in page.',
  denied:
    'Your provider did not sign you in. Try again, or sign in with a user name and password of this service.',
  code: 'Your provider did not confirm that you signed in. Sign in again.',
  token:
    'What your provider sent is not right for this service, so you are not signed in. Sign in again; if this comes back, tell whoever looks after the service: the trail says what was wrong.',
  unreachable:
    'Your provider cannot be reached. Whoever has a user name and password of this service signs in with them.',
  'no-role':
    'Your provider knows you, but nothing that you are there has a role in this service, so you have no account here. Whoever gives out roles at your provider can give you one.',
  'unknown-ehr':
    'This service was started by an EHR that it does not know. Whoever looks after the service can add it.',
  unsuited:
    'The EHR that started this service does not say who you are in a way that the service can check. Sign in, and find the patient here.',
  disabled: 'Your account in this service is disabled. An administrator of the clinic can enable it again.',
};

/** Why somebody who comes from a provider is not let in, and what to do. */
export function NotAdmittedPage({ reason }: { readonly reason: Reason }) {
  return (
    <Page title="Not signed in" narrow>
      <div class={CLASSES.notice[STATUS_OF[reason] >= 500 ? 'bad' : 'warn']} role="alert">
        <p>{WORDS[reason]}</p>
        <p class="row">
          <a class="button primary" href="/login">
            To the sign-in page
          </a>
        </p>
      </div>
    </Page>
  );
}
