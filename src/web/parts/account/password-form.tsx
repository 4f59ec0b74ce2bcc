import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../../platform/users/password';
import { marks } from '../../browser/marks';
import { Field } from '../page/field';

/** `first`: the one they have was chosen by somebody else, and nothing else is open to them before. */
export function PasswordForm({ first }: { readonly first: boolean }) {
  return (
    <form
      class="panel stack"
      {...marks({
        api: 'POST /api/v1/me/password',
        noId: true,
        saved: 'Your password is changed. Everywhere else you are signed out.',
        after: first ? '/' : undefined,
      })}
      aria-labelledby="password"
    >
      <h2 id="password">{first ? 'Choose your own password' : 'Change your password'}</h2>
      {first && (
        <p class="notice notice-warn">
          The password you have was chosen by an administrator. Choose one that only you know: then everything
          else is open to you.
        </p>
      )}
      <Field
        label="Current password"
        name="currentPassword"
        type="password"
        autocomplete="current-password"
        required
      />
      <Field
        label="New password"
        name="newPassword"
        type="password"
        autocomplete="new-password"
        required
        hint={`${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters: three or four words that have nothing to do with each other.`}
      />
      <div>
        <button type="submit" class="primary">
          Change the password
        </button>
      </div>
    </form>
  );
}
