import type { SessionRuleValues } from '../session-rules/session-rule';
import { capFinding } from '../doses/dose-cap';
import { weightFindings } from '../doses/children/child-dose-limits';
import { ageIfKnown } from '../calendar';
import { doseCaps } from '../doses/dose-limits';
import { unknownUnitsFindings } from '../elsewhere/elsewhere-check';
import { labelledWeightFindings } from '../doses/labelled-dose';
import type { Finding } from '../finding';
import { precautionFindings } from '../precautions/precaution-findings';
import { endFindings } from '../safety/end-check';
import { holdFindings } from '../safety/hold-check';
import { sideEffectFindings } from '../safety/side-effect-check';
import { contradictionFindings } from './contradictions';
import { intervalFindings } from './interval-check';
import { labelAgeFindings } from './label/label-age';
import type { ProposedSession, SessionContext } from './proposed-session';
import { isChild } from '../session-rules/intervals';
import { sideFindings } from './side-check';
import { unknownAgeFindings } from './label/unknown-age';
import { eyelidFindings, sternocleidomastoidFindings } from '../doses/site-limits';
import { plausibleDoseFindings } from '../plausible/plausible-dose';
import { siteDoseFindings } from '../plausible/site-dose';
import { startDoseFindings } from '../doses/start-dose';
import { vialSizeFindings } from '../plausible/vial-size';
import { vialFindings } from './vial-account';
import { changedMuscleFindings } from '../plausible/against-last/changed-muscle';
import { changedSideFindings } from '../plausible/against-last/changed-side';
import { childWeightFindings } from '../doses/children/child-weight';
import { dilutionFindings } from '../plausible/dilution';
import { pastDayFindings } from '../plausible/past-day';
import { frailFindings } from '../doses/frail-adult';
import { offLabelFindings } from './label/off-label';

/**
 * May this session be given? Every objection, the gravest first; none when nothing speaks against it.
 *
 * A `stop` rests on a verified number, or on data that are missing or contradict each other. What is a proposal or
 * from memory asks for a confirmation at most. Limits are inclusive: the limit itself is allowed.
 */
export function checkSession(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly Finding[] {
  const days = dayFindings(session, context);
  if (isBeforeBirth(session, context)) return days;
  const child = isChild(ageIfKnown(context.birthDate, session.performedOn), rules);
  const findings = [
    ...days,
    ...endFindings(session, context),
    ...holdFindings(session, context),
    ...sideEffectFindings(session, context),
    ...sideFindings(session, context),
    ...contradictionFindings(session, context),
    ...changedSideFindings(session, context, rules),
    ...changedMuscleFindings(session, context),
    ...pastDayFindings(session, context),
    ...(child ? weightFindings(session, context, rules) : frailFindings(session, context, rules)),
    ...childWeightFindings(session, context, rules),
    ...doseCaps(session, context, rules).flatMap((cap) => capFinding(cap) ?? []),
    ...startDoseFindings(session, context, rules),
    ...plausibleDoseFindings(session, context, rules),
    ...siteDoseFindings(session, context, rules),
    ...dilutionFindings(session, rules),
    ...vialSizeFindings(session),
    ...intervalFindings(session, context, rules),
    ...unknownUnitsFindings(session, context, rules),
    ...unknownAgeFindings(context, rules),
    ...labelAgeFindings(session, context, rules),
    ...offLabelFindings(session, context),
    ...labelledWeightFindings(session, context, rules),
    ...vialFindings(session, rules, context.zone),
    ...precautionFindings(session, context, rules),
    ...sternocleidomastoidFindings(session, context, rules),
    ...eyelidFindings(session, context, rules),
  ];
  return findings.toSorted((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
}

const GRAVITY = { stop: 0, confirm: 1, note: 2 } as const;

function isBeforeBirth({ performedOn }: ProposedSession, { birthDate }: SessionContext): boolean {
  return birthDate !== null && performedOn < birthDate;
}

function dayFindings(session: ProposedSession, context: SessionContext): readonly Finding[] {
  const { performedOn } = session;
  const { today } = context;
  const at = { severity: 'stop', pointer: '/performedOn' } as const;
  if (isBeforeBirth(session, context)) {
    const message = `${performedOn} is before the patient was born. Correct the day.`;
    return [{ code: 'before-birth', ...at, message, sourceText: 'A session is given after birth' }];
  }
  if (performedOn <= today) return [];
  const message = `${performedOn} has not come yet (today is ${today}). Record a session once it has been given.`;
  return [{ code: 'future-day', ...at, message, sourceText: 'A session is recorded on its day or later' }];
}
