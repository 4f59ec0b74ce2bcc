import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Reads, ReadsWhenRepeated } from '../audit/reads';
import { By, type SignedIn } from '../http/by.decorator';
import { IdPipe } from '../http/validation';
import { answerOnce, ApiWriteOnce } from '../http/write-once.http';
import { Allow } from '../permissions';
import {
  FindSmartClientsQuery,
  RegisterSmartClientDto,
  SmartClientPage,
  SmartClientView,
} from './smart-clients.dto';
import { SmartClientsService } from './smart-clients.service';

@ApiTags('users')
@Controller('smart-clients')
export class SmartClientsController {
  constructor(private readonly clients: SmartClientsService) {}

  /**
   * Register a program of another system that reads FHIR by itself (SMART Backend Services).
   *
   * It gets tokens of five minutes at /auth/smart/token once a neurologist has approved it, reads what a neurologist may read
   * under /fhir/R4, and writes nothing.
   */
  @Post()
  @Allow('smart-client.write')
  @ReadsWhenRepeated('smart_client', ({ id }: SmartClientView) => ({ subjectId: id }))
  @ApiWriteOnce(SmartClientView)
  register(
    @By() actor: SignedIn,
    @Body() dto: RegisterSmartClientDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SmartClientView> {
    return answerOnce(reply, this.clients.register(actor, dto));
  }

  /** All clients that have not been deleted. */
  @Get()
  @Allow('smart-client.read')
  @Reads('smart_client')
  find(@Query() query: FindSmartClientsQuery): Promise<SmartClientPage> {
    return this.clients.find(query);
  }

  /** One client. */
  @Get(':id')
  @Allow('smart-client.read')
  @Reads('smart_client', ({ id }: SmartClientView) => ({ subjectId: id }))
  read(@Param('id', IdPipe) id: string): Promise<SmartClientView> {
    return this.clients.read(id);
  }

  /** Lend a client my role, to read with. It ends when I leave. */
  @Post(':id/approve')
  @Allow('token.approve')
  @HttpCode(204)
  approve(@By() actor: SignedIn, @Param('id', IdPipe) id: string): Promise<void> {
    return this.clients.approve(actor, id);
  }

  /** Delete a client: from now on it is refused, with the tokens that it has. */
  @Delete(':id')
  @Allow('smart-client.write')
  @HttpCode(204)
  revoke(@By() actor: SignedIn, @Param('id', IdPipe) id: string): Promise<void> {
    return this.clients.revoke(actor, id);
  }
}
