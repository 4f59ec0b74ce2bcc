import { stringify } from 'csv-stringify/sync';
import { addDays, type PlainDate } from '../../../src/clinical/calendar';
import { randomOf, type Random } from '../../random';

/** The four files that a clinic moves in with, and what its generator knows of them. */
export interface FilesOfClinic {
  readonly patients: string;
  readonly courses: string;
  readonly sessions: string;
  readonly responses: string;
  readonly counts: { readonly sessions: number; readonly rows: number; readonly fading: number };
}

export interface Moving {
  readonly patients: number;
  /** Of each patient; the number of each is from a third of it to five thirds. */
  readonly sessions: number;
  /** Rows that a session has, a muscle each. */
  readonly muscles: number;
  readonly today: PlainDate;
}

const NECK = ['splenius capitis', 'semispinalis capitis', 'trapezius', 'levator scapulae', 'scalenus medius'];
const FAMILY = ['Aspen', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Ginkgo', 'Hazel', 'Ivy', 'Juniper'];
const GIVEN = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Fay', 'Gus', 'Hal', 'Ina', 'Jon'];

/** Dystonia of the neck, treated every twelve to fourteen weeks; one course in eight fades over its last four sessions. */
export function filesOfClinic({ patients, sessions, muscles, today }: Moving): FilesOfClinic {
  const rows = { patients: [] as Row[], courses: [] as Row[], sessions: [] as Row[], responses: [] as Row[] };
  const counts = { sessions: 0, fading: 0 };
  for (let n = 1; n <= patients; n += 1) {
    const random = randomOf(1, n);
    const mrn = `MV-${n}`;
    rows.patients.push([mrn, ...person(n, random)]);
    const total = random.whole(Math.max(1, Math.round(sessions / 3)), Math.round((sessions * 5) / 3));
    const days = sessionDays(total, today, random);
    rows.courses.push([mrn, 'cervical dystonia', 'Botox', days[0]!]);
    const fades = total >= 6 && random.chance(1 / 8);
    counts.sessions += total;
    counts.fading += fades ? 1 : 0;
    days.forEach((day, at) => {
      for (const muscle of NECK.slice(0, muscles))
        rows.sessions.push([
          mrn,
          'cervical dystonia',
          day,
          'Botox',
          muscle,
          'right',
          String(random.whole(6, 16) * 5),
          '2',
        ]);
      const lost = fades ? Math.max(0, at - (total - 5)) : 0;
      rows.responses.push([mrn, 'cervical dystonia', day, ...response(day, lost, today, random)]);
    });
  }
  return {
    patients: fileOf('mrn,familyName,givenName,birthDate,sex,phone', rows.patients),
    courses: fileOf('mrn,indication,plannedProduct,startedOn', rows.courses),
    sessions: fileOf('mrn,indication,performedOn,product,muscle,injectionSide,units,sites', rows.sessions),
    responses: fileOf('mrn,indication,performedOn,assessedOn,improvementPct,woreOffOn', rows.responses),
    counts: { ...counts, rows: rows.sessions.length },
  };
}

type Row = readonly string[];

function fileOf(header: string, rows: readonly Row[]): string {
  return stringify([header.split(','), ...rows]);
}

function person(n: number, random: Random): Row {
  const family = `${FAMILY[n % FAMILY.length]}-${n}`;
  const given = GIVEN[Math.floor(n / 10) % GIVEN.length]!;
  const born = addDays('1935-01-01', random.whole(0, 24_000));
  return [family, given, born, random.chance(0.6) ? 'female' : 'male', `+1 555 ${100_000 + n}`];
}

/** The last one up to twenty weeks ago; the earlier ones twelve to fourteen weeks apart. */
function sessionDays(total: number, today: PlainDate, random: Random): PlainDate[] {
  const days = [addDays(today, -random.whole(1, 140))];
  while (days.length < total) days.unshift(addDays(days[0]!, -random.whole(84, 98)));
  return days;
}

/** What became of a session; nothing of it lies in the future. */
function response(day: PlainDate, lost: number, today: PlainDate, random: Random): Row {
  const assessed = addDays(day, 35);
  const woreOff = addDays(day, Math.max(20, 80 - 12 * lost + Math.round(random.normal(0, 5))));
  if (assessed > today) return ['', String(75 - 15 * lost), ''];
  const improvement = Math.max(0, Math.min(100, 75 - 15 * lost + Math.round(random.normal(0, 6))));
  return [assessed, String(improvement), woreOff > today ? '' : woreOff];
}
