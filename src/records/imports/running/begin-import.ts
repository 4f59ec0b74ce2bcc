import { createHash, randomUUID } from 'node:crypto';
import { In } from 'typeorm';
import type { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { SignedIn } from '../../../platform/http/by.decorator';
import { Problem } from '../../../platform/http/problem';
import { ImportFile, isWhole } from '../import-file.entity';
import { ImportPart } from '../import-part.entity';
import type { ImportQuery } from '../imports.dto';
import type { ReadableFile } from '../read-file';

/** The same for a file that is sent again to be taken in the same way. */
export function digestOf(
  bytes: Buffer,
  { kind, dryRun = false, allOrNothing = false, dates, mapping, encoding }: ImportQuery,
): Buffer {
  const asked = JSON.stringify([kind, dryRun, allOrNothing, dates, mapping, encoding]);
  return createHash('sha256').update(asked).update('\n').update(bytes).digest();
}

const UNFINISHED = In(['running', 'cancelled']);

/**
 * Which import is a file that is sent? The one that the sender names, else one of the same file that was broken off or
 * cancelled: it goes on there. A dry run begins anew.
 *
 * @throws Problem 409 where another file was sent by that name.
 */
export async function importOf(
  { db }: UnitOfWork,
  { id, dryRun = false }: ImportQuery,
  digest: Buffer,
): Promise<{ readonly id: string; readonly standing: ImportFile | null }> {
  if (id !== undefined) {
    const named = await db
      .createQueryBuilder(ImportFile, 'file')
      .addSelect('file.digest')
      .where({ id })
      .getOne();
    if (named && !named.digest?.equals(digest))
      throw new Problem(
        'conflict',
        'This id was used before with another file, or to take it otherwise. Send the same file again, or take a new id.',
      );
    return { id, standing: named };
  }
  if (dryRun) return { id: randomUUID(), standing: null };
  const where = { digest, state: UNFINISHED };
  const brokenOff = await db.findOne(ImportFile, { where, order: { createdAt: 'DESC' } });
  return { id: brokenOff?.id ?? randomUUID(), standing: brokenOff };
}

/** Says that it runs, before its first row is taken; answers which rows were taken before. */
export function beginImport(
  work: UnitOfWork,
  actor: SignedIn,
  { id, standing, digest, query, file }: Beginning,
): Promise<ReadonlySet<number>> {
  const { kind, name = null, dryRun = false, allOrNothing = false } = query;
  return work.write(actor, async (tx) => {
    if (standing === null) {
      const { encoding, delimiter, dates, header } = file;
      const notes = [...file.readBy, ...file.leftOut];
      const asked = { id, kind, name, digest, dryRun, allOrNothing, state: 'running' as const };
      const none = { newRows: 0, sameRows: 0, refusedRows: 0, problems: [], rules: [], refused: [] };
      const read = { encoding, delimiter, dates, header, notes, totalRows: file.rows.length };
      await tx.insert(ImportFile, { ...asked, ...read, ...none, createdBy: actor.id });
      return new Set();
    }
    await tx.update(ImportFile, { id, state: 'cancelled' }, { state: 'running' });
    // Of a whole that was broken off nothing stands.
    if (isWhole(standing)) await tx.delete(ImportPart, { importId: id });
    const parts = await tx.find(ImportPart, {
      where: { importId: id },
      select: { firstRow: true, rows: true },
    });
    return new Set(parts.flatMap(({ rows }) => rows));
  });
}

interface Beginning {
  readonly id: string;
  /** What is on record of it. */
  readonly standing: ImportFile | null;
  readonly digest: Buffer;
  readonly query: ImportQuery;
  readonly file: ReadableFile;
}
