import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import type { EntityManager } from 'typeorm';
import type { SignedIn } from '../../platform/http/by.decorator';
import { ClinicNow } from '../../platform/clinic';
import { findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { ADDED_COLUMNS } from './file/map-columns';
import { ImportFile } from './import-file.entity';
import { IMPORT_COLUMNS, type ImportKind } from './import-kinds';
import type { ImportQuery, ImportView } from './imports.dto';
import { ImportMapping } from './mappings/import-mapping.entity';
import { readFile } from './read-file';
import { HeldBack, takeRows } from './rows/taking/take-rows';
import type { TakenRows } from './rows/tally';

const MOST_PROBLEMS = 1000;

@Injectable()
export class ImportsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
  ) {}

  /** The file in one transaction: what is interrupted has written nothing. */
  async take(actor: SignedIn, bytes: Buffer, query: ImportQuery): Promise<ImportView> {
    const { dryRun = false, allOrNothing = false, kind } = query;
    const kept = await this.work.db.find(ImportMapping, { where: { kind }, order: { id: 'ASC' } });
    const file = readFile(bytes, query, kept);
    const id = randomUUID();
    const row = (taken: TakenRows): Omit<ImportFile, 'createdAt'> => ({
      id,
      kind,
      dryRun,
      allOrNothing,
      encoding: file.encoding,
      delimiter: file.delimiter,
      dates: file.dates,
      header: file.header,
      createdBy: actor.id,
      ...taken,
    });
    const takes = async (tx: EntityManager): Promise<TakenRows> =>
      takeRows(tx, file, { allOrNothing, clinic: await this.clinicNow.read(tx) });
    if (dryRun) {
      const taken = await this.work.tryOut(actor, takes).catch(heldBack);
      await this.work.write(actor, (tx) => tx.insert(ImportFile, row(taken)));
    } else {
      await this.work
        .write(actor, async (tx) => void (await tx.insert(ImportFile, row(await takes(tx)))))
        .catch(async (error: unknown) => {
          const nothing = heldBack(error);
          await this.work.write(actor, (tx) => tx.insert(ImportFile, row(nothing)));
        });
    }
    return this.read(id);
  }

  async read(id: string): Promise<ImportView> {
    return viewOf(await this.find(id));
  }

  /** The refused rows as they stood in the file, with the reason in a column. */
  async refused(id: string): Promise<{ file: ImportFile; csv: string }> {
    const file = await this.find(id);
    const header = [...file.header, ...ADDED_COLUMNS];
    const rows = file.refused.map(({ row, cells, reason }) => [
      ...file.header.map((_, index) => cells[index] ?? ''),
      row,
      reason,
    ]);
    return { file, csv: stringify([header, ...rows], { ...WRITTEN, delimiter: file.delimiter }) };
  }

  private find(id: string): Promise<ImportFile> {
    return findOrRefuse(this.work.db, ImportFile, id, 'import');
  }
}

/** The header that a file of this kind may have. */
export function templateOf(kind: ImportKind): string {
  return stringify([Object.keys(IMPORT_COLUMNS[kind])], WRITTEN);
}

/** With a byte order mark: what opens it first is a spreadsheet, which takes it for the alphabet of the machine without one. */
const WRITTEN = {
  record_delimiter: 'windows',
  quoted_match: /[\r\n]/,
  escape_formulas: true,
  bom: true,
} as const;

function heldBack(error: unknown): TakenRows {
  if (error instanceof HeldBack) return error.taken;
  throw error;
}

function viewOf({ newRows, sameRows, refusedRows, totalRows, ...file }: ImportFile): ImportView {
  const { id, kind, dryRun, allOrNothing, state, notes, encoding, delimiter, dates, createdAt } = file;
  return {
    id,
    kind,
    dryRun,
    allOrNothing,
    state,
    rows: { total: totalRows, new: newRows, same: sameRows, refused: refusedRows },
    problems: file.problems.slice(0, MOST_PROBLEMS),
    notes: [...notes],
    encoding,
    delimiter,
    dates,
    createdAt,
  };
}
