import { Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { In } from 'typeorm';
import type { RecordedYear } from '../../clinical/asking/ask-wear-off';
import { INDICATIONS, isIndication, type IndicationSlug } from '../../clinical/catalogue/indications';
import { FLAG_STATUSES, type FlagStatus } from '../../clinical/review/review-path';
import { Reads, ReadsNothing, type Unsent } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Now } from '../../platform/http/now.decorator';
import { Allow } from '../../platform/permissions';
import { Problem } from '../../platform/http/problem';
import { IdPipe } from '../../platform/http/validation';
import { findAlerts } from '../../records/adverse-events/alert.query';
import type { AlertView } from '../../records/adverse-events/alerts.dto';
import { untoldYear } from '../../records/clinic-notes/recorded-year.query';
import { waitingAnswers, type WaitingAnswer } from '../../records/patient-answers/waiting-answer.query';
import { Patient } from '../../records/patients/patient.entity';
import { findFlags } from '../../records/reviews/flag-view.query';
import type { FlagView } from '../../records/reviews/flags.dto';
import { ReviewFlag } from '../../records/reviews/review-flag.entity';
import { AlertList } from '../parts/alert/alert-list';
import { AskWearOffNote } from '../parts/asking/ask-wear-off-note';
import { WaitingAnswers } from '../parts/asking/waiting-answers';
import { FlagBadge } from '../parts/page/badges';
import { dayWords, saidDays } from '../shared/day-text';
import { SelectField } from '../parts/page/field';
import { Page } from '../parts/page/page';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';
import { listedNameOf } from '../../clinical/person-name';
import { INDICATION_CHOICES } from '../parts/patient/patient-words';

const MOST = 500;

/** What is reviewed of a flag is answered of an alert. */
const ALERTS = { open: 'open', reviewed: 'answered' } as const;

interface Filters {
  readonly status: FlagStatus;
  readonly indication?: IndicationSlug;
}

/** What a neurologist should look at: alerts of the day first, then tasks, what is only watched below. */
@Screen('flags')
export class FlagsScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get()
  @Allow('flag.read')
  @Reads('review_flag', ({ props }: VNode<QueueProps>) => ({
    patients: [...props.alerts, ...props.answers, ...props.flags].map(({ patientId }) => patientId),
  }))
  async queue(
    @By() actor: SignedIn,
    @Query() query: Record<string, unknown>,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode<QueueProps>>> {
    const { db } = this.work;
    const filters = filtersOf(query);
    const flags = await findFlags(db, { ...filters, limit: MOST }, clinic);
    const { indication, status } = filters;
    const alerts = await findAlerts(db, {
      status: ALERTS[status],
      indication,
      injectorId: actor.id,
      limit: MOST,
    });
    const answers = status === 'open' ? await waitingAnswers(db, MOST) : [];
    const untold = await untoldYear(db, clinic);
    const ids = [...new Set([...alerts, ...answers, ...flags].map(({ patientId }) => patientId))];
    const patients = await db.findBy(Patient, { id: In(ids) });
    const names = new Map(patients.map((patient) => [patient.id, patient]));
    return screenOf(
      reply,
      <Queue {...{ actor, alerts, answers, flags, filters, untold, clinic }} patients={names} />,
    );
  }

  /** A flag is shown where its evidence is: on its course. */
  @Get(':id')
  @Allow('flag.read')
  @ReadsNothing('leads on to the course, which is recorded')
  async show(@Param('id', IdPipe) id: string, @Res() reply: FastifyReply) {
    const flag = await this.work.db.findOneBy(ReviewFlag, { id });
    if (!flag) throw new Problem('not-found', 'There is no such flag.');
    void reply.redirect(`/courses/${flag.courseId}#flag-${id}`, 303);
  }
}

interface QueueProps {
  readonly actor: SignedIn;
  readonly alerts: readonly AlertView[];
  readonly answers: readonly WaitingAnswer[];
  readonly flags: readonly FlagView[];
  readonly patients: ReadonlyMap<string, Patient>;
  readonly filters: Filters;
  /** Where the clinic should be told what asking would bring. */
  readonly untold: RecordedYear | undefined;
  readonly clinic: Clinic;
}

function Queue({ actor, alerts, answers, flags, patients, filters, untold, clinic }: QueueProps) {
  const { today, zone } = clinic;
  const byDay = flags.toSorted((a, b) => (a.opensOn < b.opensOn ? -1 : 1));
  const tasks = byDay.filter(({ tier }) => tier !== 'watch');
  const watched = byDay.filter(({ tier }) => tier === 'watch');
  return (
    <Page title="To review" actor={actor} at="/flags">
      <AskWearOffNote year={untold} />
      <form method="get" class="row row-end no-print">
        <SelectField
          label="Show"
          name="status"
          value={filters.status}
          options={[
            { value: 'open', label: 'Open' },
            { value: 'reviewed', label: 'Reviewed' },
          ]}
        />
        <SelectField
          label="Indication"
          name="indication"
          value={filters.indication ?? ''}
          options={[{ value: '', label: 'All' }, ...INDICATION_CHOICES]}
        />
        <button type="submit">Show</button>
      </form>
      <AlertList status={ALERTS[filters.status]} lookerId={actor.id} {...{ alerts, patients, today, zone }} />
      <WaitingAnswers answers={answers} patients={patients} today={today} />
      <section class="stack" aria-labelledby="tasks-heading">
        <h2 id="tasks-heading">{`To decide (${tasks.length})`}</h2>
        {tasks.length === 0 && <p class="panel empty">Nothing waits for a decision.</p>}
        {tasks.map((flag) => (
          <article key={flag.id} class="panel stack">
            <div class="row">
              <h3>
                <a href={`/flags/${flag.id}`}>{listedNameOf(patients.get(flag.patientId))}</a>
              </h3>
              <FlagBadge tier={flag.tier} />
              <span class="muted">{INDICATIONS[flag.indication].name}</span>
              <span class="muted">{`since ${dayWords(flag.opensOn, today)}`}</span>
            </div>
            <p>{saidDays(flag.text)}</p>
          </article>
        ))}
      </section>
      <section class="panel stack" aria-labelledby="watched-heading">
        <h2 id="watched-heading">{`Only watched (${watched.length})`}</h2>
        {watched.length === 0 && <p class="muted">Nobody.</p>}
        <ul class="plain watched">
          {watched.map((flag) => (
            <li key={flag.id}>
              <a href={`/flags/${flag.id}`}>{listedNameOf(patients.get(flag.patientId))}</a>
              <span class="muted">
                {` ${INDICATIONS[flag.indication].name}, since ${dayWords(flag.opensOn, today)}`}
              </span>
              <details>
                <summary>
                  Why
                  <span class="visually-hidden">{` ${listedNameOf(patients.get(flag.patientId))} is watched`}</span>
                </summary>
                <p>{saidDays(flag.text)}</p>
              </details>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}

/** What an address asks for; what it asks for wrongly is passed over. */
function filtersOf({ status, indication }: Record<string, unknown>): Filters {
  return {
    status: FLAG_STATUSES.find((known) => known === status) ?? 'open',
    indication: isIndication(indication) ? indication : undefined,
  };
}
