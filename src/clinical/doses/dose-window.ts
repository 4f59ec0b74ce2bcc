import type { PlainDate } from '../calendar';
import { addDays } from '../calendar';
import type { IndicationSlug } from '../catalogue/indications';
import { countedElsewhere } from '../elsewhere/elsewhere-text';
import { dosesOf, ofSession, sessionUnits } from '../session-check/proposed-session';
import type { ProposedSession, SessionContext } from '../session-check/proposed-session';
import type { ToxinProduct, ToxinUnits } from '../units';
import { totalUnits } from '../units';

export interface DatedUnits<P extends ToxinProduct> {
  readonly performedOn: PlainDate;
  readonly units: ToxinUnits<P>;
}

export interface DoseWindow<P extends ToxinProduct> {
  readonly units: ToxinUnits<P>;
  /** First and last day that the window counts. */
  readonly fromOn: PlainDate;
  readonly toOn: PlainDate;
}

interface CountedWindow extends Omit<DoseWindow<ToxinProduct>, 'units'> {
  readonly units: number;
  /** Names what others gave of it, continuing "410 U Botox within 84 days"; empty when nobody did. */
  readonly elsewhere: string;
}

/** The most units of the session's product in any window that holds it, over all courses, or those of one indication. */
export function unitsInWindow(
  session: ProposedSession,
  context: SessionContext,
  windowDays: number,
  only?: IndicationSlug,
): CountedWindow {
  return ofSession<CountedWindow>(session, (given) => {
    const own = { performedOn: given.performedOn, units: sessionUnits(given) };
    const doses = dosesOf(given.product, context).filter(
      ({ indication }) => only === undefined || indication === only,
    );
    const others = doses.map(({ performedOn, dose }) => ({ performedOn, units: dose.units }));
    const window = heaviestWindow(own, others, windowDays);
    const inside = doses.filter(
      ({ performedOn }) => performedOn >= window.fromOn && performedOn <= window.toOn,
    );
    return { ...window, elsewhere: countedElsewhere(inside) };
  });
}

/** The first day after a session's own on which its units and those of others stay within a limit of a window. */
export function firstDayThatFits(
  session: ProposedSession,
  context: SessionContext,
  { windowDays, capUnits, only }: { windowDays: number; capUnits: number; only?: IndicationSlug },
): PlainDate | undefined {
  const days = context.earlierDoses
    .map(({ performedOn }) => addDays(performedOn, windowDays))
    .filter((day) => day > session.performedOn);
  return [...new Set(days)]
    .toSorted()
    .find(
      (performedOn) =>
        unitsInWindow({ ...session, performedOn }, context, windowDays, only).units <= capUnits,
    );
}

/**
 * The most units of one product that any window of so many days around a session holds, the session included.
 *
 * A window of 84 days that ends on a day counts that day and the 83 before it: a dose exactly 84 days earlier is out, so
 * treating on the first day of the shortest interval starts a new window. A session entered with a past day lies in
 * windows that end later too; all of them are looked at.
 */
function heaviestWindow<P extends ToxinProduct>(
  session: DatedUnits<P>,
  others: readonly DatedUnits<P>[],
  days: number,
): DoseWindow<P> {
  const lastEnd = addDays(session.performedOn, days - 1);
  const laterEnds = others
    .map(({ performedOn }) => performedOn)
    .filter((day) => day > session.performedOn && day <= lastEnd);
  const ends = [session.performedOn, ...new Set(laterEnds)].toSorted();
  const windows = ends.map((end) => windowEnding(end, [session, ...others], days));
  return windows.reduce((heaviest, window) => (window.units > heaviest.units ? window : heaviest));
}

function windowEnding<P extends ToxinProduct>(
  toOn: PlainDate,
  doses: readonly DatedUnits<P>[],
  days: number,
): DoseWindow<P> {
  const fromOn = addDays(toOn, 1 - days);
  const inside = doses.filter(({ performedOn }) => performedOn >= fromOn && performedOn <= toOn);
  return { units: totalUnits(inside.map(({ units }) => units)), fromOn, toOn };
}
