import { createHash } from 'node:crypto';
import ical from 'ical-generator';
import { counted } from '../../../clinical/words';

/** A visit as a calendar outside the clinic may have it: when, and how much. */
export interface FeedVisit {
  readonly visitId: string;
  readonly startsAt: Date;
  readonly durationMin: number;
  readonly courses: number;
  readonly version: number;
  readonly updatedAt: Date;
}

/** How often a calendar should ask again. */
const EVERY_MINUTES = 15;
const MINUTE = 60_000;

/** The visits as an iCalendar file (RFC 5545). Times are in UTC; no name, nothing about a patient, and no id of the record. */
export function feedFile(visits: readonly FeedVisit[]): string {
  const calendar = ical({
    name: 'Injections',
    prodId: { company: 'Botulinum toxin clinic', product: 'schedule' },
    ttl: EVERY_MINUTES * 60,
  });
  for (const { visitId, startsAt, durationMin, courses, version, updatedAt } of visits) {
    calendar.createEvent({
      id: createHash('sha256').update(visitId).digest('hex').slice(0, 32),
      start: startsAt,
      end: new Date(startsAt.getTime() + durationMin * MINUTE),
      summary: courses === 1 ? 'Injections' : `Injections, ${counted(courses, 'course')}`,
      stamp: updatedAt,
      sequence: version,
    });
  }
  return calendar.toString();
}
