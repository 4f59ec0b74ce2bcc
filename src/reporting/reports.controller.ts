import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Exports, ReadsNothing, Unsent } from '../platform/audit/reads';
import type { Clinic } from '../platform/clinic';
import { Now } from '../platform/http/now.decorator';
import { Costs } from '../platform/limits/costly';
import { Allow } from '../platform/permissions';
import { reportsView, reportView } from './files/codebook';
import { FORMATS, type Format } from './files/encoder';
import { redcapDictionary } from './redcap/redcap-dictionary';
import { REPORT_NAMES } from './report-list';
import { ReportQuery, ReportsView } from './reports.dto';
import { ReportsService } from './reports.service';
import { refuseUnfit, reportNamed, requestedReport } from './requested-report';

const CONTENT = {
  'application/json': { schema: { type: 'array', items: { type: 'object', additionalProperties: true } } },
  'application/x-ndjson': { schema: { type: 'string' } },
  'text/csv': { schema: { type: 'string' } },
  'application/vnd.apache.parquet': { schema: { type: 'string', format: 'binary' } },
};

const HEADERS = {
  'As-Of': {
    description: 'All that was recorded before this moment is in the report.',
    schema: { type: 'string', format: 'date-time' },
  },
  'Next-Updated-Since': {
    description: 'What to give as updatedSince the next time to miss nothing; some rows may come again.',
    schema: { type: 'string', format: 'date-time' },
  },
} as const;

interface AskedExport {
  readonly subject: string;
  readonly format: Format;
  readonly filters: ReportQuery;
}

@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  /**
   * The reports that there are, each with its codebook: what every column means.
   *
   * All are de-identified: pseudonyms stand for ids, ages for birth dates. The days of treatment are the real ones, so an
   * export is still to be kept as health data.
   */
  @Get()
  @Allow('report.read')
  @ReadsNothing('what the columns of the reports mean')
  list(): ReportsView {
    return reportsView();
  }

  /**
   * A report as a REDCap project would have it: the data dictionary to upload there.
   *
   * Every value of the report's CSV fits its field. Number the rows as `record_id`, and name the columns as the
   * dictionary's annotations say.
   */
  @Get(':name.redcap.csv')
  @Allow('report.read')
  @ReadsNothing('what the columns of a report mean')
  @ApiParam({ name: 'name', enum: REPORT_NAMES })
  @ApiOkResponse({
    description: 'A REDCap data dictionary.',
    content: { 'text/csv': { schema: { type: 'string' } } },
  })
  redcap(@Param('name') name: string, @Res({ passthrough: true }) reply: FastifyReply): string {
    const report = reportNamed(name);
    void reply
      .header('content-type', 'text/csv; charset=utf-8; header=present')
      .header('content-disposition', `attachment; filename="${report.name}.redcap.csv"`);
    return redcapDictionary(reportView(report));
  }

  /**
   * Export a report, de-identified.
   *
   * `sessions.csv`, `.ndjson`, `.json` or `.parquet`; without an ending the Accept header decides, JSON if it does not matter. Rows
   * come from one moment and are streamed. An export that fails midway breaks the connection: what arrives whole is whole.
   */
  @Get(':file')
  @Allow('report.read')
  @Costs('export')
  @Exports('report', ({ subject, format, filters }: AskedExport) => ({
    subject,
    detail: { format, filters },
  }))
  @ApiParam({
    name: 'file',
    enum: REPORT_NAMES.flatMap((name) => [name, ...FORMATS.map((format) => `${name}.${format}`)]),
  })
  @ApiOkResponse({
    description: 'The rows; GET /reports says what the columns are.',
    content: CONTENT,
    headers: HEADERS,
  })
  export(
    @Param('file') file: string,
    @Query() query: ReportQuery,
    @Headers('accept') accept: string | undefined,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Unsent<AskedExport> {
    const { report, format } = requestedReport(file, accept);
    refuseUnfit(report, query);
    return new Unsent({ subject: report.name, format, filters: query }, async () => {
      const { body, contentType, fileName, asOf, nextUpdatedSince } = await this.reports.open(
        { report, format, filters: query },
        clinic,
      );
      void reply
        .header('content-type', contentType)
        .header('content-disposition', `attachment; filename="${fileName}"`)
        .header('vary', 'accept')
        .header('as-of', asOf.toISOString())
        .header('next-updated-since', nextUpdatedSince.toISOString())
        .send(body);
    });
  }
}
