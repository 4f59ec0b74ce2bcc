import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ReadsNothing } from '../audit/reads';
import { changeRow } from '../database/change-row';
import { UnitOfWork } from '../database/unit-of-work';
import { By, type SignedIn } from '../http/by.decorator';
import { IfMatch } from '../http/if-match';
import { Allow } from '../permissions';
import { SignInSetting } from './sign-in-setting.entity';
import { ChangeSignInSettingsDto, SignInSettingsView } from './sign-in-settings.dto';

@ApiTags('sign in')
@Controller('sign-in-settings')
export class SignInSettingsController {
  constructor(private readonly work: UnitOfWork) {}

  /** What this clinic asks of whoever signs in. */
  @Get()
  @Allow('user.read')
  @ReadsNothing('the clinic, no person')
  async read(): Promise<SignInSettingsView> {
    return viewOf(await this.work.db.findOneByOrFail(SignInSetting, { id: true }));
  }

  /** Change what is asked; it holds at once, for those too who are signed in. */
  @Patch()
  @Allow('user.write')
  change(
    @By() actor: SignedIn,
    @IfMatch() version: number,
    @Body() { idleMinutes, secondFactorRoles }: ChangeSignInSettingsDto,
  ): Promise<SignInSettingsView> {
    return this.work.write(actor, async (tx) => {
      const row = await tx.findOneByOrFail(SignInSetting, { id: true });
      const changes = { idleMinutes: { ...row.idleMinutes, ...idleMinutes }, secondFactorRoles };
      await changeRow(tx, SignInSetting, { id: true, version }, changes);
      return viewOf(await tx.findOneByOrFail(SignInSetting, { id: true }));
    });
  }
}

function viewOf({ id: _id, ...view }: SignInSetting): SignInSettingsView {
  return view;
}
