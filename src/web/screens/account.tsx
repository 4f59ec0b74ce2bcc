import { Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ReadsNothing } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Allow } from '../../platform/permissions';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../platform/users/password';
import { marks } from '../browser/marks';
import { Field } from '../parts/page/field';
import { Page } from '../parts/page/page';
import { sendScreen } from '../render';
import { Screen } from '../screen.decorator';

/** Whoever is signed in, and what they set themselves: their password. */
@Screen('account')
export class AccountScreen {
  @Get()
  @Allow('self.read')
  @ReadsNothing('oneself')
  show(@By() actor: SignedIn, @Res() reply: FastifyReply): void {
    sendScreen(reply, <AccountPage actor={actor} />);
  }
}

function AccountPage({ actor }: { readonly actor: SignedIn }) {
  return (
    <Page title="Your account" actor={actor} at="/account" narrow>
      <form
        class="panel stack"
        {...marks({
          api: 'POST /api/v1/me/password',
          noId: true,
          saved: 'Your password is changed. Everywhere else you are signed out.',
        })}
        aria-labelledby="password"
      >
        <h2 id="password">Change your password</h2>
        <Field
          label="Current password"
          name="currentPassword"
          type="password"
          autocomplete="current-password"
          required
        />
        <Field
          label="New password"
          name="newPassword"
          type="password"
          autocomplete="new-password"
          required
          hint={`${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters: three or four words that have nothing to do with each other.`}
        />
        <div>
          <button type="submit" class="primary">
            Change the password
          </button>
        </div>
      </form>
    </Page>
  );
}
