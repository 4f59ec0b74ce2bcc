import { Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { ROLES, type Role } from '../../platform/actor';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../platform/users/password';
import { User } from '../../platform/users/user.entity';
import { Reads, type Unsent } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Now } from '../../platform/http/now.decorator';
import { Allow } from '../../platform/permissions';
import { timeWords } from '../shared/day-text';
import { Field, SelectField, type Choice } from '../parts/page/field';
import { Page } from '../parts/page/page';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';
import { marks } from '../browser/marks';
import { capitalised } from '../../clinical/words';

export const ROLE_CHOICES: readonly Choice[] = ROLES.map((role) => ({
  value: role,
  label: capitalised(role),
}));

const MAY: Readonly<Record<Role, string>> = {
  neurologist: 'treats: courses, sessions, responses, flags, and all that a scheduler does',
  scheduler: 'books and calls: names, phone and due days, never doses or responses',
  reporting: 'fetches reports without names',
  admin: 'sets the clinic up: users, tokens, settings, trail',
};

/** Who works with this service: add, disable, change the role, set a new password. */
@Screen('users')
export class UsersScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get()
  @Allow('user.read')
  @Reads('app_user')
  async show(
    @By() actor: SignedIn,
    @Now() { zone }: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode>> {
    const users = await this.work.db.find(User, { order: { username: 'ASC' } });
    return screenOf(reply, <UsersPage actor={actor} users={users} zone={zone} />);
  }
}

interface UsersPageProps {
  readonly actor: SignedIn;
  readonly users: readonly User[];
  readonly zone: string;
}

function UsersPage({ actor, users, zone }: UsersPageProps) {
  return (
    <Page title="Users" actor={actor} at="/users">
      <section class="panel scroll" aria-label="All users" tabIndex={0}>
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
              <UserRow key={user.id} user={user} own={user.id === actor.id} zone={zone} />
            ))}
          </tbody>
        </table>
      </section>
      <NewUser />
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

function UserRow({ user, own, zone }: { readonly user: User; readonly own: boolean; readonly zone: string }) {
  const { id, displayName, username, role, disabledAt } = user;
  return (
    <tr>
      <th scope="row">{displayName}</th>
      <td>{username}</td>
      <td>{ROLE_CHOICES.find(({ value }) => value === role)?.label}</td>
      <td>
        {disabledAt ? (
          <span class="badge">Disabled since {timeWords(disabledAt, zone)}</span>
        ) : (
          <span class="badge badge-good">May sign in</span>
        )}
      </td>
      <td>
        <details class="change">
          <summary>
            Change <span class="visually-hidden">{displayName}</span>
          </summary>
          <div class="stack">
            <form
              class="stack"
              {...marks({
                api: `PATCH /api/v1/users/${id}`,
                version: user.version,
                saved: `${displayName} is changed.`,
              })}
            >
              <Field label="Name" name="displayName" id={`name-${id}`} value={displayName} required />
              <SelectField label="Role" name="role" id={`role-${id}`} value={role} options={ROLE_CHOICES} />
              <Field
                label="New password"
                name="password"
                id={`password-${id}`}
                type="password"
                autocomplete="new-password"
                sentAs="omit-empty"
                hint="Leave empty to keep the old one. With a new one the user is signed out everywhere."
              />
              <div>
                <button type="submit" class="primary">
                  Save
                </button>
              </div>
            </form>
            {!own && (
              <form
                {...marks({
                  api: `PATCH /api/v1/users/${id}`,
                  version: user.version,
                  saved: disabledAt ? `${displayName} may sign in again.` : `${displayName} is disabled.`,
                  confirm: disabledAt
                    ? undefined
                    : `Disable ${displayName}? Whoever is signed in as this user is signed out.`,
                })}
              >
                <input
                  type="hidden"
                  name="disabled"
                  {...marks({ sentAs: 'boolean' })}
                  value={String(!disabledAt)}
                />
                <button type="submit" class={disabledAt ? undefined : 'danger'}>
                  {disabledAt ? 'Let sign in again' : 'Disable'}
                </button>
              </form>
            )}
          </div>
        </details>
      </td>
    </tr>
  );
}

function NewUser() {
  return (
    <form
      class="panel stack"
      {...marks({ api: 'POST /api/v1/users', saved: 'The user is added.' })}
      aria-labelledby="new-user"
    >
      <h2 id="new-user">Add a user</h2>
      <div class="fields">
        <Field
          label="User name"
          name="username"
          required
          autocomplete="off"
          hint="Letters, digits, dots, hyphens and underscores; capitals make no difference."
        />
        <Field
          label="Name"
          name="displayName"
          required
          autocomplete="off"
          hint="As the trail and the screens name the person."
        />
        <SelectField label="Role" name="role" value="scheduler" options={ROLE_CHOICES} />
        <Field
          label="Password"
          name="password"
          type="password"
          required
          autocomplete="new-password"
          hint={`${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters. Tell it to the user in person.`}
        />
      </div>
      <div>
        <button type="submit" class="primary">
          Add the user
        </button>
      </div>
    </form>
  );
}
