import type { Duration, PlainDate } from '../calendar';
import type { CourseHistory, HistorySession } from './course-history';
import type { DueSettings } from '../due/due-settings';
import type { IndicationSlug } from '../catalogue/indications';
import type { SessionResponse, SessionState } from '../treated-session';
import type { Dose, ToxinProduct } from '../units';
import { doseOf } from '../units';
import { toHundredth } from '../numbers';

export const INPUT_SIDES = ['left', 'right', 'bilateral', 'midline'] as const;
export type InputSide = (typeof INPUT_SIDES)[number];

/** A history to be assessed without storing anything: the body of a preview, a line of a file of courses. */
export interface CourseInput {
  readonly indication: IndicationSlug;
  readonly side?: InputSide;
  readonly birthDate?: PlainDate;
  /** The interval set for this course. */
  readonly interval?: Duration;
  /** Takes the place of the minimum interval of product and indication. */
  readonly minInterval?: Duration;
  readonly holdsUntil?: readonly PlainDate[];
  readonly overrideDueOn?: PlainDate;
  /** Takes the place of the clinic's own settings, field by field. */
  readonly settings?: Partial<DueSettings>;
  readonly sessions: readonly SessionInput[];
  readonly asOf?: PlainDate;
}

/** One session, by its injections or by its total, neither where the dose is not known; in any order, `completed` unless it says otherwise. */
export interface SessionInput {
  readonly performedOn: PlainDate;
  readonly product: ToxinProduct;
  readonly injections?: readonly { readonly muscle: string; readonly units: number }[];
  readonly totalUnits?: number;
  readonly muscles?: readonly string[];
  readonly injectorId?: string;
  readonly state?: SessionState;
  readonly response?: SessionResponse;
}

/** The history that an input describes. The input has been checked: its days exist, its slugs are known. */
export function historyOf(input: CourseInput): CourseHistory {
  return {
    indication: input.indication,
    birthDate: input.birthDate,
    interval: input.interval,
    overrideDueOn: input.overrideDueOn,
    holds: (input.holdsUntil ?? []).map((untilOn) => ({ untilOn })),
    minimums: input.minInterval
      ? { replace: true, rules: [{ duration: input.minInterval, text: 'the shortest interval as given' }] }
      : undefined,
    sessions: input.sessions.map(sessionOf),
  };
}

function sessionOf(input: SessionInput): HistorySession {
  return {
    performedOn: input.performedOn,
    state: input.state ?? 'completed',
    dose: doseGiven(input),
    muscles: input.muscles ?? musclesOf(input),
    injectorId: input.injectorId,
    response: input.response,
  };
}

/** Injections are what was given; a total counts where they are not known. Neither: 0, read as not known. */
function doseGiven({ product, totalUnits = 0, injections = [] }: SessionInput): Dose {
  const given = injections.reduce((total, injection) => total + injection.units, 0);
  const units = injections.length > 0 ? given : totalUnits;
  return doseOf(product, toHundredth(units));
}

function musclesOf({ injections }: SessionInput): readonly string[] | undefined {
  return injections?.length ? [...new Set(injections.map((injection) => injection.muscle))] : undefined;
}
