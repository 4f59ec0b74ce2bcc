import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReadsNothing, ReadsWhenRepeated } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { IfMatch } from '../../platform/http/if-match';
import { Allow } from '../../platform/permissions';
import { IdPipe } from '../../platform/http/validation';
import { ApiWriteOnce, answerOnce } from '../../platform/http/write-once.http';
import {
  ChangeProtocolDto,
  FindProtocolsQuery,
  KeepProtocolDto,
  ProtocolPage,
  ProtocolView,
  ReadProtocolQuery,
} from './protocols.dto';
import { ProtocolsService } from './protocols.service';

@ApiTags('protocols')
@Controller('protocols')
export class ProtocolsController {
  constructor(private readonly protocols: ProtocolsService) {}

  /** What a session may start from: published protocols with their source, and the clinic's own, by name. */
  @Get()
  @Allow('protocol.read')
  @ReadsNothing('patterns of doses, no patient')
  find(@Query() query: FindProtocolsQuery): Promise<ProtocolPage> {
    return this.protocols.find(query);
  }

  /** One protocol as it stands, or as it stood in an earlier version. */
  @Get(':id')
  @Allow('protocol.read')
  @ReadsNothing('patterns of doses, no patient')
  read(@Param('id', IdPipe) id: string, @Query() { version }: ReadProtocolQuery): Promise<ProtocolView> {
    return this.protocols.read(id, version);
  }

  /** Keep a protocol of the clinic. */
  @Post()
  @Allow('protocol.write')
  @ReadsWhenRepeated('protocol', ({ id }: ProtocolView) => ({ subjectId: id }))
  @ApiWriteOnce(ProtocolView)
  keep(
    @By() actor: SignedIn,
    @Body() dto: KeepProtocolDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProtocolView> {
    return answerOnce(reply, this.protocols.keep(actor, dto));
  }

  /** Change a protocol of the clinic, or offer it no longer: its next version. Sessions name the one that they began from. */
  @Patch(':id')
  @Allow('protocol.write')
  change(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() dto: ChangeProtocolDto,
  ): Promise<ProtocolView> {
    return this.protocols.change(actor, id, version, dto);
  }
}
