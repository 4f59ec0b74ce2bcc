import type { User } from '../../../platform/users/user.entity';
import { marks } from '../../browser/marks';
import { timeWords } from '../../shared/day-text';
import { Field, SelectField } from '../page/field';
import { ROLE_CHOICES } from './role-choices';

interface UserRowProps {
  readonly user: User;
  /** By which provider they sign in. */
  readonly issuer?: string;
  /** Of whoever looks: nobody disables themselves. */
  readonly own: boolean;
  readonly zone: string;
}

/** One user, and what an administrator may change about them. */
export function UserRow({ user, issuer, own, zone }: UserRowProps) {
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
        {issuer !== undefined && <p class="muted">By {new URL(issuer).host}, with the role there.</p>}
        {user.secondFactorAt && <p class="muted">With a second factor.</p>}
        {user.mustChangePassword && !disabledAt && (
          <p class="muted">Chooses a password at the next sign-in.</p>
        )}
      </td>
      <td>
        <details class="change">
          <summary>
            Change <span class="visually-hidden">{displayName}</span>
          </summary>
          <div class="stack">
            <ChangeUser user={user} />
            <form
              {...marks({
                api: `POST /api/v1/users/${id}/sign-out`,
                saved: `${displayName} is signed out everywhere.`,
                confirm: `Sign ${displayName} out everywhere? What they have not saved has to be saved after signing in again.`,
              })}
            >
              <button type="submit">Sign out everywhere</button>
            </form>
            {user.secondFactorAt && !own && (
              <form
                {...marks({
                  api: `DELETE /api/v1/users/${id}/second-factor`,
                  saved: `The second factor of ${displayName} is removed.`,
                  confirm: `Remove the second factor of ${displayName}? Do it only when they ask for it in person: from then on the password alone opens. They are signed out, and told.`,
                })}
              >
                <button type="submit" class="danger">
                  Remove the second factor
                </button>
              </form>
            )}
            {!own && (
              <form
                {...marks({
                  api: `PATCH /api/v1/users/${id}`,
                  version: user.version,
                  saved: disabledAt ? `${displayName} may sign in again.` : `${displayName} is disabled.`,
                  endedTokens: true,
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

/** Name, role and a new password. */
function ChangeUser({ user }: Pick<UserRowProps, 'user'>) {
  const { id, displayName, role } = user;
  return (
    <form
      class="stack"
      {...marks({
        api: `PATCH /api/v1/users/${id}`,
        version: user.version,
        saved: `${displayName} is changed.`,
        endedTokens: true,
      })}
    >
      <Field label="Name" name="displayName" id={`name-${id}`} value={displayName} required />
      <Field
        label="Signs as"
        name="signsAs"
        id={`signs-as-${id}`}
        value={user.signsAs ?? ''}
        sentAs="null-if-empty"
        maxLength={200}
        hint="On notes and letters, with credentials: Ana Meyer, MD. Empty: the name above."
      />
      <SelectField label="Role" name="role" id={`role-${id}`} value={role} options={ROLE_CHOICES} />
      <Field
        label="New password"
        name="password"
        id={`password-${id}`}
        type="password"
        autocomplete="new-password"
        sentAs="omit-empty"
        hint="Leave empty to keep the old one. With a new one the user is signed out everywhere, and chooses their own at the next sign-in."
      />
      <div>
        <button type="submit" class="primary">
          Save
        </button>
      </div>
    </form>
  );
}
