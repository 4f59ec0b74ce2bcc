import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { In } from 'typeorm';
import { addDays, isPlainDate, type PlainDate } from '../../clinical/calendar';
import { Reads, type Unsent } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Now } from '../../platform/http/now.decorator';
import { readCursor, toPage, USUAL_LIMIT } from '../../platform/http/page-cursor';
import { isMoment } from '../../platform/http/validating/day-shapes';
import { isId } from '../../platform/http/validation';
import { Allow } from '../../platform/permissions';
import { findAlerts, openAlertCounts } from '../../records/adverse-events/alert.query';
import { countWaitingAnswers, waitingAnswers } from '../../records/patient-answers/waiting-answer.query';
import { Patient } from '../../records/patients/patient.entity';
import { countFlagsToDecide, flagsToDecide } from '../../records/reviews/open-flags.query';
import { MyDayQuery } from '../../worklist/my-day/my-day.dto';
import { dayCounts, dayVisits, type DayVisit } from '../../worklist/my-day/my-day.query';
import { dueChecks, peakCheckRows } from '../../worklist/peak-checks/peak-checks.query';
import { unsignedCounts, unsignedRows } from '../../worklist/unsigned/unsigned.query';
import { addressWith, filledQuery } from '../filled-query';
import { DayPatient, patientsOf } from '../parts/my-day/day-patient';
import { DayWaiting, type DayWaitingFacts } from '../parts/my-day/day-waiting';
import { Page } from '../parts/page/page';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';
import { shortDay } from '../shared/day-text';

interface MyDayProps {
  readonly actor: SignedIn;
  readonly asOf: PlainDate;
  readonly visits: readonly DayVisit[];
  readonly total: number;
  readonly moreAt?: string;
  readonly mine: boolean;
  readonly waiting: DayWaitingFacts;
  readonly clinic: Clinic;
}

/** Of what waits beside the patients, the first few are shown. */
const FEW = 5;

/** The day of a neurologist: who comes, what to know and ask of each, and what waits besides. */
@Screen('my-day')
export class MyDayScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get()
  @Allow('session.read')
  @Reads('my_day', ({ props }: VNode<MyDayProps>) => ({ patients: shownIn(props) }))
  async show(
    @By() actor: SignedIn,
    @Query() asked: Record<string, unknown>,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode<MyDayProps>>> {
    const { db } = this.work;
    const mine = asked['mine'] === 'yes';
    const query = await filledQuery({ asOf: asked['asOf'], cursor: asked['cursor'] }, MyDayQuery);
    const asOf = query.asOf ?? clinic.today;
    const filters = mine ? { injectorId: actor.id } : {};
    const after = readCursor('my-day', query.cursor, [isMoment, isId]);
    const day = { asOf, clinic };
    const found = await dayVisits(db, filters, day, { limit: USUAL_LIMIT + 1, after });
    const { items: visits, nextCursor } = toPage('my-day', found, USUAL_LIMIT, ({ row: { appointment } }) => [
      appointment.startsAt.toISOString(),
      appointment.id,
    ]);
    const moreAt = nextCursor === null ? undefined : addressWith('/my-day', asked, { cursor: nextCursor });
    const { total } = await dayCounts(db, filters, day);
    const waiting = await this.waitingFor(actor, clinic);
    return screenOf(reply, <MyDay {...{ actor, asOf, visits, total, moreAt, mine, waiting, clinic }} />);
  }

  /** Alerts, answers and flags are everybody's; sessions and checks are those of whoever looks. */
  private async waitingFor({ id: injectorId }: SignedIn, clinic: Clinic): Promise<DayWaitingFacts> {
    const { db } = this.work;
    const today = { asOf: clinic.today, clinic };
    const alerts = await findAlerts(db, { status: 'open', injectorId, limit: FEW });
    const answers = await waitingAnswers(db, FEW);
    const flags = await flagsToDecide(db, FEW);
    const unsigned = await unsignedRows(db, { injectorId }, today, { limit: FEW });
    const checks = await dueChecks(db, { injectorId }, today);
    const ids = [...alerts, ...answers, ...flags].map(({ patientId }) => patientId);
    const patients = await db.findBy(Patient, { id: In([...new Set(ids)]) });
    return {
      alerts: { items: alerts, total: (await openAlertCounts(db, clinic)).total },
      answers: { items: answers, total: await countWaitingAnswers(db) },
      flags: { items: flags, total: await countFlagsToDecide(db) },
      unsigned: { items: unsigned, total: (await unsignedCounts(db, { injectorId }, today)).total },
      peakChecks: { items: await peakCheckRows(db, checks.slice(0, FEW), today), total: checks.length },
      patients: new Map(patients.map((patient) => [patient.id, patient])),
    };
  }
}

function shownIn({ visits, waiting }: MyDayProps): readonly string[] {
  const { unsigned, peakChecks: checks, patients } = waiting;
  return [
    ...[...visits, ...unsigned.items, ...checks.items].map(({ patient }) => patient.id),
    ...patients.keys(),
  ];
}

function MyDay({ actor, asOf, visits, total, moreAt, mine, waiting, clinic }: MyDayProps) {
  const { today } = clinic;
  const title = asOf === today ? 'My day' : `My day: ${shortDay(asOf, today)}`;
  return (
    <Page
      title={title}
      actor={actor}
      at="/my-day"
      islands={['day-keys']}
      actions={<DayLinks {...{ asOf, today, mine }} />}
      wide
    >
      <div class="my-day">
        <section class="stack" aria-labelledby="patients-heading">
          <div class="row">
            <h2 id="patients-heading">{`${shortDay(asOf, today)} (${total})`}</h2>
            <WhoseLinks {...{ asOf, today, mine }} />
          </div>
          {visits.length === 0 && (
            <p class="panel empty">
              {mine ? 'Nobody whom you treated last is booked on this day.' : 'Nobody is booked on this day.'}
            </p>
          )}
          {visits.length > 0 && (
            <p class="hint day-keys no-print">
              With the focus on a patient: <kbd>R</kbd> response, <kbd>L</kbd> log, <kbd>J</kbd> and{' '}
              <kbd>K</kbd> next and previous patient.
            </p>
          )}
          <ol class="day-patients">
            {patientsOf(visits).map((patient) => (
              <DayPatient key={patient.rows[0]!.appointment.id} {...patient} clinic={clinic} />
            ))}
          </ol>
          {moreAt && (
            <p class="no-print">
              <a class="button" href={moreAt}>
                Show more
              </a>
            </p>
          )}
        </section>
        <DayWaiting facts={waiting} today={today} />
      </div>
    </Page>
  );
}

interface DayLinksProps {
  readonly asOf: PlainDate;
  readonly today: PlainDate;
  readonly mine: boolean;
}

function DayLinks({ asOf, today, mine }: DayLinksProps) {
  const at = (day: PlainDate): string => addressOf({ asOf: day, today, mine });
  const [before, after] = [addDays(asOf, -1), addDays(asOf, 1)];
  return (
    <>
      {isPlainDate(before) && (
        <a class="button" href={at(before)}>
          <span aria-hidden="true">‹</span> Day before
        </a>
      )}
      <a class="button" href={at(today)} aria-current={asOf === today ? 'date' : undefined}>
        Today
      </a>
      {isPlainDate(after) && (
        <a class="button" href={at(after)}>
          Day after <span aria-hidden="true">›</span>
        </a>
      )}
    </>
  );
}

function WhoseLinks({ asOf, today, mine }: DayLinksProps) {
  return (
    <ul class="day-whose no-print" aria-label="Whose patients">
      <li>
        <a href={addressOf({ asOf, today, mine: false })} aria-current={mine ? undefined : 'true'}>
          Everybody’s
        </a>
      </li>
      <li>
        <a href={addressOf({ asOf, today, mine: true })} aria-current={mine ? 'true' : undefined}>
          Treated last by me
        </a>
      </li>
    </ul>
  );
}

function addressOf({ asOf, today, mine }: DayLinksProps): string {
  return addressWith(
    '/my-day',
    {},
    { asOf: asOf === today ? undefined : asOf, mine: mine ? 'yes' : undefined },
  );
}
