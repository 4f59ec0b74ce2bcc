import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReadsWhenRepeated } from '../../../platform/audit/reads';
import { By, type SignedIn } from '../../../platform/http/by.decorator';
import { IdPipe } from '../../../platform/http/validation';
import { ApiWriteOnce, answerOnce } from '../../../platform/http/write-once.http';
import { Allow } from '../../../platform/permissions';
import { SnoozeDto, SnoozeView } from './snoozes.dto';
import { SnoozesService } from './snoozes.service';

@ApiTags('appointments and contacts')
@Controller('courses/:id/snoozes')
export class SnoozesController {
  constructor(private readonly snoozes: SnoozesService) {}

  /** Hide a course from the queue of calls until a day, or bring it back. This is no call: nothing is added to the contacts. */
  @Post()
  @Allow('scheduling.write')
  @ReadsWhenRepeated('snooze', ({ id, courseId }: SnoozeView) => ({ subjectId: id, courses: [courseId] }))
  @ApiWriteOnce(SnoozeView)
  snooze(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() dto: SnoozeDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SnoozeView> {
    return answerOnce(reply, this.snoozes.snooze(actor, id, dto));
  }
}
