import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TakesForm } from '../http/door/body-limits';
import { AllowAnyone } from '../permissions';
import { AccessTokensService, type AccessToken } from './access-tokens.service';
import { OAuthRefusal } from './oauth-refusal';
import { tokenAddress } from './assertion';

interface Refused {
  readonly error: string;
  readonly error_description: string;
}

/** Where clients come first (SMART Backend Services); what it says is OAuth's. */
@ApiExcludeController()
@Controller('auth/smart')
export class SmartTokenController {
  constructor(private readonly tokens: AccessTokensService) {}

  @Post('token')
  @HttpCode(200)
  @AllowAnyone()
  @TakesForm({ kilobytes: 32 })
  async token(
    @Body() form: Record<string, unknown> | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccessToken | Refused> {
    try {
      return await this.tokens.give(form ?? {}, tokenAddress(request));
    } catch (error) {
      if (!(error instanceof OAuthRefusal)) throw error;
      void reply.status(error.status);
      return { error: error.error, error_description: error.description };
    }
  }
}
