import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReadsNothing, ReadsWhenRepeated } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { IfMatch } from '../../platform/http/if-match';
import { Allow } from '../../platform/permissions';
import { IdPipe } from '../../platform/http/validation';
import { ApiWriteOnce, answerOnce } from '../../platform/http/write-once.http';
import { ChangePayerDto, FindPayersQuery, KeepPayerDto, PayerPage, PayerView } from './payers.dto';
import { PayersService } from './payers.service';

@ApiTags('cover')
@Controller('payers')
export class PayersController {
  constructor(private readonly payers: PayersService) {}

  /** Payers, the names that they go by, and what they ask for, with its source. */
  @Get()
  @Allow('payer.read')
  @ReadsNothing('what payers ask for, no patient')
  find(@Query() query: FindPayersQuery): Promise<PayerPage> {
    return this.payers.find(query);
  }

  /** One payer. */
  @Get(':id')
  @Allow('payer.read')
  @ReadsNothing('what payers ask for, no patient')
  read(@Param('id', IdPipe) id: string): Promise<PayerView> {
    return this.payers.read(id);
  }

  /** Put a payer on the list. What is typed on a patient or an authorization as one of its names is then this payer. */
  @Post()
  @Allow('payer.write')
  @ReadsWhenRepeated('payer', ({ id }: PayerView) => ({ subjectId: id }))
  @ApiWriteOnce(PayerView)
  keep(
    @By() actor: SignedIn,
    @Body() dto: KeepPayerDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PayerView> {
    return answerOnce(reply, this.payers.keep(actor, dto));
  }

  /** Change a payer’s names or what it asks for. */
  @Patch(':id')
  @Allow('payer.write')
  change(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() dto: ChangePayerDto,
  ): Promise<PayerView> {
    return this.payers.change(actor, id, version, dto);
  }
}
