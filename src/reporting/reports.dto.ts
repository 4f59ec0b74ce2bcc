import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { PlainDate } from '../clinical/calendar';
import { INDICATION_SLUGS, type IndicationSlug } from '../clinical/catalogue/indications';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../clinical/units';
import { IsQueryList } from '../platform/http/validating/query-shapes';
import { IsMoment, IsPlainDate } from '../platform/http/validating/day-shapes';
import { MayBeLeftOut, OneOf } from '../platform/http/validation';
import { COLUMN_TYPES, type ColumnType } from './files/column';
import { FORMATS, type Format } from './files/encoder';
import { REPORT_FILTERS, type ReportFilter } from './report';

export class ReportQuery {
  /** The first day, itself included; of the session, of the onset for adverse events, due days for the due forecast. */
  @MayBeLeftOut() @IsPlainDate() from?: PlainDate;
  /** The last day, itself included. */
  @MayBeLeftOut() @IsPlainDate() to?: PlainDate;
  /** Only these indications. */
  @MayBeLeftOut() @IsQueryList(INDICATION_SLUGS) indication?: IndicationSlug[];
  /** Only these products. */
  @MayBeLeftOut() @IsQueryList(TOXIN_PRODUCTS) product?: ToxinProduct[];
  /**
   * Only rows changed at or after this moment, voided and replaced ones among them. The header `Next-Updated-Since` of an
   * export is what to give the next time to miss nothing.
   */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
  /** For the due forecast: the day from which it is looked at; today on the clinic's calendar if left out. */
  @MayBeLeftOut() @IsPlainDate() asOf?: PlainDate;
}

/** One line of a report's codebook. */
export class ReportColumnView {
  /** Name of the CSV column and of the JSON field. */
  name: string;
  /** `day` is YYYY-MM-DD, `moment` RFC 3339 in UTC, `list` a JSON array and in CSV joined with semicolons. */
  @OneOf(COLUMN_TYPES) type: ColumnType;
  unit?: string;
  /** Every value that can appear, where there are few. */
  @ApiPropertyOptional({ type: [String] }) values?: readonly string[];
  /** What the value means. Any value may be missing: null in JSON, empty in CSV. */
  description: string;
}

export class ReportView {
  /** `GET /reports/{name}.{format}` */
  name: string;
  title: string;
  description: string;
  @ApiProperty({ enum: FORMATS, isArray: true }) formats: readonly Format[];
  /** Query parameters that it takes. */
  @ApiProperty({ enum: REPORT_FILTERS, isArray: true }) filters: readonly ReportFilter[];
  columns: ReportColumnView[];
}

export class ReportsView {
  reports: ReportView[];
}
