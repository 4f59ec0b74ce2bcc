import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Reads } from '../audit/reads';
import { By, type SignedIn } from '../http/by.decorator';
import { Allow } from '../permissions';
import { IdPipe } from '../http/validation';
import {
  ApiTokenPage,
  ApiTokenView,
  CreateApiTokenDto,
  NewApiTokenView,
  FindApiTokensQuery,
} from './api-tokens.dto';
import { ApiTokensService } from './api-tokens.service';

@ApiTags('users')
@Controller('api-tokens')
export class ApiTokensController {
  constructor(private readonly tokens: ApiTokensService) {}

  /**
   * Make a token for a script. It is shown once: a repeated request is refused. One of a role that an administrator does not
   * have opens nothing until somebody who has it approves it.
   */
  @Post()
  @Allow('token.write')
  create(@By() actor: SignedIn, @Body() dto: CreateApiTokenDto): Promise<NewApiTokenView> {
    return this.tokens.create(actor, dto);
  }

  /** All tokens that have not been deleted, the expired ones too. */
  @Get()
  @Allow('token.read')
  @Reads('api_token')
  find(@Query() query: FindApiTokensQuery): Promise<ApiTokenPage> {
    return this.tokens.find(query);
  }

  /** One token, without its secret. */
  @Get(':id')
  @Allow('token.read')
  @Reads('api_token', ({ id }: ApiTokenView) => ({ subjectId: id }))
  read(@Param('id', IdPipe) id: string): Promise<ApiTokenView> {
    return this.tokens.read(id);
  }

  /** Lend a token my role: it opens what I may do, but for what a person does in their own name. It ends when I leave. */
  @Post(':id/approve')
  @Allow('token.approve')
  @HttpCode(204)
  approve(@By() actor: SignedIn, @Param('id', IdPipe) id: string): Promise<void> {
    return this.tokens.approve(actor, id);
  }

  /** Delete a token, with those that it made: from now on they are refused. */
  @Delete(':id')
  @Allow('token.write')
  @HttpCode(204)
  revoke(@By() actor: SignedIn, @Param('id', IdPipe) id: string): Promise<void> {
    return this.tokens.revoke(actor, id);
  }
}
