import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { DataSource } from 'typeorm';
import type { SignedIn } from '../../platform/http/by.decorator';
import { ClinicNow } from '../../platform/clinic';
import { ADVISORY_LOCKS } from '../../platform/database/locks/advisory-locks';
import { findOrRefuse } from '../../platform/database/change-row';
import { holdNamed } from '../../platform/database/locks/named-lock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Problem } from '../../platform/http/problem';
import { ADDED_COLUMNS } from './file/map-columns';
import { ImportFile, isWhole } from './import-file.entity';
import { IMPORT_COLUMNS, type ImportKind } from './import-kinds';
import { ImportPart } from './import-part.entity';
import type {
  FindImportsQuery,
  ImportPage,
  ImportQuery,
  ImportView,
  LookedAtView,
  LookQuery,
} from './imports.dto';
import { asFarAsTaken, importsPage, wholeView } from './imports.query';
import { lookAtFile } from './look/look-at-file';
import { ImportMapping } from './mappings/import-mapping.entity';
import { readFile, type ReadableFile } from './read-file';
import { groupRows } from './rows/group-rows';
import { partRows } from './rows/part-rows';
import { shapeRows } from './rows/shape-row';
import { TAKERS } from './rows/taking/takers';
import { beginImport, digestOf, importOf } from './running/begin-import';
import { ImportRun } from './running/import-run';

/** Of one transaction: some hundred patients with their history, of which nothing stands after a kill. */
const PART_ROWS = 1000;

@Injectable()
export class ImportsService implements BeforeApplicationShutdown {
  private isEnding = false;

  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
    private readonly dataSource: DataSource,
  ) {}

  beforeApplicationShutdown(): void {
    this.isEnding = true;
  }

  /** Takes a file part by part. Sent again after it was broken off or cancelled, it goes on where it was. */
  async take(
    actor: SignedIn,
    bytes: Buffer,
    query: ImportQuery,
  ): Promise<{ repeated: boolean; view: ImportView }> {
    const file = readFile(bytes, query, await this.mappingsOf(query.kind));
    const digest = digestOf(bytes, query);
    const { id } = await importOf(this.work, query, digest);
    const letGo = await holdNamed(this.dataSource, { lock: ADVISORY_LOCKS.importFile, of: id });
    if (!letGo)
      throw new Problem(
        'conflict',
        `This file is being taken already: GET /imports/${id} says how far it is.`,
      );
    try {
      const { standing } = await importOf(this.work, { ...query, id }, digest);
      const repeated = standing?.state === 'done' || standing?.state === 'refused';
      if (!repeated) {
        const done = await beginImport(this.work, actor, { id, standing, digest, query, file });
        await this.run(actor, { id, file, done });
      }
      return { repeated, view: await this.read(id) };
    } finally {
      await letGo();
    }
  }

  async look(bytes: Buffer, query: LookQuery): Promise<LookedAtView> {
    return lookAtFile(bytes, query, await this.mappingsOf(query.kind)) as LookedAtView;
  }

  async read(id: string): Promise<ImportView> {
    return wholeView(this.work.db, await this.find(id));
  }

  list(query: FindImportsQuery): Promise<ImportPage> {
    return importsPage(this.work.db, query);
  }

  /** Takes no further rows of a file. Those that were taken stay, of all or nothing it is nothing. */
  async cancel(actor: SignedIn, id: string): Promise<ImportView> {
    const file = await this.find(id);
    await this.work.write(actor, async (tx) => {
      const { affected } = await tx.update(ImportFile, { id, state: 'running' }, { state: 'cancelled' });
      if (affected && isWhole(file)) await tx.delete(ImportPart, { importId: id });
    });
    return this.read(id);
  }

  /** The refused rows as they stood in the file, with the reason in a column. */
  async refused(id: string): Promise<{ file: ImportFile; csv: string }> {
    const file = await asFarAsTaken(this.work.db, await this.find(id));
    const header = [...file.header, ...ADDED_COLUMNS];
    const rows = file.refused.map(({ row, cells, reason }) => [
      ...file.header.map((_, index) => cells[index] ?? ''),
      row,
      reason,
    ]);
    return { file, csv: stringify([header, ...rows], { ...WRITTEN, delimiter: file.delimiter }) };
  }

  private async run(
    actor: SignedIn,
    { id, file, done }: { id: string; file: ReadableFile; done: ReadonlySet<number> },
  ): Promise<void> {
    const { dto, belongsTo } = TAKERS[file.kind];
    const groups = groupRows(await shapeRows(file, dto), belongsTo);
    const left = groups.filter(({ rows }) => rows.some(({ row }) => !done.has(row.row)));
    const run = new ImportRun(this.work, this.clinicNow, actor, {
      import: await this.find(id),
      columns: file.columns,
      parts: partRows(left, PART_ROWS),
      isEnding: () => this.isEnding,
    });
    await run.run();
  }

  private mappingsOf(kind: ImportKind): Promise<ImportMapping[]> {
    return this.work.db.find(ImportMapping, { where: { kind }, order: { id: 'ASC' } });
  }

  private find(id: string): Promise<ImportFile> {
    return findOrRefuse(this.work.db, ImportFile, id, 'import');
  }
}

/** The header that a file of this kind may have. */
export function templateOf(kind: ImportKind): string {
  const columns = Object.entries(IMPORT_COLUMNS[kind]).filter(([, { insteadOf }]) => insteadOf === undefined);
  return stringify([columns.map(([name]) => name)], WRITTEN);
}

/** With a byte order mark: what opens it first is a spreadsheet, which takes it for the alphabet of the machine without one. */
const WRITTEN = {
  record_delimiter: 'windows',
  quoted_match: /[\r\n]/,
  escape_formulas: true,
  bom: true,
} as const;
