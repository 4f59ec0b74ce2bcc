import { Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ReadsNothing } from '../../platform/audit/reads';
import { Clock } from '../../platform/clock';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Now } from '../../platform/http/now.decorator';
import { Allow, may } from '../../platform/permissions';
import type { SignInView } from '../../platform/sign-ins/sign-ins.dto';
import { signInsOf } from '../../platform/sign-ins/sign-ins.query';
import { secondFactorOf } from '../../platform/second-factor/second-factor.query';
import type { SecondFactorView } from '../../platform/second-factor/second-factor.dto';
import { calendarFeedOf } from '../../records/scheduling/feeds/calendar-feeds.query';
import type { CalendarFeedView } from '../../records/scheduling/feeds/calendar-feeds.dto';
import { CalendarFeedPanel } from '../parts/account/calendar-feed-panel';
import { PasswordForm } from '../parts/account/password-form';
import { SecondFactorPanel } from '../parts/account/second-factor-panel';
import { SignInList } from '../parts/account/sign-in-list';
import { Page } from '../parts/page/page';
import { sendScreen } from '../render';
import { Screen } from '../screen.decorator';

/** Whoever is signed in, and what they see to themselves: their password, their second factor, their calendar, and where they are signed in. */
@Screen('account')
export class AccountScreen {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('self.read')
  @ReadsNothing('oneself')
  async show(@By() actor: SignedIn, @Now() { zone }: Clinic, @Res() reply: FastifyReply): Promise<void> {
    const signIns = await signInsOf(this.work.db, actor, this.clock.now());
    const factor = await secondFactorOf(this.work.db, actor);
    const feed = may(actor.role, 'calendar-feed.keep') ? await calendarFeedOf(this.work.db, actor) : null;
    sendScreen(reply, <AccountPage {...{ actor, signIns, factor, feed, zone }} />);
  }
}

interface AccountPageProps {
  readonly actor: SignedIn;
  readonly signIns: readonly SignInView[];
  readonly factor: SecondFactorView;
  /** Null: they give no injections. */
  readonly feed: CalendarFeedView | null;
  readonly zone: string;
}

function AccountPage({ actor, signIns, factor, feed, zone }: AccountPageProps) {
  return (
    <Page
      title="Your account"
      actor={actor}
      at="/account"
      narrow
      islands={['second-factor', 'new-feed', 'copy-text']}
    >
      {actor.byProvider ? (
        <section class="panel">
          <p>You signed in by your provider: your password and your second factor are there, not here.</p>
        </section>
      ) : actor.owes === 'second-factor' ? (
        <SecondFactorPanel factor={factor} zone={zone} />
      ) : (
        <>
          <PasswordForm first={actor.owes === 'password'} />
          {!actor.owes && <SecondFactorPanel factor={factor} zone={zone} />}
        </>
      )}
      {feed && !actor.owes && <CalendarFeedPanel feed={feed} zone={zone} />}
      <SignInList signIns={signIns} zone={zone} />
    </Page>
  );
}
