import type { EntityManager } from 'typeorm';
import { ADVISORY_LOCKS } from '../../platform/database/locks/advisory-locks';
import { heldOf } from '../../platform/database/locks/named-lock';
import { ImportFile, isWhole } from './import-file.entity';
import { ImportPart } from './import-part.entity';
import type { ImportSummaryView, ImportView } from './imports.dto';
import { summed } from './rows/tally';

/** Files that were taken or tried, the last one first, without their rows. */
export function findImports(
  db: EntityManager,
  { after, limit }: { readonly after?: readonly string[]; readonly limit: number },
): Promise<ImportFile[]> {
  const search = db.createQueryBuilder(ImportFile, 'file').where('true');
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
export async function summaryViews(
  db: EntityManager,
  files: readonly ImportFile[],
): Promise<ImportSummaryView[]> {
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
