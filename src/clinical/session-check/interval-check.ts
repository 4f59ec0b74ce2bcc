import type { SessionRuleId } from '../catalogue/product-row';
import type { Duration, PlainDate } from '../calendar';
import { addDays, addDuration, ageIfKnown, daysBetween, latestOf } from '../calendar';
import { elsewhereInRegion, elsewhereNotOf, elsewhereOf, type NearDose } from '../elsewhere/elsewhere-check';
import type { Finding, FindingCode } from '../finding';
import { PRODUCT_ROWS } from '../catalogue/product-rows';
import { PRODUCTS } from '../catalogue/products';
import { dosesOf, ofSession, sessionUnits } from './proposed-session';
import type { EarlierDose, ProposedSession, SessionContext } from './proposed-session';
import { minimumIntervalFor } from '../session-rules/intervals';
import { sourceText, type SessionRuleValues } from '../session-rules/session-rule';
import { sharesInjection, sharesMuscle } from './same-region';
import { latestFirst } from './latest-first';

/** One rule of distance: between the sessions it looks at, so many days. */
interface Distance {
  readonly code: FindingCode;
  readonly ruleId: SessionRuleId;
  readonly among: readonly NearDose[];
  /** Where, for the message; "" when it is anywhere. */
  readonly where: ' of this region' | '';
  /** The clinic's own interval counts too. */
  readonly clinicMinimum?: Duration | null;
  readonly boosterDays?: number;
}

/**
 * Is this session too close to another one (S02, and the intervals of S05, S08 and S09)?
 *
 * The same region is the same course, or a muscle and side that both sessions inject; of two courses that are treated in
 * one visit, one and the same injection: it may be entered twice. A session entered with a past day is held against the
 * one after it as well. The last day of the interval is allowed: 84 days apart is enough.
 * What completes an aborted session is a part of it; what injects its muscles once more is asked about as a booster.
 */
export function intervalFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly Finding[] {
  return [
    ...distancesOf(session, context, rules).flatMap((distance) =>
      tooClose(session.performedOn, distance, rules),
    ),
    ...otherProducts(session, context, rules),
  ];
}

function distancesOf(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly Distance[] {
  const { product, injections, performedOn } = session;
  const { indication, clinicMinimum, earlierDoses } = context;
  const ageYears = ageIfKnown(context.birthDate, performedOn);
  const { ruleId } = minimumIntervalFor({ product, indication, ageYears, rules });
  const begun = earlierDoses.filter(({ continuation }) => !continuation);
  const ownRegion = begun.filter((dose) => {
    if (dose.sameCourse) return true;
    return dose.performedOn === performedOn
      ? sharesInjection(injections, dose.muscles)
      : sharesMuscle(injections, dose.muscles);
  });
  const { continuesOn } = context;
  const touchesUp: readonly NearDose[] =
    continuesOn && !completes(session, context) ? [{ performedOn: continuesOn, continued: true }] : [];
  const own = continuesOn ? touchesUp : ownRegion;
  const region = {
    among: [...own, ...elsewhereInRegion(session, context)],
    where: ' of this region',
  } as const;
  const same = { code: 'S02', ...region, clinicMinimum, boosterDays: rules['S02.booster'] } as const;
  const { least, leastInChildBy, everyRegion } = PRODUCT_ROWS[product].interval;
  const inChild = leastInChildBy[indication];
  if (inChild?.ruleId === ruleId) {
    return [
      { ...same, ruleId: least },
      { code: inChild.code, ruleId, ...region },
    ];
  }
  if (!everyRegion) return [{ ...same, ruleId }];
  const among = [
    ...dosesOf(product, context).filter(
      ({ elsewhere, continuation }) => !continuesOn && !elsewhere && !continuation,
    ),
    ...elsewhereOf(product, context),
  ];
  return [
    { ...same, ruleId },
    { code: everyRegion, ruleId, among, where: '' },
  ];
}

/** Is what the session continues only completed: does it inject none of its muscles again? Then it is no booster. */
function completes({ injections }: ProposedSession, { earlierDoses, treatmentId }: SessionContext): boolean {
  const parts = earlierDoses.filter((dose) => treatmentId !== undefined && dose.treatmentId === treatmentId);
  const known = parts.length > 0 && parts.every(({ muscles }) => muscles.length > 0);
  return known && parts.every(({ muscles }) => !sharesMuscle(injections, muscles));
}

/** Held against the nearest session before, one of the same day included, and the nearest after. */
function tooClose(day: PlainDate, distance: Distance, rules: SessionRuleValues): readonly Finding[] {
  const doses = distance.among.toSorted((a, b) => daysBetween(b.performedOn, a.performedOn));
  const nearest = [
    doses.findLast(({ performedOn }) => performedOn <= day),
    doses.find(({ performedOn }) => performedOn > day),
  ];
  return nearest.flatMap((dose) => {
    if (!dose) return [];
    const other = dose.performedOn;
    const [first, second] = other < day ? [other, day] : [day, other];
    const earliest = earliestAfter(first, distance, rules);
    if (second >= earliest) return [];
    return [
      {
        code: distance.code,
        severity: 'confirm' as const,
        message: `${tooCloseText(day, dose, earliest, distance)} Give the reason to go on.`,
        pointer: '/performedOn',
        sourceText: sourceText(distance.ruleId),
      },
    ];
  });
}

function earliestAfter(
  first: PlainDate,
  { ruleId, clinicMinimum }: Distance,
  rules: SessionRuleValues,
): PlainDate {
  const byRule = addDays(first, rules[ruleId]);
  return clinicMinimum ? latestOf(byRule, addDuration(first, clinicMinimum)) : byRule;
}

function tooCloseText(
  day: PlainDate,
  { performedOn: other, told, continued }: NearDose,
  earliest: PlainDate,
  { where, boosterDays = 0 }: Distance,
) {
  const gap = Math.abs(daysBetween(day, other));
  const booster =
    gap < boosterDays ? ` Under ${boosterDays} days it counts as a booster, which favours antibodies.` : '';
  if (continued)
    return `It continues the session of ${other}, ${gap} days before: one treatment, the units of both counted.${booster}`;
  if (gap === 0)
    return told
      ? `${told}, the day of this session: check that it is not the same injection.`
      : `Another session${where} is recorded on the same day: check that it is not entered twice.`;
  if (other < day) {
    const last = told
      ? `${told} is ${gap} days before`
      : `The last session${where} was ${gap} days before, on ${other}`;
    return `${last}; the shortest interval is ${daysBetween(other, earliest)} days (${earliest} or later).${booster}`;
  }
  const next = told
    ? `${told} is ${gap} days after`
    : `The next session${where} is ${gap} days after, on ${other}`;
  return `${next}; the shortest interval is ${daysBetween(day, earliest)} days.${booster}`;
}

/**
 * Another product nearby: its units are never added to this one's, so a person judges. Once: a course that goes on beside
 * another one with another product, as it did last time and with no more units on either side, was judged then.
 */
function otherProducts(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): readonly Finding[] {
  const own = context.earlierDoses
    .filter(({ dose, elsewhere }) => !elsewhere && dose.product !== session.product)
    .filter((other) => !wasBesideBefore(other, session, context, rules))
    .map(({ dose, performedOn }) => ({
      performedOn,
      text: `${PRODUCTS[dose.product].brand} on ${performedOn}`,
    }));
  const told = elsewhereNotOf(session.product, context).map((dose) => ({ ...dose, text: dose.told }));
  const near = [...own, ...told].filter(
    ({ performedOn }) => Math.abs(daysBetween(performedOn, session.performedOn)) < rules['S09.window'],
  );
  if (near.length === 0) return [];
  const named = near.map(({ text }) => text).toSorted();
  return [
    {
      code: 'S09',
      severity: 'confirm',
      message: `Another product within ${rules['S09.window']} days: ${[...new Set(named)].join(', ')}. Effects add up, units do not: judge the weakness to expect and note why.`,
      pointer: '/product',
      sourceText: sourceText('S09.window'),
    },
  ];
}

function wasBesideBefore(
  other: EarlierDose,
  session: ProposedSession,
  { earlierDoses }: SessionContext,
  rules: SessionRuleValues,
): boolean {
  const last = earlierDoses
    .filter(({ sameCourse, performedOn }) => sameCourse && performedOn < session.performedOn)
    .toSorted(latestFirst)[0];
  if (other.sameCourse || last?.dose.product !== session.product) return false;
  if (ofSession<number>(session, sessionUnits) > last.dose.units) return false;
  return earlierDoses.some(
    (before) =>
      before.courseId === other.courseId &&
      before.sessionId !== other.sessionId &&
      before.dose.product === other.dose.product &&
      before.dose.units >= other.dose.units &&
      before.performedOn < other.performedOn &&
      Math.abs(daysBetween(before.performedOn, last.performedOn)) < rules['S09.window'],
  );
}
