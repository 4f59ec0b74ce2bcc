import { daysBetween, type PlainDate } from '../../../clinical/calendar';
import { dayText, weeksText } from '../../../clinical/due/due-text';
import type { RuleValues } from '../../../clinical/rules';
import { unsignedOn } from '../../../clinical/session-check/corrections/unsigned';
import { countsAsPeak, judgedAt } from '../../../clinical/watch/evidence/peak-window';
import { saidWords } from '../asking/answer-words';
import { unitsText } from '../../../clinical/doses/dose-cap';
import { numberWords } from '../../shared/injection-words';
import type { GivenSession } from '../../../records/courses/course-page.query';
import { recordsLengths, recordsSizes } from '../course-charts/course-chart';
import { expectedSize, expectedWeeks } from '../course-charts/response-words';
import { UnsignedBadge } from '../page/badges';
import { SignButton } from './sign-button';

const CHANGE_WORDS = {
  'dose-cut': 'dose reduced',
  product: 'product changed',
  injector: 'other injector',
  muscles: 'muscles changed',
} as const;

/** All sessions with what is known of each: the charts as a table. The latest stands first. */
export function SessionList({
  sessions,
  people,
  rules,
  today,
}: {
  readonly sessions: readonly GivenSession[];
  readonly people: ReadonlyMap<string, string>;
  readonly rules: RuleValues;
  readonly today: PlainDate;
}) {
  const injectors = new Set(sessions.map(({ injectorId }) => injectorId));
  const [withSizes, withLengths] = [recordsSizes(sessions), recordsLengths(sessions)];
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Sessions as a table">
      <table class="table sessions">
        <thead>
          <tr>
            <th scope="col">Session</th>
            <th scope="col">Given</th>
            <th scope="col">Improvement (expected)</th>
            <th scope="col">Lasted (expected)</th>
            <th scope="col">Of usual</th>
            <th scope="col">What differed</th>
            {injectors.size > 1 && <th scope="col">Given by</th>}
            <th scope="col" class="no-print">
              Response
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.toReversed().map((session) => (
            <tr key={session.number}>
              <th scope="row">
                <a href={`/sessions/${session.sessionId}`}>
                  {`${session.number}. ${dayText(session.performedOn)}`}
                </a>
                {session.unsigned.map(({ sessionId, performedOn, version }) => (
                  <div key={sessionId} class="row">
                    <UnsignedBadge {...unsignedOn(performedOn, today, rules)} />
                    <SignButton
                      id={sessionId}
                      version={version}
                      what={
                        sessionId === session.sessionId
                          ? `session ${session.number}`
                          : `what continued session ${session.number} on ${dayText(performedOn)}`
                      }
                    />
                  </div>
                ))}
              </th>
              <td>
                {unitsText(session.product, session.totalUnits)}
                {session.parts.map(({ sessionId, performedOn, totalUnits }) => (
                  <div key={sessionId} class="muted">
                    {`${numberWords(totalUnits)} U of them on `}
                    <a href={`/sessions/${sessionId}`}>{dayText(performedOn)}</a>
                  </div>
                ))}
              </td>
              <td class="wraps">
                {sizeWords(session, rules)}
                {withSizes && <span class="muted">{` (${expectedSize(session.evidence.expected)})`}</span>}
              </td>
              <td class="wraps">
                {lengthWords(session, rules, today)}
                {withLengths && <span class="muted">{` (${expectedWeeks(session.evidence.expected)})`}</span>}
              </td>
              <td>
                {session.evidence.share ? `${Math.round(session.evidence.share.benefit * 100)} %` : '–'}
              </td>
              <td class="wraps">
                {session.evidence.changes.map((change) => CHANGE_WORDS[change]).join(', ') || '–'}
              </td>
              {injectors.size > 1 && <td>{people.get(session.injectorId) ?? '–'}</td>}
              <td class={session.answers.length > 0 ? 'no-print wraps' : 'no-print'}>
                <a href={`/sessions/${session.sessionId}/response`}>
                  {session.response ? 'Change' : 'Record'}
                  <span class="visually-hidden">{` the response to session ${session.number}`}</span>
                </a>
                {session.answers.map((answer) => (
                  <div key={answer.id} class="muted">
                    {`Patient, not confirmed: ${saidWords(answer, today)}`}
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The rating as it was entered, and beside it the combined improvement where that is another figure; a rating of another time is shown as that. */
function sizeWords(
  { evidence, response, performedOn }: Pick<GivenSession, 'evidence' | 'response' | 'performedOn'>,
  rules: RuleValues,
): string {
  const { improvementPct, assessedOn } = response ?? {};
  if (evidence.size) {
    const combined = pctWords(Math.round(evidence.size.improvementPct));
    const rated = typeof improvementPct === 'number' ? pctWords(improvementPct) : combined;
    return rated === combined ? combined : `${rated}, combined ${combined}`;
  }
  if (typeof improvementPct !== 'number' || !assessedOn) return 'not known';
  if (countsAsPeak(judgedAt({ performedOn }, assessedOn, rules))) return 'not known';
  const days = daysBetween(performedOn, assessedOn);
  return `${pctWords(improvementPct)}, asked after ${afterWords(days)}: not counted`;
}

/** `11 weeks`, `12 weeks, still working`; too early to be asked until a response is scored. */
function lengthWords(
  { evidence, performedOn }: Pick<GivenSession, 'evidence' | 'performedOn'>,
  rules: RuleValues,
  today: PlainDate,
): string {
  const { length } = evidence;
  if (!length)
    return daysBetween(performedOn, today) < rules['S22.peak.scored.from'] ? 'too early' : 'not asked';
  const after = afterWords(length.days);
  return length.kind === 'at-least' ? `${after}, still working` : after;
}

function afterWords(days: number): string {
  return unbroken(days < 14 ? `${days} days` : weeksText(days));
}

function pctWords(pct: number): string {
  return unbroken(`${pct} %`);
}

/** A number stays on one line with what it counts, in columns that are narrow. */
function unbroken(words: string): string {
  return words.replaceAll(' ', '\u00a0');
}
