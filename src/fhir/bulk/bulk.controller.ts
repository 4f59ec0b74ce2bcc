import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Controller, Delete, Get, HttpCode, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Exports, ReadsNothing, Unsent } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Allow } from '../../platform/permissions';
import { baseOf } from '../fhir-base';
import type { BulkExportFile } from './bulk-export.entity';
import { BulkService } from './bulk.service';
import { manifestOf, type Manifest } from './manifest';

const ASK_AGAIN_S = 1;

/** What becomes of an export: how far it is, its files, and giving it back. */
@ApiExcludeController()
@Controller('bulk-exports')
export class BulkController {
  constructor(private readonly bulk: BulkService) {}

  @Get(':id')
  @Allow('record.export')
  @ReadsNothing('how far an export is, and where its files lie')
  async read(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @By() actor: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Manifest | undefined> {
    const { found, files } = await this.bulk.read(actor, id);
    if (found.status === 'asked') {
      void reply
        .status(202)
        .header('retry-after', String(ASK_AGAIN_S))
        .header('x-progress', `${found.typesDone} of ${found.typesTotal} types`);
      return undefined;
    }
    void reply.header('expires', this.bulk.expiryOf(found).toUTCString());
    return manifestOf(found, files, `${baseOf(request)}/bulk-exports/${id}`);
  }

  @Get(':id/:file')
  @Allow('record.export')
  @Exports('fhir_export', ({ name, count, patientIds }: BulkExportFile, { params }) => ({
    subjectId: params.id,
    patients: patientIds,
    detail: { file: name, count },
  }))
  async file(
    @Param('id') id: string,
    @Param('file') name: string,
    @By() actor: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<BulkExportFile>> {
    const file = await this.bulk.file(actor, id, name);
    return new Unsent(file, () => {
      void reply
        .header('content-type', 'application/fhir+ndjson')
        .send(Readable.from([file.content]).pipe(createGunzip()));
    });
  }

  @Delete(':id')
  @HttpCode(202)
  @Allow('record.export')
  giveBack(@Param('id') id: string, @By() actor: SignedIn): Promise<void> {
    return this.bulk.giveBack(actor, id);
  }
}
