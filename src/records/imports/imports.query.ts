import type { EntityManager } from 'typeorm';
import { ADVISORY_LOCKS } from '../../platform/database/locks/advisory-locks';
import { heldOf } from '../../platform/database/locks/named-lock';
import { startPage, updatesPage, USUAL_LIMIT } from '../../platform/http/page-cursor';
import { isMoment } from '../../platform/http/validating/day-shapes';
import { isId } from '../../platform/http/validation';
import { ImportFile, isWhole } from './import-file.entity';
import { ImportPart } from './import-part.entity';
import type { FindImportsQuery, ImportPage, ImportSummaryView, ImportView } from './imports.dto';
import { summed } from './rows/tally';

interface ImportSearch {
  readonly updatedSince?: string;
  /** Moment and id of the last one shown. */
  readonly after?: readonly string[];
  readonly limit: number;
}

/** The files that were taken or tried, in short, a page at a time. */
export async function importsPage(
  db: EntityManager,
  { cursor, limit = USUAL_LIMIT, updatedSince }: FindImportsQuery,
): Promise<ImportPage> {
  const start = await startPage(db, 'imports', cursor, [isMoment, isId]);
  const files = await findImports(db, { updatedSince, after: start.after, limit: limit + 1 });
  const page = updatesPage(start, files, limit, ({ createdAt, id }) => [createdAt.toISOString(), id]);
  return { ...page, items: await summaryViews(db, page.items) };
}

/** The last one first, without their rows. How far one is that runs is no change of its row. */
function findImports(db: EntityManager, { updatedSince, after, limit }: ImportSearch): Promise<ImportFile[]> {
  const search = db.createQueryBuilder(ImportFile, 'file').where('true');
  if (updatedSince)
    search.andWhere(`(file.updated_at >= :updatedSince or file.state = 'running')`, { updatedSince });
  if (after)
    search.andWhere('(file.created_at < :at or (file.created_at = :at and file.id > :id))', {
      at: after[0],
      id: after[1],
    });
  return search.orderBy('file.created_at', 'DESC').addOrderBy('file.id', 'ASC').limit(limit).getMany();
}

const MOST_SAID = 1000;

/** A file with what became of its rows so far. */
export async function asFarAsTaken(db: EntityManager, file: ImportFile): Promise<ImportFile> {
  if (!isUnfinished(file)) return file;
  const parts = await db.findBy(ImportPart, { importId: file.id });
  return { ...file, ...summed(parts, file.notes) };
}

/** In short. One that runs, and that nobody takes any more, was broken off. */
async function summaryViews(db: EntityManager, files: readonly ImportFile[]): Promise<ImportSummaryView[]> {
  const running = files.filter(({ state }) => state === 'running').map(({ id }) => id);
  const held = await heldOf(db, ADVISORY_LOCKS.importFile, running);
  const counts = await countsOf(db, files.filter(isUnfinished));
  return files.map((file) => {
    const { id, kind, name, dryRun, allOrNothing, state, encoding, delimiter, dates, createdAt } = file;
    const brokenOff = state === 'running' && !held.has(id);
    const rows = isUnfinished(file) ? (counts.get(id) ?? NONE) : countedIn(file);
    return {
      id,
      kind,
      name,
      dryRun,
      allOrNothing,
      state: brokenOff ? 'interrupted' : state,
      rows: { total: file.totalRows, ...(brokenOff && isWhole(file) ? NONE : rows) },
      encoding,
      delimiter,
      dates,
      createdAt,
    };
  });
}

type Counts = Omit<ImportSummaryView['rows'], 'total'>;

function countedIn({ newRows, sameRows, refusedRows }: ImportFile): Counts {
  return { new: newRows, same: sameRows, refused: refusedRows };
}

async function countsOf(
  db: EntityManager,
  files: readonly ImportFile[],
): Promise<ReadonlyMap<string, Counts>> {
  if (files.length === 0) return new Map();
  const rows = await db.query<({ readonly id: string } & Counts)[]>(
    `select import_id as id, sum(new_rows)::int as new, sum(same_rows)::int as same, sum(refused_rows)::int as refused
    from import_part where import_id = any($1::uuid[]) group by import_id`,
    [files.map(({ id }) => id)],
  );
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

const NONE: Counts = { new: 0, same: 0, refused: 0 };

function isUnfinished({ state }: ImportFile): boolean {
  return state === 'running' || state === 'cancelled';
}

export async function wholeView(db: EntityManager, file: ImportFile): Promise<ImportView> {
  const [summary] = await summaryViews(db, [file]);
  const nothingStands = summary!.state === 'interrupted' && isWhole(file);
  const { problems, notes, rules } = nothingStands ? file : await asFarAsTaken(db, file);
  return {
    ...summary!,
    problems: problems.slice(0, MOST_SAID),
    notes: notes.slice(0, MOST_SAID),
    rules,
  };
}
