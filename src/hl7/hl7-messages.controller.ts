import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Reads } from '../platform/audit/reads';
import { By, type SignedIn } from '../platform/http/by.decorator';
import { IdPipe } from '../platform/http/validation';
import { Allow } from '../platform/permissions';
import { FindHl7MessagesQuery, Hl7MessagePage, RetryQuery, WholeHl7MessageView } from './hl7-messages.dto';
import { Hl7MessagesService } from './hl7-messages.service';

@ApiTags('messages')
@Controller('hl7-messages')
export class Hl7MessagesController {
  constructor(private readonly messages: Hl7MessagesService) {}

  /** The messages of a hospital, the last one first, each with what became of it. */
  @Get()
  @Allow('hl7.read')
  @Reads('hl7_message', ({ items }: Hl7MessagePage) => ({
    patients: items.map(({ patientId }) => patientId),
  }))
  find(@Query() query: FindHl7MessagesQuery): Promise<Hl7MessagePage> {
    return this.messages.find(query);
  }

  /** One message; to a scheduler only who it speaks of and when they come. */
  @Get(':id')
  @Allow('hl7.read')
  @Reads('hl7_message', ({ id, patientId }: WholeHl7MessageView) => ({
    subjectId: id,
    patients: [patientId],
  }))
  read(@By() actor: SignedIn, @Param('id', IdPipe) id: string): Promise<WholeHl7MessageView> {
    return this.messages.read(actor, id);
  }

  /** Take a message that waits, as the record is now: what stood in its way may have been put right. */
  @Post(':id/retry')
  @Allow('hl7.write')
  @HttpCode(200)
  retry(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query() { evenSo = false, courseId }: RetryQuery,
  ): Promise<WholeHl7MessageView> {
    return this.messages.retry(actor, id, { evenSo, courseId });
  }

  /** Leave a message that waits: nothing is written of it. */
  @Post(':id/dismiss')
  @Allow('hl7.write')
  @HttpCode(200)
  dismiss(@By() actor: SignedIn, @Param('id', IdPipe) id: string): Promise<WholeHl7MessageView> {
    return this.messages.dismiss(actor, id);
  }
}
