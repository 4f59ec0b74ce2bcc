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
  AdverseEventPage,
  AdverseEventView,
  ChangeAdverseEventDto,
  FindAdverseEventsQuery,
  ReportAdverseEventDto,
} from './adverse-events.dto';
import { AdverseEventsService } from './adverse-events.service';

@ApiTags('adverse events')
@Controller('adverse-events')
export class AdverseEventsController {
  constructor(private readonly events: AdverseEventsService) {}

  /** Report a side effect of a session. */
  @Post()
  @Allow('session.write')
  @ReadsWhenRepeated('adverse_event', ({ id, courseId }: AdverseEventView) => ({
    subjectId: id,
    courses: [courseId],
  }))
  @ApiWriteOnce(AdverseEventView)
  report(
    @By() actor: SignedIn,
    @Body() dto: ReportAdverseEventDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AdverseEventView> {
    return answerOnce(reply, this.events.report(actor, dto));
  }

  /** Side effects, by patient, course or session. */
  @Get()
  @Allow('session.read')
  @Reads('adverse_event', ({ items }: AdverseEventPage) => ({
    courses: items.map(({ courseId }) => courseId),
  }))
  find(@Query() query: FindAdverseEventsQuery): Promise<AdverseEventPage> {
    return this.events.find(query);
  }

  /** Change a side effect: its end, its severity. */
  @Patch(':id')
  @Allow('session.write')
  change(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() dto: ChangeAdverseEventDto,
  ): Promise<AdverseEventView> {
    return this.events.change(actor, id, version, dto);
  }
}
