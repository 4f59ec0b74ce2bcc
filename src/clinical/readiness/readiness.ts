import type { PlainDate } from '../calendar';
import type { Cover, CoverGap } from '../cover/cover';
import { dayText } from '../due/due-text';
import type { ToxinProduct } from '../units';
import type { ReadinessCode, ReadinessItem } from './readiness-item';
import { stockItem, type VisitStock } from './stock-item';
import { unitsLimitItems, type VisitUnits } from './units-limit-item';

/** Is everything there for a visit, and what is not? */
export interface Readiness {
  readonly ready: boolean;
  readonly items: readonly ReadinessItem[];
}

/** What is known of the next visit of a course. */
export interface NextVisit {
  /** The day from which one looks. */
  readonly asOf: PlainDate;
  /** The day of the visit. */
  readonly on: PlainDate;
  readonly product: ToxinProduct;
  readonly endedOn: PlainDate | null;
  readonly diedOn: PlainDate | null;
  /** On that day. */
  readonly cover: Cover;
  readonly stock: VisitStock;
  /** Null: the payer has no limit of units for this treatment. */
  readonly units: VisitUnits | null;
  /** The first day on which nothing holds the course or its patient back. */
  readonly holdUntilOn: PlainDate | null;
  /** How many precautions must be asked about again by then. */
  readonly precautionsToAsk: number;
  /** The last two treatments, the latest first, and whether what they did is on record. */
  readonly treatments: readonly { readonly performedOn: PlainDate; readonly effectKnown: boolean }[];
}

/** Is everything there for this visit? */
export function readinessOf(visit: NextVisit): Readiness {
  const items = [
    ...courseItems(visit),
    ...coverItems(visit),
    ...unitsLimitItems(visit.units, visit),
    stockItem(visit.stock, visit),
    holdItem(visit),
    precautionsItem(visit),
    effectItem(visit),
  ];
  return { ready: items.every((item) => item.ready), items };
}

/** Said only where there is no next visit. */
function courseItems({ endedOn, diedOn }: NextVisit): ReadinessItem[] {
  if (diedOn !== null)
    return [not('course', `This patient died on ${dayText(diedOn)}.`, 'Nothing: there is no next visit.')];
  if (endedOn === null) return [];
  const todo = 'Reopen the course if it ended by mistake; otherwise there is no next visit.';
  return [not('course', `This course ended on ${dayText(endedOn)}.`, todo)];
}

const COVER_GAPS: Readonly<
  Record<Exclude<CoverGap, 'too-few-units' | 'used-up' | 'ended' | 'not-begun'>, string>
> = {
  'other-insurer': 'The authorization is for another insurer than the patient’s.',
  'other-product': 'The authorization is for another product.',
  'other-treatment': 'The authorization is for another treatment.',
  none: 'A prior authorization is needed and missing.',
};

/** Whether an authorization is in force on the day of a visit, and whether enough of it is left. */
export function coverItems(visit: Pick<NextVisit, 'asOf' | 'on' | 'cover'>): ReadinessItem[] {
  return [coverItem(visit), ...unitsItems(visit)];
}

function coverItem({
  asOf,
  on,
  cover: { state, gap, gapOn },
}: Pick<NextVisit, 'asOf' | 'on' | 'cover'>): ReadinessItem {
  if (state === 'not-needed') return ready('cover', 'No authorization is needed.');
  if (gap === null || gap === 'too-few-units' || gap === 'used-up')
    return ready('cover', `The authorization is in force on ${dayText(on)}.`);
  if (gap === 'ended')
    return not(
      'cover',
      `The authorization ${gapOn && gapOn < asOf ? 'ran' : 'runs'} out ${gapOn ? `on ${dayText(gapOn)}, ` : ''}before the visit.`,
      'Ask the insurer to renew it now.',
    );
  if (gap === 'not-begun')
    return not(
      'cover',
      `The authorization begins ${gapOn ? `on ${dayText(gapOn)}, ` : ''}after the visit.`,
      gapOn ? `Book on ${dayText(gapOn)} or later.` : 'Book once it has begun.',
    );
  return not('cover', COVER_GAPS[gap], 'Ask the insurer for one now.');
}

/** Said only of an authorization that is in force. */
function unitsItems({ cover: { state, gap } }: Pick<NextVisit, 'cover'>): ReadinessItem[] {
  if (state === 'covered')
    return [ready('units-left', 'The authorization has enough left for the next session.')];
  if (gap === 'used-up')
    return [not('units-left', 'The authorization is used up.', 'Ask the insurer for a new one now.')];
  if (gap === 'too-few-units')
    return [
      not(
        'units-left',
        'The authorization has too few units left for the next session.',
        'Ask the insurer for more units now.',
      ),
    ];
  return [];
}

function holdItem({ on, holdUntilOn }: NextVisit): ReadinessItem {
  if (holdUntilOn === null || holdUntilOn <= on) return ready('hold', 'Nothing holds the visit back.');
  const day = dayText(holdUntilOn);
  return not(
    'hold',
    `On hold until ${day}.`,
    `Book on ${day} or later, or ask the neurologist to lift the hold.`,
  );
}

function precautionsItem({ precautionsToAsk }: NextVisit): ReadinessItem {
  if (precautionsToAsk === 0) return ready('precautions', 'The precautions are in date.');
  return not(
    'precautions',
    'The precautions are not in date.',
    'The neurologist asks the patient again before the injection.',
  );
}

function effectItem({ treatments }: NextVisit): ReadinessItem {
  if (treatments.length === 0) return ready('effect', 'The first visit: there is no effect to record yet.');
  const unknown = treatments.filter(({ effectKnown }) => !effectKnown);
  if (unknown.length === 0)
    return ready(
      'effect',
      treatments.length === 1
        ? 'The effect of the last session is on record.'
        : 'The effect of the last two sessions is on record.',
    );
  const days = unknown.map(({ performedOn }) => dayText(performedOn)).toReversed();
  const sessions = days.length === 1 ? 'the session' : 'the sessions';
  return not(
    'effect',
    `The effect of ${sessions} of ${days.join(' and ')} is not on record.`,
    'Ask the patient how it worked and record it before the visit.',
  );
}

function ready(code: ReadinessCode, text: string): ReadinessItem {
  return { code, ready: true, text };
}

function not(code: ReadinessCode, text: string, todo: string): ReadinessItem {
  return { code, ready: false, text, todo };
}
