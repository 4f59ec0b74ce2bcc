import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../../platform/users/password';
import { marks } from '../../browser/marks';
import { Field, SelectField } from '../page/field';
import { ROLE_CHOICES } from './role-choices';

/** Somebody who begins to work here. */
export function NewUser() {
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
          hint={`${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters. Tell it to the user in person: at the first sign-in they choose their own.`}
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
