import type { EntityManager } from 'typeorm';
import {
  confirmFindings,
  type AnsweredFinding,
} from '../../../clinical/session-check/corrections/confirmation';
import { checkCorrection } from '../../../clinical/session-check/corrections/correction';
import { proposeSession } from '../../../clinical/session-check/propose-session';
import { isReason, reasonAsked } from '../../../clinical/reason';
import type { Finding } from '../../../clinical/finding';
import type { SessionContext } from '../../../clinical/session-check/proposed-session';
import { checkSession } from '../../../clinical/session-check/session-check';
import { toldFindings } from '../../../clinical/session-check/corrections/told-findings';
import { sessionTotals, type SessionTotals } from '../../../clinical/doses/session-totals';
import { pointsProblem } from '../../../clinical/doses/injection-points';
import { Problem, type FieldError, shapeProblem } from '../../../platform/http/problem';
import type { Clinic } from '../../../platform/clinic';
import { stockFindings } from '../../supply/at-sessions/session-vials';
import { sessionContextOf, type Around } from './session-context.query';
import type { ConfirmationDto, InjectionDto } from '../sessions.dto';
import { plainSession, type Corrected, type SessionContent } from '../standing-session.query';

/** Whose session it is, which one it takes the place of, and which one it continues. */
export interface JudgedBy extends Around {
  /** What stands of it on record, where it is a correction. */
  readonly corrected?: Corrected;
}

export interface Judged {
  readonly findings: readonly AnsweredFinding[];
  readonly totals: SessionTotals;
}

/** What speaks against a session, in view of everything that its patient got elsewhere. */
export async function judgeSession(
  db: EntityManager,
  content: SessionContent,
  of: JudgedBy,
  clinic: Clinic,
): Promise<Judged> {
  const { corrected, exceptRootId = corrected?.rootId } = of;
  const around = { patient: of.patient, course: of.course, exceptRootId, continued: of.continued };
  const context = await sessionContextOf(db, content, around, clinic);
  const standing = corrected && {
    session: proposeSession(plainSession(corrected.content)),
    context: await sessionContextOf(
      db,
      corrected.content,
      { ...around, continued: corrected.continued },
      clinic,
    ),
    findings: corrected.findings,
    recordedAt: corrected.recordedAt,
  };
  const ofStock = await stockFindings(db, content, { patientId: of.patient.id, rootId: exceptRootId });
  return judgedBy(content, { context, standing, ofStock }, clinic);
}

/** The same once all is read that it is judged by. */
export function judgedBy(
  content: SessionContent,
  { context, standing, ofStock }: KnownOf,
  { rules }: Clinic,
): Judged {
  refuseTwiceNamed(content.injections);
  refuseUnfitPoints(content);
  const session = proposeSession(plainSession(content));
  const ofRules = standing
    ? checkCorrection(session, context, standing, rules)
    : checkSession(session, context, rules);
  return {
    findings: toldFindings([...ofStock, ...ofRules]),
    totals: sessionTotals(session, context, rules),
  };
}

interface KnownOf {
  readonly context: SessionContext;
  readonly standing?: Parameters<typeof checkCorrection>[2];
  readonly ofStock: readonly Finding[];
}

/**
 * The findings to be stored, each confirmed one with its reason.
 *
 * A stop comes first: while one stands, no reason is asked for and none is looked at, nor the `reason` of an amendment.
 * Else all that is missing is said at once.
 *
 * @throws Problem 422 with all findings when one stops the session or is not confirmed, and with the reasons that are no
 *   words; 400 when these alone are wrong.
 */
export function refuseUnlessConfirmed(
  findings: readonly AnsweredFinding[],
  { confirmed, reason }: Pick<SessionContent, 'confirmed'> & { readonly reason?: string },
): AnsweredFinding[] {
  const { stops, open, answered } = confirmFindings(findings, confirmed ?? []);
  if (stops.length > 0) {
    throw new Problem('rule-broken', `This session cannot be saved as it is. ${stops[0]!.message}`, {
      findings,
    });
  }
  const errors = withoutWords(confirmed, reason);
  if (open.length === 0 && errors.length > 0) throw shapeProblem(errors);
  if (open.length > 0) {
    const codes = [...new Set(open.map(({ code }) => code))].join(', ');
    const also = errors.length > 0 ? ` ${reasonAsked()}` : '';
    throw new Problem(
      'rule-broken',
      `Confirm ${codes} with a reason (confirmed: [{ code, reason }]) or change the session.${also}`,
      { findings, ...(errors.length > 0 && { errors }) },
    );
  }
  return answered;
}

function withoutWords(confirmed: readonly ConfirmationDto[] = [], ofAmendment?: string): FieldError[] {
  const given = [
    ...confirmed.map(({ reason }, i) => ({ pointer: `/confirmed/${i}/reason`, reason })),
    ...(ofAmendment === undefined ? [] : [{ pointer: '/reason', reason: ofAmendment }]),
  ];
  return given.flatMap(({ pointer, reason }): FieldError[] =>
    isReason(reason) ? [] : [{ pointer, code: 'reason-in-words', message: reasonAsked() }],
  );
}

function refuseUnfitPoints({ injections, product }: SessionContent): void {
  const errors = injections.flatMap((injection, i): FieldError[] => {
    const message = pointsProblem(injection, product);
    return message ? [{ pointer: `/injections/${i}/points`, code: 'points-disagree', message }] : [];
  });
  if (errors.length > 0) throw shapeProblem(errors);
}

function refuseTwiceNamed(injections: readonly InjectionDto[]): void {
  const seen = new Set<string>();
  const errors: FieldError[] = [];
  injections.forEach(({ muscle, side }, i) => {
    const key = `${muscle} ${side}`;
    if (seen.has(key)) {
      errors.push({
        pointer: `/injections/${i}`,
        code: 'muscle-twice',
        message: `${muscle} ${side} is listed twice: put its units into one row`,
      });
    }
    seen.add(key);
  });
  if (errors.length > 0) throw shapeProblem(errors);
}
