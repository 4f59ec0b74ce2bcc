import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { Reads, ReadsNothing, type Unsent } from '../../platform/audit/reads';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Costs } from '../../platform/limits/costly';
import { Allow } from '../../platform/permissions';
import { PossibleDuplicatesQuery } from '../../records/patients/duplicates/duplicates.dto';
import {
  possibleDuplicates,
  type PossibleDuplicate,
} from '../../records/patients/duplicates/possible-duplicates.query';
import { marks } from '../browser/marks';
import { Page } from '../parts/page/page';
import { IdentityFields } from '../parts/patient/identity-fields';
import { IsItOneOfThese } from '../parts/patient/same-person/possible-duplicates';
import { screenOf, sendScreen } from '../render';
import { Screen } from '../screen.decorator';

interface AskedProps {
  readonly actor: SignedIn;
  readonly found: readonly PossibleDuplicate[];
}

/** Registering a patient, once it is asked whether they are on record already. */
@Screen('patients')
export class NewPatientScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get('new')
  @Allow('patient.write')
  @ReadsNothing('an empty form')
  register(@By() actor: SignedIn, @Res() reply: FastifyReply): void {
    sendScreen(
      reply,
      <Page title="Register a patient" actor={actor} at="/patients" islands={['same-person', 'form-parts']}>
        <form
          class="panel stack"
          {...marks({
            api: 'POST /api/v1/patients',
            after: '/patients/{id}',
            draft: 'register-patient',
            saved: 'Registered.',
            asksWhetherSame: true,
          })}
        >
          <IdentityFields />
          <IsItOneOfThese found={[]} />
          <div class="row">
            <button type="submit" class="primary">
              Register
            </button>
            <a class="button quiet" href="/patients">
              Cancel
            </a>
          </div>
        </form>
      </Page>,
    );
  }

  /** The question alone, as the form fetches it. */
  @Get('possible-duplicates')
  @Allow('patient.write')
  @Costs('search')
  @Reads('patient', ({ props }: VNode<AskedProps>) => ({
    patients: props.found.map(({ patient }) => patient.id),
  }))
  async ask(
    @By() actor: SignedIn,
    @Query() asked: PossibleDuplicatesQuery,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode<AskedProps>>> {
    return screenOf(reply, <Asked actor={actor} found={await possibleDuplicates(this.work.db, asked)} />);
  }
}

function Asked({ actor, found }: AskedProps) {
  return (
    <Page title="On record already" actor={actor} at="/patients">
      {found.length === 0 && <p class="empty">Nobody on record is alike.</p>}
      <IsItOneOfThese found={found} />
    </Page>
  );
}
