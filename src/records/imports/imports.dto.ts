import { IsIn, IsString, Length, ValidateBy } from 'class-validator';
import { PageQuery } from '../../platform/http/page-cursor';
import { UpdatesPageView } from '../../platform/http/updates/updates-page.dto';
import { IsQueryBoolean } from '../../platform/http/validating/query-shapes';
import { IsMoment } from '../../platform/http/validating/day-shapes';
import { IsId, Lists, MayBeLeftOut, OneOf, Trimmed } from '../../platform/http/validation';
import { isEncoding } from './file/decode-text';
import { DAY_WRITINGS, type DayWriting } from './file/day-writing';
import { STORED_STATES } from './import-file.entity';
import { IMPORT_KINDS, type ImportKind } from './import-kinds';

/** `interrupted`: whoever took it has stopped, and nobody takes it any more. */
export const IMPORT_STATES = [...STORED_STATES, 'interrupted'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** How a file is to be read. */
export class LookQuery {
  @IsIn(IMPORT_KINDS) kind: ImportKind;
  /**
   * How the file writes its days: `iso` 2026-04-03, `dmy` 03/04/2026, `mdy` 04/03/2026. Left out, it is found where it can be.
   * Days as a spreadsheet counts them (46114) are read in any.
   */
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

export class ImportQuery extends LookQuery {
  /** Made by the client: under it one sees how far it is, and the same file sent again is the same import. */
  @MayBeLeftOut() @IsId() id?: string;
  /** What the file is called, to find it again. */
  @MayBeLeftOut() @Trimmed() @IsString() @Length(1, 200) name?: string;
  /** Says what would happen and writes nothing of it. */
  @MayBeLeftOut() @IsQueryBoolean() dryRun?: boolean;
  /** One refused row, and nothing of the file is taken. */
  @MayBeLeftOut() @IsQueryBoolean() allOrNothing?: boolean;
}

export class LookedAtColumnView {
  name: string;
  /** What it is called here; null: it would be left out, or nobody knows. */
  field: string | null;
  /** The first values that stand in it. */
  examples: string[];
}

export class ImportFieldView {
  name: string;
  /** A file must have it. */
  required: boolean;
}

export class LookedAtView {
  encoding: string;
  delimiter: string;
  rows: number;
  /** Rows that are no data, in words. */
  leftOut: string[];
  /** Null: a person has to say it, as `datesUnclear` tells. */
  @OneOf(DAY_WRITINGS) dates: DayWriting | null;
  datesUnclear: string | null;
  @Lists(() => LookedAtColumnView) columns: LookedAtColumnView[];
  /** What its columns may be, in the order of the template. */
  @Lists(() => ImportFieldView) fields: ImportFieldView[];
  /** The id of the mapping that the columns were found by. */
  mapping: string | null;
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

export class RuleSpokenView {
  /** As a finding of the session check has it. */
  code: string;
  /** Of how many sessions it would have spoken. */
  times: number;
  /** The first row of which it speaks, and what it says there. */
  row: number;
  message: string;
}

export class ImportSummaryView {
  id: string;
  @OneOf(IMPORT_KINDS) kind: ImportKind;
  name: string | null;
  dryRun: boolean;
  allOrNothing: boolean;
  /**
   * `running`: rows are being taken, `rows` says how far; `interrupted`: the service stopped meanwhile, and the same file sent
   * again goes on; `cancelled`: what was taken before stays, of all or nothing it is nothing; `refused`: all or nothing was
   * asked for, and nothing was taken.
   */
  @OneOf(IMPORT_STATES) state: ImportState;
  rows: ImportedRowsView;
  encoding: string;
  delimiter: string;
  @OneOf(DAY_WRITINGS) dates: DayWriting;
  createdAt: Date;
}

export class ImportView extends ImportSummaryView {
  /** Why rows were refused, the first 1,000; all are in GET /imports/{id}/refused.csv. */
  @Lists(() => ImportProblemView) problems: readonly ImportProblemView[];
  /** What else is to be known, the first 1,000: rows left out, namesakes. */
  notes: string[];
  /** Which rules speak against sessions that are taken all the same, as history. */
  @Lists(() => RuleSpokenView) rules: readonly RuleSpokenView[];
}

export class FindImportsQuery extends PageQuery {
  /** Only what came or changed since this moment, and what is being taken. */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}

export class ImportPage extends UpdatesPageView {
  /** The last one first. */
  @Lists(() => ImportSummaryView) items: ImportSummaryView[];
}
