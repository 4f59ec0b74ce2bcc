import { IsIn, IsString, ValidateBy } from 'class-validator';
import { IsQueryBoolean } from '../../platform/http/validating/query-shapes';
import { IsId, Lists, MayBeLeftOut, OneOf } from '../../platform/http/validation';
import { isEncoding } from './file/decode-text';
import { DAY_WRITINGS, type DayWriting } from './file/day-writing';
import { IMPORT_STATES, type ImportState } from './import-file.entity';
import { IMPORT_KINDS, type ImportKind } from './import-kinds';

export class ImportQuery {
  @IsIn(IMPORT_KINDS) kind: ImportKind;
  /** Says what would happen and writes nothing of it. */
  @MayBeLeftOut() @IsQueryBoolean() dryRun?: boolean;
  /** One refused row, and nothing of the file is taken. */
  @MayBeLeftOut() @IsQueryBoolean() allOrNothing?: boolean;
  /** How the file writes its days: `iso` 2026-04-03, `dmy` 03/04/2026, `mdy` 04/03/2026. Left out, it is found where it can be. */
  @MayBeLeftOut() @IsIn(DAY_WRITINGS) dates?: DayWriting;
  /** A mapping of GET /imports/mappings. Left out, our names are looked for, else the one mapping that fits the header. */
  @MayBeLeftOut() @IsId() mapping?: string;
  /** Left out, it is found: look at a name with a mark before you import. */
  @MayBeLeftOut()
  @IsString()
  @ValidateBy({
    name: 'isEncoding',
    validator: {
      validate: (value) => typeof value === 'string' && isEncoding(value),
      defaultMessage: () => '$property must be an encoding such as UTF-8, windows-1252 or UTF-16LE',
    },
  })
  encoding?: string;
}

export class ImportedRowsView {
  /** Rows of data: neither header nor blank rows nor totals. */
  total: number;
  /** Written, or in a dry run: to be written. */
  new: number;
  /** On record already, with the same values. */
  same: number;
  refused: number;
}

export class ImportProblemView {
  /** As a spreadsheet numbers it: the header is 1. */
  row: number;
  /** As the file calls it; null: the whole row. */
  column: string | null;
  message: string;
  /** Who may be the same person. */
  patientId?: string;
}

export class ImportView {
  id: string;
  @OneOf(IMPORT_KINDS) kind: ImportKind;
  dryRun: boolean;
  allOrNothing: boolean;
  /** `refused`: all or nothing was asked for, and nothing was taken. */
  @OneOf(IMPORT_STATES) state: ImportState;
  rows: ImportedRowsView;
  /** Why rows were refused, the first 1,000; all are in GET /imports/{id}/refused.csv. */
  @Lists(() => ImportProblemView) problems: readonly ImportProblemView[];
  /** What else is to be known: rows left out, namesakes. */
  notes: string[];
  encoding: string;
  delimiter: string;
  @OneOf(DAY_WRITINGS) dates: DayWriting;
  createdAt: Date;
}
