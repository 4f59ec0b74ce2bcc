import type { PlainDate } from '../clinical/calendar';

export type WallTime = `${number}:${number}`;

const MINUTE = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The moment at which a clock on the clinic's wall shows this day and time. Good for the hours in which a clinic is open. */
export function momentAt(zone: string, day: PlainDate, time: WallTime): Date {
  const shown = Date.parse(`${day}T${time}:00Z`);
  const near = shown - aheadOfUtc(zone, shown);
  return new Date(shown - aheadOfUtc(zone, near));
}

/** How far the wall clock is ahead of UTC at a moment, in milliseconds. */
function aheadOfUtc(zone: string, moment: number): number {
  const part = Object.fromEntries(
    formatFor(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<Intl.DateTimeFormatPartTypes, number>;
  const shown = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute);
  return shown - Math.floor(moment / MINUTE) * MINUTE;
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    const numeric = 'numeric' as const;
    format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
    });
    formats.set(timeZone, format);
  }
  return format;
}
