import { Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ReadsNothing } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Now } from '../../platform/http/now.decorator';
import { Allow } from '../../platform/permissions';
import { findLearned, type LearnedSoFar } from '../../records/clinic-learning/clinic-learning.query';
import { AlarmPlot } from '../parts/learning/alarm-plot';
import { AcceptedVersion, ProposedVersion } from '../parts/learning/learned-version';
import { NumberField } from '../parts/page/field';
import { Page } from '../parts/page/page';
import { marks } from '../browser/marks';
import { timeWords } from '../shared/day-text';
import { sendScreen } from '../render';
import { Screen } from '../screen.decorator';

/** What the clinic learned from its own courses, what its reviews cost, and what an administrator accepts of it. */
@Screen('learning')
export class LearningScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get()
  @Allow('learning.read')
  @ReadsNothing('counts and estimates of the clinic, no patient')
  async show(@By() actor: SignedIn, @Now() clinic: Clinic, @Res() reply: FastifyReply): Promise<void> {
    const learned = await this.work.snapshot((db) => findLearned(db, clinic));
    const { version } = clinic;
    sendScreen(
      reply,
      <LearningPage actor={actor} learned={learned} zone={clinic.zone} settingsVersion={version} />,
    );
  }
}

interface LearningPageProps {
  readonly actor: SignedIn;
  readonly learned: LearnedSoFar;
  readonly zone: string;
  readonly settingsVersion: number;
}

function LearningPage({ actor, learned, zone, settingsVersion }: LearningPageProps) {
  const { checkedAt } = learned;
  return (
    <Page title="Learning" actor={actor} at="/learning" islands={['learning-preview']}>
      <p class="muted">
        {checkedAt
          ? `The clinic learns from its own courses every night, last ${timeWords(checkedAt, zone)}.`
          : 'The clinic learns from its own courses every night; its first night is still to come.'}
      </p>
      <form
        {...marks({
          api: 'POST /api/v1/clinic-learning',
          noId: true,
          long: 'Learning from the clinic’s courses',
          saved: 'The clinic has learned from its courses.',
        })}
      >
        <button type="submit">Learn now</button>
      </form>
      <ProposedVersion {...learned} zone={zone} />
      <AcceptedVersion {...learned} zone={zone} />
      <Alarms {...learned} settingsVersion={settingsVersion} />
      <Versions {...learned} zone={zone} />
    </Page>
  );
}

function Alarms({
  alarms,
  lastYear,
  settingsVersion,
}: Pick<LearnedSoFar, 'alarms' | 'lastYear'> & { readonly settingsVersion: number }) {
  return (
    <section class="panel stack" aria-labelledby="alarms">
      <h2 id="alarms">What reviews cost</h2>
      {alarms ? (
        <>
          <p>{alarms.text}</p>
          <p class="muted">
            False reviews are estimated by playing the clinic’s own courses backwards: there a loss is a
            recovery, and whatever is called a loss is none.
          </p>
          <AlarmPlot alarms={alarms} />
        </>
      ) : (
        <p class="empty">It is counted in the first night.</p>
      )}
      <p>{lastYearText(lastYear)}</p>
      {alarms && (
        <form
          class="stack"
          aria-label="Alarm budget"
          {...marks({
            api: 'PATCH /api/v1/clinic-settings',
            version: settingsVersion,
            long: 'Working out every due day again',
            saved: 'The budget is saved.',
          })}
        >
          <NumberField
            label="Alarm budget"
            name={'ruleValues["R.alarm-budget"]'}
            id="budget"
            value={alarms.budget}
            required
            inputMode="decimal"
            hint="False reviews per 100 patient-years that the clinic bears."
          />
          <div>
            <button type="submit">Save the budget</button>
          </div>
        </form>
      )}
    </section>
  );
}

function lastYearText({ reviews, patientYears, per100PatientYears }: LearnedSoFar['lastYear']): string {
  const opened = `In the last year ${reviews} of the flags that opened asked for a review`;
  return per100PatientYears === null
    ? `${opened}.`
    : `${opened}: ${per100PatientYears.toFixed(1)} per 100 patient-years, over ${Math.round(patientYears)} of them.`;
}

const STATE_WORDS: Readonly<Record<LearnedSoFar['versions'][number]['state'], string>> = {
  same: 'Nothing other than what stood',
  proposed: 'Proposed',
  accepted: 'Judged with',
  superseded: 'Gave way to a later one',
  withdrawn: 'Taken back',
};

function Versions({ versions, zone }: Pick<LearnedSoFar, 'versions'> & { readonly zone: string }) {
  if (versions.length === 0) return null;
  return (
    <section class="panel scroll" aria-labelledby="versions" tabIndex={0}>
      <h2 id="versions">Versions</h2>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">Learned</th>
            <th scope="col">Found again</th>
            <th scope="col">State</th>
            <th scope="col" class="num">
              Courses
            </th>
          </tr>
        </thead>
        <tbody>
          {versions.map((row) => (
            <tr key={row.version}>
              <th scope="row">{row.version}</th>
              <td>{timeWords(row.madeAt, zone)}</td>
              <td>{timeWords(row.checkedAt, zone)}</td>
              <td>{STATE_WORDS[row.state]}</td>
              <td class="num">{row.courses}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
