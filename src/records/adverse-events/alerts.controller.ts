import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Reads, ReadsWhenRepeated } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Allow } from '../../platform/permissions';
import { IdPipe } from '../../platform/http/validation';
import { ApiWriteOnce, answerOnce } from '../../platform/http/write-once.http';
import { AlertPage, AlertView, AnswerAlertDto, FindAlertsQuery } from './alerts.dto';
import { AlertsService } from './alerts.service';

@ApiTags('adverse events')
@Controller()
export class AlertsController {
  constructor(private readonly alerts: AlertsService) {}

  /** Swallowing, breathing or distant weakness: what a neurologist answers on the same day. Own sessions stand first. */
  @Get('alerts')
  @Allow('session.read')
  @Reads('adverse_event', ({ items }: AlertPage) => ({ patients: items.map(({ patientId }) => patientId) }))
  find(@By() actor: SignedIn, @Query() query: FindAlertsQuery): Promise<AlertPage> {
    return this.alerts.find(actor, query);
  }

  /** Answer an alert: what was found, what was done. It closes; one that becomes graver opens again. */
  @Post('adverse-events/:id/answers')
  @Allow('session.write')
  @ReadsWhenRepeated('adverse_event', ({ adverseEventId, patientId }: AlertView) => ({
    subjectId: adverseEventId,
    patients: [patientId],
  }))
  @ApiWriteOnce(AlertView)
  answer(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() dto: AnswerAlertDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AlertView> {
    return answerOnce(reply, this.alerts.answer(actor, id, dto));
  }
}
