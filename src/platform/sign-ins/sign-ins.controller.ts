import { Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ReadsNothing } from '../audit/reads';
import { By, type SignedIn } from '../http/by.decorator';
import { IdPipe } from '../http/validation';
import { Allow } from '../permissions';
import { EndedSignInsView, SignInList } from './sign-ins.dto';
import { SignInsService } from './sign-ins.service';
import { TellsUpdates, UnchangedBefore } from '../http/updates/tells-updates.decorator';
import { asWhole, WholeListQuery } from '../http/updates/whole-list.dto';

@ApiTags('sign in')
@Controller()
export class SignInsController {
  constructor(private readonly signIns: SignInsService) {}

  /** Where I am signed in. */
  @Get('me/sign-ins')
  @Allow('self.read')
  @TellsUpdates()
  @ReadsNothing('oneself')
  async find(
    @By() actor: SignedIn,
    @Query() _: WholeListQuery,
    @UnchangedBefore() unchangedBefore: Date,
  ): Promise<SignInList> {
    return { ...(await this.signIns.find(actor)), ...asWhole(unchangedBefore) };
  }

  /** Sign me out everywhere else. */
  @Delete('me/sign-ins')
  @Allow('self.read')
  endOthers(@By() actor: SignedIn): Promise<EndedSignInsView> {
    return this.signIns.endOthers(actor);
  }

  /** Sign me out in one place. */
  @Delete('me/sign-ins/:id')
  @Allow('self.read')
  @HttpCode(204)
  end(@By() actor: SignedIn, @Param('id', IdPipe) id: string): Promise<void> {
    return this.signIns.end(actor, id);
  }

  /** Sign a user out everywhere, who may sign in again. Their devices are no longer known. */
  @Post('users/:id/sign-out')
  @Allow('user.write')
  @HttpCode(200)
  signOut(@By() actor: SignedIn, @Param('id', IdPipe) id: string): Promise<EndedSignInsView> {
    return this.signIns.signOut(actor, id);
  }
}
