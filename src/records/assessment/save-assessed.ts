import type { EntityManager } from 'typeorm';
import { CourseAssessmentRow, type AssessedCourse } from './course-assessment.entity';
import { courseChanges, type CourseChange } from './course-change';
import { changesFlag, syncFlags, type FlaggedCourse } from './sync-flag';

/** What is written of courses that were assessed, and told of them: less than they are, where they come from a thread. */
export interface ToSave {
  readonly courses: number;
  /** Their derived rows, as json by the names of the columns. */
  readonly rows: string;
  readonly flagged: readonly FlaggedCourse[];
  readonly changes: readonly CourseChange[];
}

/** Writes what was assessed, in the transaction that it was read in. */
export async function saveAssessed(
  tx: EntityManager,
  assessed: readonly AssessedCourse[],
): Promise<readonly AssessedCourse[]> {
  await save(tx, toSave(tx, assessed));
  return assessed;
}

export function toSave(db: EntityManager, assessed: readonly AssessedCourse[]): ToSave {
  const derived = derivedColumns(db);
  const rows = assessed.map(({ row }) =>
    Object.fromEntries(derived.map((column) => [column.databaseName, column.getEntityValue(row)])),
  );
  return {
    courses: assessed.length,
    rows: JSON.stringify(rows),
    flagged: assessed
      .filter(changesFlag)
      .map(({ row: { courseId }, flag, latestFlag }) => ({ row: { courseId }, flag, latestFlag })),
    changes: courseChanges(assessed),
  };
}

/** Writes the rows that are not what they were, and says how many. */
export async function save(tx: EntityManager, { rows, flagged }: ToSave): Promise<number> {
  const statement = upsert(derivedColumns(tx).map(({ databaseName }) => databaseName));
  const [{ changed }] = await tx.query<[{ changed: number }]>(statement, [rows]);
  await syncFlags(tx, flagged);
  return changed;
}

function derivedColumns(db: EntityManager) {
  const { columns } = db.connection.getMetadata(CourseAssessmentRow);
  return columns.filter(({ propertyName }) => propertyName !== 'assessedAt');
}

function upsert(columns: readonly string[]): string {
  const list = (of: string): string => columns.map((name) => `${of}.${name}`).join(', ');
  return `
with made as (select * from jsonb_populate_recordset(null::course_assessment, $1::jsonb)),
changed as (
  insert into course_assessment as stored (${columns.join(', ')}, assessed_at)
  select ${list('made')}, changed_at() from made
  on conflict (course_id) do update set ${columns.map((name) => `${name} = excluded.${name}`).join(', ')},
    assessed_at = excluded.assessed_at
  where (${list('stored')}) is distinct from (${list('excluded')})
  returning 1)
select count(*)::int as changed from changed`;
}
