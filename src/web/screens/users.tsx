import { Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { In, IsNull, MoreThan } from 'typeorm';
import { ROLES, type Role } from '../../platform/actor';
import { ApiToken } from '../../platform/api-tokens/api-token.entity';
import { approversOf } from '../../platform/api-tokens/token-rank';
import { SignInSetting } from '../../platform/sign-ins/sign-in-setting.entity';
import { UserIdentity } from '../../platform/oidc/user-identity.entity';
import { User } from '../../platform/users/user.entity';
import { Reads, type Unsent } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Now } from '../../platform/http/now.decorator';
import { Allow } from '../../platform/permissions';
import { Clock } from '../../platform/clock';
import { Page } from '../parts/page/page';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';
import { NewUser } from '../parts/users/new-user';
import { ROLE_CHOICES } from '../parts/users/role-choices';
import { SignInSettings } from '../parts/users/sign-in-settings';
import { UserRow } from '../parts/users/user-row';
import { WaitingTokens } from '../parts/users/waiting-tokens';

const MAY: Readonly<Record<Role, string>> = {
  neurologist: 'treats: courses, sessions, responses, flags, and all that a scheduler does',
  scheduler: 'books and calls: names, phone and due days, never doses or responses',
  reporting: 'fetches reports without names',
  admin: 'sets the clinic up: users, tokens, settings, trail',
};

/** Who works with this service: add, disable, change the role, set a new password. */
@Screen('users')
export class UsersScreen {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('user.read')
  @Reads('app_user')
  async show(
    @By() actor: SignedIn,
    @Now() { zone }: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode>> {
    const { db } = this.work;
    const users = await db.find(User, { order: { username: 'ASC' } });
    const identities = await db.find(UserIdentity);
    const issuerOf = new Map(identities.map(({ userId, issuer }) => [userId, issuer]));
    const setting = await db.findOneByOrFail(SignInSetting, { id: true });
    const waiting = await db.find(ApiToken, {
      where: {
        role: In(ROLES.filter((role) => approversOf(role).length > 0)),
        approvedBy: IsNull(),
        revokedAt: IsNull(),
        expiresAt: MoreThan(this.clock.now()),
      },
      order: { name: 'ASC', id: 'ASC' },
    });
    return screenOf(reply, <UsersPage {...{ actor, users, issuerOf, setting, waiting, zone }} />);
  }
}

interface UsersPageProps {
  readonly actor: SignedIn;
  readonly users: readonly User[];
  /** By which provider a user signs in. */
  readonly issuerOf: ReadonlyMap<string, string>;
  readonly setting: SignInSetting;
  /** Tokens that nobody has approved yet. */
  readonly waiting: readonly ApiToken[];
  readonly zone: string;
}

function UsersPage({ actor, users, issuerOf, setting, waiting, zone }: UsersPageProps) {
  return (
    <Page title="Users" actor={actor} at="/users" islands={['ended-tokens']}>
      <div id="ended-tokens" aria-live="polite" />
      <section class="panel scroll" id="users" aria-label="All users" tabIndex={0}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">User name</th>
              <th scope="col">Role</th>
              <th scope="col">State</th>
              <th scope="col">Change</th>
            </tr>
          </thead>
          <tbody>
            {users.map((user) => (
              <UserRow
                key={user.id}
                user={user}
                issuer={issuerOf.get(user.id)}
                own={user.id === actor.id}
                zone={zone}
              />
            ))}
          </tbody>
        </table>
      </section>
      <WaitingTokens tokens={waiting} />
      <NewUser />
      <SignInSettings setting={setting} />
      <section class="panel stack" aria-labelledby="roles">
        <h2 id="roles">What each role may do</h2>
        <dl class="facts">
          {ROLE_CHOICES.map(({ value, label }) => [
            <dt key={`${value}-term`}>{label}</dt>,
            <dd key={value}>{MAY[value as Role]}</dd>,
          ])}
        </dl>
      </section>
    </Page>
  );
}
