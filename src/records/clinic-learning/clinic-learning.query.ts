import type { EntityManager } from 'typeorm';
import { addDays } from '../../clinical/calendar';
import { keepBudget, type AlarmBudget, type AlarmFigures } from '../../clinical/watch/learning/alarm-budget';
import type { LearnedCourse } from '../../clinical/watch/learning/backwards';
import { courseToLearnFrom } from '../../clinical/watch/learning/learn-clinic';
import { learningChanges, type LearningChange } from '../../clinical/watch/learning/learning-change';
import { learningText } from '../../clinical/watch/learning/learning-words';
import type { Clinic } from '../../platform/clinic';
import { courseFactsOf } from '../assessment/course-history.query';
import { ClinicLearningRow, type LearningState } from './clinic-learning.entity';

/** Patients read in one go: bounds the memory. */
const BATCH = 100;

/**
 * At most so many courses with a session, of patients chosen by a hash of their ids: the same ones each night, however
 * many others come.
 */
export async function sampledCourses(db: EntityManager, most: number): Promise<LearnedCourse[]> {
  const ids = await db.query<{ id: string }[]>(
    `select p.id from patient p
      where exists (select from course c join injection_session s on s.course_id = c.id where c.patient_id = p.id)
      order by md5(p.id::text) limit $1`,
    [most],
  );
  const courses: LearnedCourse[] = [];
  for (let from = 0; from < ids.length && courses.length < most; from += BATCH) {
    const patients = ids.slice(from, from + BATCH).map(({ id }) => id);
    const facts = await courseFactsOf(db, patients);
    courses.push(
      ...facts.map(({ history }) => courseToLearnFrom(history)).filter(({ sessions }) => sessions.length > 0),
    );
  }
  return courses.slice(0, most);
}

/** A version as it is told. */
export interface LearnedVersion {
  readonly version: number;
  readonly state: LearningState;
  readonly madeAt: Date;
  readonly checkedAt: Date;
  readonly rulesVersion: string;
  readonly courses: number;
  /** Consecutive differences of size that the scatter was learned from. */
  readonly differences: number;
  /** Beside what is judged with now; of what is, beside the usual. */
  readonly changes: readonly (LearningChange & { readonly text: string })[];
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

/** Reviews that opened in the last year, over the patient-years that courses ran in it. */
export interface ReviewsOfYear {
  readonly reviews: number;
  readonly patientYears: number;
  /** Null without a patient-year. */
  readonly per100PatientYears: number | null;
}

/** What the clinic learned, what it judges with and what its reviews cost. */
export interface LearnedSoFar {
  readonly accepted: LearnedVersion | null;
  readonly proposed: LearnedVersion | null;
  /** Null before the first night. */
  readonly checkedAt: Date | null;
  readonly alarms: (AlarmFigures & AlarmBudget) | null;
  readonly lastYear: ReviewsOfYear;
  /** The newest first. */
  readonly versions: readonly LearnedVersion[];
}

const VERSIONS_TOLD = 20;

export async function findLearned(db: EntityManager, clinic: Clinic): Promise<LearnedSoFar> {
  const rows = await db.find(ClinicLearningRow, { order: { version: 'DESC' }, take: VERSIONS_TOLD });
  const standing = await db.findOneBy(ClinicLearningRow, { state: 'accepted' });
  const told = (row: ClinicLearningRow): LearnedVersion => {
    const { version, state, madeAt, checkedAt, rulesVersion, decidedBy, decidedAt } = row;
    const beside = state === 'accepted' ? undefined : standing?.learned;
    return {
      version,
      state,
      madeAt,
      checkedAt,
      rulesVersion,
      courses: row.alarms.courses,
      differences: row.learned.noise.differences,
      changes: learningChanges(row.learned, beside, clinic.rules).map((change) => ({
        ...change,
        text: learningText(change),
      })),
      decidedBy,
      decidedAt,
    };
  };
  const newest = rows[0];
  const proposed = rows.find(({ state }) => state === 'proposed');
  return {
    accepted: standing && told(standing),
    proposed: proposed ? told(proposed) : null,
    checkedAt: newest?.checkedAt ?? null,
    alarms: newest ? { ...newest.alarms, ...keepBudget(newest.alarms, clinic.rules) } : null,
    lastYear: await reviewsOfYear(db, clinic),
    versions: rows.map(told),
  };
}

const YEAR_DAYS = 365;
/** A course runs until so many days after its last session. */
const RUNS_ON_DAYS = 182;

async function reviewsOfYear(db: EntityManager, { today }: Clinic): Promise<ReviewsOfYear> {
  const [row] = await db.query<[{ reviews: number; years: number }]>(
    `select (select count(*) from review_flag f where f.tier = 'review' and f.opens_on > $1 and f.opens_on <= $2) as reviews,
      coalesce((select sum(greatest(0, least($2::date, ran.last + $3::int) - greatest($1::date, ran.first)))
        from (select min(s.performed_on) as first, max(s.performed_on) as last from injection_session s
          where s.voided_at is null and s.replaced_at is null group by s.course_id) ran), 0) / 365.25 as years`,
    [addDays(today, -YEAR_DAYS), today, RUNS_ON_DAYS],
  );
  const { reviews, years: patientYears } = row;
  const per100PatientYears = patientYears > 0 ? (100 * reviews) / patientYears : null;
  return { reviews, patientYears, per100PatientYears };
}
