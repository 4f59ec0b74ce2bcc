import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IMPORT_KILOBYTES } from '../../clinical/bounds';
import {
  Exports,
  Reads,
  ReadsNothing,
  ReadsWhenRepeated,
  Unsent,
  type Shown,
} from '../../platform/audit/reads';
import { TakesCsv } from '../../platform/http/door/body-limits';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { malformed, Problem } from '../../platform/http/problem';
import { IdPipe } from '../../platform/http/validation';
import { answerOnce } from '../../platform/http/write-once.http';
import { Costs } from '../../platform/limits/costly';
import { Allow } from '../../platform/permissions';
import type { ImportFile } from './import-file.entity';
import { IMPORT_KINDS } from './import-kinds';
import {
  FindImportsQuery,
  ImportPage,
  ImportQuery,
  ImportView,
  LookQuery,
  type LookedAtView,
} from './imports.dto';
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
   * a refused one is said with its reason. Rows are taken some hundred at a time: GET /imports/{id} says how far it is, and a
   * file that was broken off or cancelled goes on where it was when it is sent again. Sending a file again writes what is not
   * there yet.
   */
  @Post()
  @Allow('import.write')
  @TakesCsv({ kilobytes: IMPORT_KILOBYTES })
  @Costs('export')
  @ReadsWhenRepeated('import_file', ({ id, problems }: ImportView) => shownOf(id, problems))
  @ApiConsumes('text/csv')
  @ApiBody({ required: true, schema: { type: 'string' } })
  @ApiCreatedResponse({ type: ImportView, description: 'Read; `rows` and `problems` say what became of it' })
  @ApiOkResponse({
    type: ImportView,
    description: 'This file was sent with this id before: what became of it',
  })
  take(
    @By() actor: SignedIn,
    @Query() query: ImportQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportView> {
    return answerOnce(reply, this.imports.take(actor, fileIn(request), query));
  }

  /** How a file would be read, before anything of it is taken or tried: its columns, its days, its alphabet. Nothing is kept. */
  @Post('look')
  @Allow('import.write')
  @HttpCode(200)
  @TakesCsv({ kilobytes: IMPORT_KILOBYTES })
  @Costs('export')
  @ApiConsumes('text/csv')
  @ApiBody({ required: true, schema: { type: 'string' } })
  look(@Query() query: LookQuery, @Req() request: FastifyRequest): Promise<LookedAtView> {
    return this.imports.look(fileIn(request), query);
  }

  /** The files that were taken or tried, the last one first. */
  @Get()
  @Allow('import.read')
  @ReadsNothing('counts of rows, no patient')
  list(@Query() query: FindImportsQuery): Promise<ImportPage> {
    return this.imports.list(query);
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

  /** What became of a file, and of one that is being taken how far it is. */
  @Get(':id')
  @Allow('import.read')
  @Reads('import_file', ({ id, problems }: ImportView) => shownOf(id, problems))
  read(@Param('id', IdPipe) id: string): Promise<ImportView> {
    return this.imports.read(id);
  }

  /** Take no further rows of a file. What was taken of it stays; of one that is tried, or all or nothing, there is nothing. */
  @Post(':id/cancel')
  @Allow('import.write')
  @HttpCode(200)
  cancel(@By() actor: SignedIn, @Param('id', IdPipe) id: string): Promise<ImportView> {
    return this.imports.cancel(actor, id);
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

/** @throws Problem 400 where there is none. */
function fileIn({ body }: FastifyRequest): Buffer {
  if (Buffer.isBuffer(body) && body.length > 0) return body;
  throw malformed('', 'csv', 'Send the file as the body, with the header content-type: text/csv');
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
