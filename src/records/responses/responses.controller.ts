import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Reads } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Allow } from '../../platform/permissions';
import { IdPipe } from '../../platform/http/validation';
import { RecordResponseDto, ResponseView } from './responses.dto';
import { ResponsesService } from './responses.service';

@ApiTags('responses')
@Controller('sessions/:id/response')
export class ResponsesController {
  constructor(private readonly responses: ResponsesService) {}

  /** Record what became of a session. A field left out stays as it was, null takes it back. */
  @Put()
  @Allow('session.write')
  record(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() dto: RecordResponseDto,
  ): Promise<ResponseView> {
    return this.responses.record(actor, id, dto);
  }

  /** The response to a session. */
  @Get()
  @Allow('session.read')
  @Reads('response', ({ sessionId }: ResponseView) => ({ subjectId: sessionId, sessions: [sessionId] }))
  read(@Param('id', IdPipe) id: string): Promise<ResponseView> {
    return this.responses.read(id);
  }
}
