import type { SignedIn } from '../../../platform/http/by.decorator';
import type { Problem } from '../../../platform/http/problem';
import { saidDays } from '../../shared/day-text';
import { Page } from './page';
import { CLASSES } from '../../shared/classes';

/** What is shown in place of a screen: why, and where to go from here. */
export function Refusal({ problem, actor }: { readonly problem: Problem; readonly actor?: SignedIn }) {
  const { kind, title, status, detail } = problem;
  return (
    <Page title={TITLES[kind] ?? title} actor={actor} narrow>
      <div class={CLASSES.notice[status >= 500 ? 'bad' : 'warn']}>
        <p>{kind === 'forbidden' && actor ? notForRole(actor) : saidDays(detail)}</p>
        <p class="row">
          <a class="button primary" href="/">
            Go to the start
          </a>
        </p>
      </div>
    </Page>
  );
}

const TITLES: Readonly<Partial<Record<Problem['kind'], string>>> = {
  forbidden: 'Not for your role',
  'not-found': 'Not found',
  malformed: 'This address is not right',
  unavailable: 'Not available for the moment',
};

function notForRole({ name, role }: SignedIn): string {
  return `You are signed in as ${name}, ${role}. This screen belongs to other roles: who needs it asks the administrator.`;
}
