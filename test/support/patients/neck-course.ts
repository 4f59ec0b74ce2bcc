import { randomUUID } from 'node:crypto';
import { addDays, dayIn, type PlainDate } from '../../../src/clinical/calendar';
import type { BrowsedClinic } from '../browser';

/** Of the demo clinic. */
export const ZONE = 'America/New_York';

/** Ten muscles of a cervical dystonia, 200 U of Botox in all. */
const INJECTIONS = [
  ['splenius_capitis', 'right', 40],
  ['splenius_capitis', 'left', 20],
  ['semispinalis_capitis', 'right', 20],
  ['semispinalis_capitis', 'left', 15],
  ['trapezius', 'right', 25],
  ['trapezius', 'left', 15],
  ['levator_scapulae', 'right', 20],
  ['levator_scapulae', 'left', 15],
  ['longissimus_capitis', 'right', 15],
  ['scalenes', 'left', 15],
] as const;

export interface NeckCourse {
  readonly patientId: string;
  readonly courseId: string;
  readonly sessionId: string;
  readonly familyName: string;
}

export function today(): PlainDate {
  return dayIn(ZONE, new Date());
}

/** A patient of a spec's own, whose last session of ten muscles was `weeksAgo`. */
export async function aNeckCourse(
  clinic: BrowsedClinic,
  familyName: string,
  weeksAgo = 13,
  who: Readonly<Record<string, unknown>> = {},
): Promise<NeckCourse> {
  const [patientId, courseId, sessionId] = [randomUUID(), randomUUID(), randomUUID()];
  await clinic.send('neurologist', 'POST', '/patients', {
    id: patientId,
    mrn: `T-${patientId.slice(0, 8)}`,
    familyName,
    givenName: 'Ada',
    birthDate: '1971-05-04',
    sex: 'male',
    phone: '+1 555 0100',
    ...who,
  });
  await clinic.send('neurologist', 'POST', '/courses', {
    id: courseId,
    patientId,
    indication: 'cervical_dystonia',
    plannedProduct: 'ona',
  });
  await clinic.send('neurologist', 'POST', '/sessions', {
    id: sessionId,
    courseId,
    performedOn: addDays(today(), -7 * weeksAgo),
    product: 'ona',
    injections: INJECTIONS.map(([muscle, side, units]) => ({ muscle, side, units, guidance: 'emg' })),
  });
  return { patientId, courseId, sessionId, familyName };
}

interface SessionRow {
  readonly id: string;
  readonly version: number;
  readonly signedAt: string | null;
  readonly injections: readonly {
    readonly muscle: string;
    readonly side: string;
    readonly units: number;
    readonly sites: number | null;
    readonly points: readonly { readonly x: number; readonly y: number; readonly units: number }[];
  }[];
}

/** The sessions of a course as the record has them, the newest first. */
export async function sessionsOf(clinic: BrowsedClinic, courseId: string): Promise<readonly SessionRow[]> {
  return (await clinic.get<{ items: SessionRow[] }>('neurologist', `/courses/${courseId}/sessions`)).items;
}
