import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Exports, Reads, ReadsNothing, Unsent, type Shown } from '../../platform/audit/reads';
import { TakesCsv } from '../../platform/http/door/body-limits';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { malformed, Problem } from '../../platform/http/problem';
import { IdPipe } from '../../platform/http/validation';
import { Costs } from '../../platform/limits/costly';
import { Allow } from '../../platform/permissions';
import type { ImportFile } from './import-file.entity';
import { IMPORT_KINDS } from './import-kinds';
import { ImportQuery, ImportView } from './imports.dto';
import { ImportsService, templateOf } from './imports.service';

const CSV = { 'text/csv': { schema: { type: 'string' } } } as const;

@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  /**
   * Read a CSV file: a header row of our field names (GET /imports/templates/{kind}.csv) and a row each.
   *
   * Comma, semicolon or tab, any encoding, decimal point or comma. A row that is on record already counts as the same;
   * a refused one is said with its reason. Sending a file again writes what is not there yet.
   */
  @Post()
  @Allow('import.write')
  @TakesCsv({ kilobytes: 4096 })
  @Costs('export')
  @ApiConsumes('text/csv')
  @ApiBody({ required: true, schema: { type: 'string' } })
  @ApiCreatedResponse({ type: ImportView, description: 'Read; `rows` and `problems` say what became of it' })
  take(
    @By() actor: SignedIn,
    @Query() query: ImportQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportView> {
    const { body } = request;
    if (!Buffer.isBuffer(body) || body.length === 0)
      throw malformed('', 'csv', 'Send the file as the body, with the header content-type: text/csv');
    return this.imports.take(actor, body, query);
  }

  /** The header row that a file of a kind may have. */
  @Get('templates/:file')
  @Allow('import.read')
  @ReadsNothing('the names of our columns')
  @ApiParam({ name: 'file', enum: IMPORT_KINDS.map((kind) => `${kind}.csv`) })
  @ApiOkResponse({ description: 'The header row', content: CSV })
  template(@Param('file') file: string, @Res() reply: FastifyReply): void {
    const kind = IMPORT_KINDS.find((known) => `${known}.csv` === file);
    if (!kind)
      throw new Problem(
        'not-found',
        `There are templates ${IMPORT_KINDS.map((importKind) => `${importKind}.csv`).join(', ')}`,
      );
    sendCsv(reply, file, templateOf(kind));
  }

  /** What became of a file. */
  @Get(':id')
  @Allow('import.read')
  @Reads('import_file', ({ id, problems }: ImportView) => shownOf(id, problems))
  read(@Param('id', IdPipe) id: string): Promise<ImportView> {
    return this.imports.read(id);
  }

  /** The refused rows as they stood in the file, each with its reason: to correct and send again. */
  @Get(':id/refused.csv')
  @Allow('import.read')
  @Exports('import_file', ({ id, problems }: ImportFile) => shownOf(id, problems))
  @ApiOkResponse({ description: 'The rows, with two more columns', content: CSV })
  async refused(@Param('id', IdPipe) id: string, @Res() reply: FastifyReply): Promise<Unsent<ImportFile>> {
    const { file, csv } = await this.imports.refused(id);
    return new Unsent(file, () => sendCsv(reply, `refused-${file.kind}.csv`, csv));
  }
}

function shownOf(id: string, problems: readonly { patientId?: string }[]): Shown {
  return { subjectId: id, patients: problems.map(({ patientId }) => patientId) };
}

function sendCsv(reply: FastifyReply, name: string, csv: string): void {
  void reply
    .header('content-type', 'text/csv; charset=utf-8; header=present')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(csv);
}
