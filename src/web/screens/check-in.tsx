import { Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadsNothing } from '../../platform/audit/reads';
import { Clock } from '../../platform/clock';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Now } from '../../platform/http/now.decorator';
import { AllowAnyone } from '../../platform/permissions';
import { checkInOf } from '../../records/check-ins/check-in.query';
import { CheckInQuestions } from '../parts/check-in/check-in-questions';
import { TabletPage } from '../parts/check-in/tablet-page';
import { sendScreen } from '../render';
import { Screen } from '../screen.decorator';
import { marks } from '../browser/marks';

/** The clinic's tablet: a code, three questions, thanks. It shows a first name and a treatment, and leads nowhere else. */
@Screen('check-in')
export class CheckInScreen {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Get()
  @AllowAnyone()
  @ReadsNothing('the first name of whoever holds the tablet; that it was opened for them is in the trail')
  async ask(
    @Req() request: FastifyRequest,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const open = await checkInOf(this.work.db, request, this.clock.now());
    sendScreen(reply, open ? <CheckInQuestions checkIn={open} today={clinic.today} /> : <Code />);
  }

  @Get('thanks')
  @AllowAnyone()
  @ReadsNothing('thanks')
  thanks(@Res() reply: FastifyReply): void {
    sendScreen(
      reply,
      <TabletPage title="Thank you">
        <p class="tablet-words">Your answers have been passed on. Please give the tablet back.</p>
        <p>
          <a href="/check-in">Next check-in</a>
        </p>
      </TabletPage>,
    );
  }
}

function Code() {
  return (
    <TabletPage title="Check-in">
      <form class="stack" autocomplete="off" {...marks({ checkIn: true, codeAsked: true })}>
        <p id="code-hint">The team gives you a code of eight letters and digits.</p>
        <div class="field">
          <label for="code">Code</label>
          <input
            id="code"
            name="code"
            class="check-in-code"
            required
            maxLength={20}
            autocomplete="off"
            aria-describedby="code-hint"
            {...{ autocapitalize: 'characters', spellcheck: false }}
          />
        </div>
        <p class="error" role="alert" />
        <button type="submit" class="primary">
          Begin
        </button>
      </form>
    </TabletPage>
  );
}
