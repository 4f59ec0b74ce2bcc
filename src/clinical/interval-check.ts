import type { PlainDate } from './calendar';
import { addDays, addDuration, ageOn, daysBetween, latestOf } from './calendar';
import type { Finding, FindingCode } from './finding';
import { PRODUCTS } from './products';
import type { EarlierDose, ProposedSession, SessionContext } from './proposed-session';
import type { RuleId, RuleValues } from './rules';
import { minimumIntervalFor, sourceText } from './rules';
import { sharesMuscle } from './same-region';

type Region = 'this region' | 'any region';

/**
 * Is this session too close to another one (S02, and the intervals of S05, S08 and S09)?
 *
 * The same region is the same course, or a muscle and side that both sessions inject. A session entered with a past
 * day is held against the one after it as well. The last day of the interval is allowed: 84 days apart is enough.
 */
export function intervalFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
): readonly Finding[] {
  const sameRegion = context.earlierDoses.filter(
    (each) => each.sameCourse || sharesMuscle(session.injections, each.muscles),
  );
  const ageYears = ageOn(context.birthDate, session.performedOn);
  const { ruleId } = minimumIntervalFor({
    product: session.product,
    indication: context.indication,
    ageYears,
    rules,
  });
  const childUpper = ruleId === 'S05.abo.child.upper.minimum';
  const sameProduct = context.earlierDoses.filter((each) => each.dose.product === session.product);
  return [
    ...tooClose(
      'S02',
      childUpper ? 'S02.abo.minimum' : ruleId,
      'this region',
      sameRegion,
      session,
      context,
      rules,
    ),
    ...(childUpper ? tooClose('S05', ruleId, 'this region', sameRegion, session, context, rules) : []),
    ...(session.product === 'daxi'
      ? tooClose('S08', ruleId, 'any region', sameProduct, session, context, rules)
      : []),
    ...otherProducts(session, context, rules),
  ];
}

function tooClose(
  code: FindingCode,
  ruleId: RuleId,
  region: Region,
  doses: readonly EarlierDose[],
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
): readonly Finding[] {
  const day = session.performedOn;
  const days = doses.map(({ performedOn }) => performedOn).toSorted();
  const before = days.findLast((each) => each <= day);
  const after = days.find((each) => each > day);
  const pairs = [before && { first: before, second: day }, after && { first: day, second: after }];
  return pairs.flatMap((pair) => {
    if (!pair) return [];
    const earliest = earliestAfter(pair.first, ruleId, code === 'S02' ? context : undefined, rules);
    if (pair.second >= earliest) return [];
    const other = pair.first === day ? pair.second : pair.first;
    return [
      {
        code,
        severity: 'confirm' as const,
        message: message(day, other, earliest, region, code === 'S02' ? rules['S02.booster'] : 0),
        pointer: '/performedOn',
        sourceText: sourceText(ruleId),
      },
    ];
  });
}

function earliestAfter(
  first: PlainDate,
  ruleId: RuleId,
  context: SessionContext | undefined,
  rules: RuleValues,
): PlainDate {
  const byLabel = addDays(first, rules[ruleId]);
  return context?.clinicMinimum ? latestOf(byLabel, addDuration(first, context.clinicMinimum)) : byLabel;
}

function message(
  day: PlainDate,
  other: PlainDate,
  earliest: PlainDate,
  region: Region,
  boosterDays: number,
): string {
  const where = region === 'this region' ? ' of this region' : '';
  const gap = Math.abs(daysBetween(day, other));
  const shortest = daysBetween(other < day ? other : day, earliest);
  if (gap === 0)
    return `Another session${where} is recorded on the same day. Check that it is not entered twice, or give the reason.`;
  const booster =
    gap < boosterDays ? ` Under ${boosterDays} days it counts as a booster, which favours antibodies.` : '';
  const which =
    other < day
      ? `The last session${where} was ${gap} days before`
      : `The next session${where} is ${gap} days after`;
  const earliestHere = other < day ? ` (${earliest} or later)` : '';
  return `${which}, on ${other}; the shortest interval is ${shortest} days${earliestHere}.${booster} Give the reason to go on.`;
}

/** Another product nearby: its units are never added to this one's, so a person judges. */
function otherProducts(
  session: ProposedSession,
  context: SessionContext,
  rules: RuleValues,
): readonly Finding[] {
  const near = context.earlierDoses
    .filter((each) => each.dose.product !== session.product)
    .filter((each) => Math.abs(daysBetween(each.performedOn, session.performedOn)) < rules['S09.window']);
  if (near.length === 0) return [];
  const named = near
    .map(({ dose, performedOn }) => `${PRODUCTS[dose.product].brand} on ${performedOn}`)
    .toSorted();
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
