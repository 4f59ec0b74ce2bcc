import { addDays, type PlainDate } from '../../clinical/calendar';
import { INDICATIONS } from '../../clinical/catalogue/indications';
import type { RuleValues } from '../../clinical/rules';

/** Days after a session, both ends included. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

interface PeakDays {
  readonly indications: readonly string[];
  readonly days: Days;
}

/** In which days after a session the call is due, and the check of the peak, by those indications that have the same. */
export function checkDays(rules: RuleValues): { readonly call: Days; readonly peaks: readonly PeakDays[] } {
  const peaks = new Map<string, PeakDays>();
  for (const [slug, { peakCheckWeeks }] of Object.entries(INDICATIONS)) {
    const days = { from: peakCheckWeeks.from * 7, to: peakCheckWeeks.to * 7 };
    const key = `${days.from} to ${days.to}`;
    peaks.set(key, { indications: [...(peaks.get(key)?.indications ?? []), slug], days });
  }
  return {
    call: { from: rules['S22.contact.from'], to: rules['S22.contact.to'] },
    peaks: [...peaks.values()],
  };
}

/** From the first of these days to the last. */
export function outerDays(all: readonly Days[]): Days {
  return { from: Math.min(...all.map(({ from }) => from)), to: Math.max(...all.map(({ to }) => to)) };
}

/** The days of sessions that any check may be due after for the last time on this day. */
export function endedBy(day: PlainDate, rules: RuleValues): readonly PlainDate[] {
  const weeks = Object.values(INDICATIONS).map(({ peakCheckWeeks }) => peakCheckWeeks.to);
  return [...new Set([rules['S22.contact.to'], ...weeks.map((to) => to * 7)])].map((days) =>
    addDays(day, -Math.floor(days)),
  );
}
