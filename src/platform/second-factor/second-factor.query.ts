import { IsNull, type EntityManager } from 'typeorm';
import type { SignedIn } from '../http/by.decorator';
import { SignInSetting } from '../sign-ins/sign-in-setting.entity';
import { User } from '../users/user.entity';
import type { SecondFactorView } from './second-factor.dto';
import { RecoveryCode } from './second-factor.entity';

/** How it stands with somebody's second factor. A script has none. */
export async function secondFactorOf(db: EntityManager, { id, role }: SignedIn): Promise<SecondFactorView> {
  const user = await db.findOneBy(User, { id });
  const { secondFactorRoles } = await db.findOneByOrFail(SignInSetting, { id: true });
  return {
    since: user?.secondFactorAt ?? null,
    required: user !== null && secondFactorRoles.includes(role),
    recoveryCodesLeft: await db.countBy(RecoveryCode, { userId: id, usedAt: IsNull() }),
  };
}
