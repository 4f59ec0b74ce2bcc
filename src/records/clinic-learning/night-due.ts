import { dayIn } from '../../clinical/calendar';

/** The clinic learns from this hour of its own clock on, when nobody works. */
const NIGHT_HOUR = 3;

/** Has the night come in which the clinic has not learned yet? One that was missed is made up for as soon as it runs again. */
export function isNightDue(now: Date, lastAt: Date | undefined, zone: string): boolean {
  const hour = Number(
    new Intl.DateTimeFormat('en', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }).format(now),
  );
  if (hour < NIGHT_HOUR) return false;
  return lastAt === undefined || dayIn(zone, lastAt) < dayIn(zone, now);
}
