import { addDays } from '../calendar';
import type { PlainDate } from '../calendar';
import { MUSCLES, type MuscleSlug } from '../catalogue/muscles';
import { PRODUCT_ROWS } from '../catalogue/product-rows';
import type { UsualRange } from '../catalogue/usual-range';
import type { Finding } from '../finding';
import { sourceText, type SessionRuleValues } from '../session-rules/session-rule';
import { dosesOf, ofSession, sessionUnits } from '../session-check/proposed-session';
import type { EarlierDose, ProposedSession, SessionContext } from '../session-check/proposed-session';
import { capitalised, sentences } from '../words';
import { unitsText } from '../doses/dose-cap';
import type { MuscleDose } from './usual-doses';
import { muscleDoses, placeText, usualMuscleOf, usualSessionOf } from './usual-doses';
import { latestFirst } from '../session-check/latest-first';

/**
 * What the course got last of this product. Parts of one treatment add up; a booster belongs to the session before it: of
 * the two the larger counts.
 */
export interface LastCycle {
  readonly performedOn: PlainDate;
  readonly units: number;
  /** Undefined when the muscle was not injected, or is not on record. */
  readonly inMuscle: (muscle: MuscleSlug, side: MuscleDose['side']) => number | undefined;
  /** So short ago that the session itself is a booster; or it is a part of a treatment. */
  readonly isRecent: boolean;
}

export function doseOfLastCycle(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
): LastCycle | undefined {
  const earlier = dosesOf(session.product, context)
    .filter(
      (dose) => dose.sameCourse && dose.performedOn < session.performedOn && !isOfTreatment(dose, context),
    )
    .toSorted(latestFirst);
  const [last] = earlier;
  if (!last) return undefined;
  const boosterDays = rules['S02.booster'];
  const isPart = typeof context.continuesOn === 'string';
  const from = addDays(last.performedOn, -boosterDays);
  const cycle = earlier.filter(({ performedOn }) => performedOn > from);
  const treatmentOf = ({ treatmentId, sessionId }: Pick<EarlierDose, 'treatmentId' | 'sessionId'>): string =>
    treatmentId ?? sessionId;
  const treatments = [...new Set(cycle.map(treatmentOf))].map((treatment) => {
    const parts = cycle.filter((part) => treatmentOf(part) === treatment);
    return {
      units: total(parts.map(({ dose }) => dose.units)),
      doses: parts.flatMap(({ muscles }) => muscleDoses(muscles)),
    };
  });
  return {
    performedOn: last.performedOn,
    units: Math.max(...treatments.map(({ units }) => units)),
    inMuscle: (muscle, side) => {
      const given = treatments.flatMap(({ doses }) => {
        const same = doses.filter((dose) => dose.muscle === muscle && dose.side === side);
        return same.length > 0 ? [total(same.map(({ units }) => units))] : [];
      });
      return given.length > 0 ? Math.max(...given) : undefined;
    },
    isRecent: isPart || addDays(last.performedOn, boosterDays) > session.performedOn,
  };
}

/** Another part of the treatment that the session belongs to. */
function isOfTreatment({ treatmentId }: Pick<EarlierDose, 'treatmentId'>, of: SessionContext): boolean {
  return of.treatmentId !== undefined && treatmentId === of.treatmentId;
}

function total(units: readonly number[]): number {
  return units.reduce((all, part) => all + part, 0);
}

/**
 * Does this patient get far more or far less than last time (S23)?
 *
 * The same course and product are compared, whole treatments, in all and by muscle and side; what is left out or new is no
 * change of a dose. Not asked about: a cautious dose, noted as less than `S23.low` of the usual, that is raised to what is
 * usual, at most to `S23.change` times its lower end, in a child by weight; a booster, which is small by nature; a
 * difference of one step of the product, which is rounding, but in the larynx, where a step is a dose; a row that is asked
 * about already, and with it the whole.
 *
 * @param askedAbout pointers of findings about a dose that is too much in itself.
 */
export function changeFindings(
  session: ProposedSession,
  context: SessionContext,
  rules: SessionRuleValues,
  askedAbout: ReadonlySet<string> = new Set(),
): readonly Finding[] {
  const last = doseOfLastCycle(session, context, rules);
  if (!last) return [];
  const { product } = session;
  const step = PRODUCT_ROWS[product].doseStep.least;
  const parts = dosesOf(product, context).filter((dose) => isOfTreatment(dose, context));
  const inParts = parts.flatMap(({ muscles }) => muscleDoses(muscles));
  const whole: Change = {
    place: parts.length > 0 ? 'the whole treatment' : 'the whole session',
    row: undefined,
    before: last.units,
    now: total([ofSession<number>(session, sessionUnits), ...parts.map(({ dose }) => dose.units)]),
    usual: usualSessionOf(session, context, rules),
    step,
  };
  const changes = muscleDoses(session.injections).flatMap((dose): readonly Change[] => {
    const before = last.inMuscle(dose.muscle, dose.side);
    if (before === undefined || askedAbout.has(unitsPointer(dose.row))) return [];
    const usual = usualMuscleOf(dose.muscle, session, context, rules);
    const same = inParts.filter(({ muscle, side }) => muscle === dose.muscle && side === dose.side);
    const now = total([dose.units, ...same.map(({ units }) => units)]);
    const ownStep = MUSCLES[dose.muscle].region === 'larynx' ? 0 : step;
    return [{ place: `the ${placeText(dose)}`, row: dose.row, before, now, usual, step: ownStep }];
  });
  const far = [...(askedAbout.size > 0 ? [] : [whole]), ...changes].filter((change) =>
    isFar(change, last.isRecent, rules),
  );
  const swapped = swappedPairs(changes);
  if (far.length === 0) return swapped.map((pair) => swappedNote(pair, last.performedOn));
  const each = far.map(
    ({ place, before, now }) => `${unitsText(product, now)} in ${place}, then ${unitsText(product, before)}`,
  );
  const rows = far.flatMap(({ row }) => row ?? []);
  return [
    {
      code: 'S23',
      severity: 'confirm',
      message: sentences(
        `Far from the last session (${last.performedOn}): ${each.join('; ')}.`,
        ...swapped.map(
          (pair) => `${capitalised(pairText(pair))} have each other’s units of then: were the rows swapped?`,
        ),
        'Correct it, or give the reason for the change.',
      ),
      pointer: rows.length === 1 && far.length === 1 ? unitsPointer(rows[0]!) : '/injections',
      sourceText: sourceText('S23.change'),
    },
  ];
}

type Pair = readonly [Change, Change];

/** Rows that have exactly each other's units of last time. */
function swappedPairs(changes: readonly Change[]): readonly Pair[] {
  return changes.flatMap((change, index) =>
    changes
      .slice(index + 1)
      .filter(
        (other) => change.now !== change.before && change.now === other.before && other.now === change.before,
      )
      .map((other): Pair => [change, other]),
  );
}

function swappedNote(pair: Pair, performedOn: PlainDate): Finding {
  return {
    code: 'S23',
    severity: 'note',
    message: `${capitalised(pairText(pair))} have each other’s units of the last session (${performedOn}): were the rows swapped? Check them.`,
    pointer: unitsPointer(pair[0].row!),
    sourceText: sourceText('S23.change'),
  };
}

function pairText([one, other]: Pair): string {
  return `${one.place} and ${other.place}`;
}

function unitsPointer(row: number): string {
  return `/injections/${row}/units`;
}

interface Change {
  readonly place: string;
  readonly row: number | undefined;
  readonly before: number;
  readonly now: number;
  readonly usual: Pick<UsualRange, 'from' | 'to'>;
  /** A difference of no more than this is rounding. */
  readonly step: number;
}

function isFar({ before, now, usual, step }: Change, isRecent: boolean, rules: SessionRuleValues): boolean {
  const times = rules['S23.change'];
  if (Math.abs(now - before) <= step) return false;
  if (now < before) return !isRecent && now < before / times;
  const wasCautious = before < rules['S23.low'] * usual.from;
  const titrated = wasCautious && now <= Math.min(usual.to, times * usual.from);
  return now > before * times && !titrated;
}
