const WALL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** The moment at which a clock on the clinic's wall shows this time, `2026-08-25T14:30`. A time that the clocks skip in spring is taken an hour later. */
export function momentAt(wallTime: string, zone: string): Date | undefined {
  if (!WALL_TIME.test(wallTime)) return undefined;
  const asUtc = Date.parse(`${wallTime}:00Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const guess = asUtc - offsetAt(asUtc, zone);
  return new Date(asUtc - offsetAt(guess, zone));
}

/** What the clinic's wall shows at a moment, as a field for date and time takes it: `2026-08-25T14:30`. */
export function wallTimeAt(moment: Date, zone: string): string {
  return new Date(moment.getTime() + offsetAt(moment.getTime(), zone)).toISOString().slice(0, 16);
}

/** A time on the wall as people say it: `14:30` is `2:30 pm`. */
export function clockText(time: string): string {
  const [hour = '', minute = ''] = time.split(':');
  return `${Number(hour) % 12 || 12}:${minute} ${Number(hour) < 12 ? 'am' : 'pm'}`;
}

/** How far the clinic's clock is ahead of UTC, in milliseconds. */
function offsetAt(moment: number, zone: string): number {
  const parts = formatFor(zone).formatToParts(new Date(moment));
  const part = (type: string): number => Number(parts.find((shownPart) => shownPart.type === type)?.value);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(moment / 1000) * 1000;
}

/** Making one takes longer than a hundred uses of it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn-hc-h23', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(timeZone, format);
  return format;
}
