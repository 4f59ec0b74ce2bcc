import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Reads, ReadsWhenRepeated } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { IfMatch } from '../../platform/http/if-match';
import { Allow } from '../../platform/permissions';
import { IdPipe } from '../../platform/http/validation';
import { ApiWriteOnce, answerOnce } from '../../platform/http/write-once.http';
import {
  ChangeExternalDoseDto,
  ExternalDosePage,
  ExternalDoseView,
  FindExternalDosesQuery,
  RecordExternalDoseDto,
} from './external-doses.dto';
import { ExternalDosesService } from './external-doses.service';

@ApiTags('external doses')
@Controller('external-doses')
export class ExternalDosesController {
  constructor(private readonly doses: ExternalDosesService) {}

  /** Record toxin that somebody else gave: it counts wherever a rule sums all indications. */
  @Post()
  @Allow('session.write')
  @ReadsWhenRepeated('external_dose', ({ id, patientId }: ExternalDoseView) => ({
    subjectId: id,
    patients: [patientId],
  }))
  @ApiWriteOnce(ExternalDoseView)
  record(
    @By() actor: SignedIn,
    @Body() dto: RecordExternalDoseDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ExternalDoseView> {
    return answerOnce(reply, this.doses.record(actor, dto));
  }

  /** Toxin given elsewhere, the latest first. */
  @Get()
  @Allow('session.read')
  @Reads('external_dose', ({ items }: ExternalDosePage) => ({
    patients: items.map(({ patientId }) => patientId),
  }))
  find(@Query() query: FindExternalDosesQuery): Promise<ExternalDosePage> {
    return this.doses.find(query);
  }

  /** Change what was told, or withdraw what was entered in error. */
  @Patch(':id')
  @Allow('session.write')
  change(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() dto: ChangeExternalDoseDto,
  ): Promise<ExternalDoseView> {
    return this.doses.change(actor, id, version, dto);
  }
}
