import { errorCode } from '../../../embedded-postgres/start-error';

/** A query of whoever is asked: a connection or a transaction. */
export type Ask = <R>(sql: string, values: unknown[]) => Promise<R[]>;

const UNKNOWN = '22023';
const WEEK_MS = 7 * 864e5;
/** Our choice: the years that due days, appointments and the trail are mostly about. */
const YEARS_BACK = 5;
const YEARS_AHEAD = 2;

/**
 * Why a zone cannot be the clinic's: Node and PostgreSQL do not both know it, or a clock there shows them other times.
 *
 * Both carry a list of zones of their own, of another year perhaps; and names such as PST are a place to the one and a fixed
 * shift to the other. Asked is the time on the wall each week of some years. Undefined: they agree.
 */
export async function zoneDisagreement(ask: Ask, zone: string, now: Date): Promise<string | undefined> {
  const moments = momentsAround(now);
  const node = moments.map(wallClock(zone));
  let postgres: string[];
  try {
    const rows = await ask<{ shown: string }>(
      `select to_char(moment at time zone $1, 'YYYY-MM-DD HH24:MI') as shown
        from unnest($2::timestamptz[]) with ordinality as asked (moment, ordinal) order by ordinal`,
      [zone, moments.map((moment) => moment.toISOString())],
    );
    postgres = rows.map(({ shown }) => shown);
  } catch (error) {
    if (codeOf(error) !== UNKNOWN) throw error;
    return `PostgreSQL does not know the zone ${zone}`;
  }
  const first = node.findIndex((shown, index) => shown !== postgres[index]);
  if (first === -1) return undefined;
  const moment = moments[first]!.toISOString().slice(0, 16).replace('T', ' ');
  return `${zone} means two things: at ${moment} UTC it is ${node[first]} there to Node and ${postgres[first]} to PostgreSQL`;
}

/** Noon of each week. */
export function momentsAround(now: Date): Date[] {
  const year = now.getUTCFullYear();
  const moments: Date[] = [];
  for (let at = Date.UTC(year - YEARS_BACK, 0, 1, 12); at < Date.UTC(year + YEARS_AHEAD, 0, 1); at += WEEK_MS)
    moments.push(new Date(at));
  return moments;
}

export function wallClock(zone: string): (moment: Date) => string {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (moment) => {
    const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
    return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}`;
  };
}

function codeOf(error: unknown): string | undefined {
  return errorCode((error as { driverError?: unknown }).driverError ?? error);
}
