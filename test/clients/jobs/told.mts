/** What the job is told by its environment, and what it says at its end. */
export const URL = process.env['CLINIC_URL']!;
export const PASSWORD = process.env['CLINIC_PASSWORD']!;
export const MRN = process.env['CLINIC_MRN']!;

export const SAID: Record<string, unknown> = {};

/** Days as year, month and day of the clinic's calendar. */
const CALENDAR = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York', dateStyle: 'short' });

/** So many days from today, as the clinic's calendar writes it. */
export function day(from: number): string {
  return CALENDAR.format(new Date(Date.now() + from * 86_400_000));
}
