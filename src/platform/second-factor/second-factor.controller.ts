import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ReadsNothing } from '../audit/reads';
import { By, type SignedIn } from '../http/by.decorator';
import { IdPipe } from '../http/validation';
import { Allow } from '../permissions';
import {
  ConfirmSecondFactorDto,
  NewSecondFactorView,
  PasswordAgainDto,
  RecoveryCodesView,
  SecondFactorView,
} from './second-factor.dto';
import { SecondFactorService } from './second-factor.service';

@ApiTags('sign in')
@Controller()
export class SecondFactorController {
  constructor(private readonly factors: SecondFactorService) {}

  /** Whether signing in asks me for a second factor. */
  @Get('me/second-factor')
  @Allow('self.read')
  @ReadsNothing('oneself')
  read(@By() actor: SignedIn): Promise<SecondFactorView> {
    return this.factors.read(actor);
  }

  /** Begin: what my authenticator app reads. Nothing is asked for before it is confirmed. */
  @Post('me/second-factor')
  @Allow('self.read')
  @HttpCode(200)
  begin(
    @By() actor: SignedIn,
    @Body() { currentPassword }: PasswordAgainDto,
    @Req() { ip }: FastifyRequest,
  ): Promise<NewSecondFactorView> {
    return this.factors.begin(actor, currentPassword, ip);
  }

  /** Confirm with a code of the app: from now on signing in asks for one. Answers the recovery codes, this once. */
  @Post('me/second-factor/confirm')
  @Allow('self.read')
  @HttpCode(200)
  confirm(@By() actor: SignedIn, @Body() { code }: ConfirmSecondFactorDto): Promise<RecoveryCodesView> {
    return this.factors.confirm(actor, code);
  }

  /** New recovery codes, shown this once; the old ones open nothing any more. */
  @Post('me/second-factor/recovery-codes')
  @Allow('self.read')
  @HttpCode(200)
  renewCodes(
    @By() actor: SignedIn,
    @Body() { currentPassword }: PasswordAgainDto,
    @Req() { ip }: FastifyRequest,
  ): Promise<RecoveryCodesView> {
    return this.factors.renewCodes(actor, currentPassword, ip);
  }

  /** Sign in without it from now on, where the clinic does not ask for it of my role. */
  @Post('me/second-factor/remove')
  @Allow('self.read')
  @HttpCode(204)
  remove(
    @By() actor: SignedIn,
    @Body() { currentPassword }: PasswordAgainDto,
    @Req() { ip }: FastifyRequest,
  ): Promise<void> {
    return this.factors.remove(actor, currentPassword, ip);
  }

  /** I know that an administrator removed it. */
  @Post('me/second-factor/reset-seen')
  @Allow('self.read')
  @HttpCode(204)
  resetSeen(@By() actor: SignedIn): Promise<void> {
    return this.factors.resetSeen(actor);
  }

  /** Remove the second factor of somebody who lost it: they are signed out, and told at the next sign-in. */
  @Delete('users/:id/second-factor')
  @Allow('user.write')
  @HttpCode(204)
  reset(@By() actor: SignedIn, @Param('id', IdPipe) id: string): Promise<void> {
    return this.factors.reset(actor, id);
  }
}
