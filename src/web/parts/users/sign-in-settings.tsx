import { ROLES } from '../../../platform/actor';
import type { SignInSetting } from '../../../platform/sign-ins/sign-in-setting.entity';
import { IDLE_MINUTES } from '../../../platform/sign-ins/sign-in-settings.dto';
import { capitalised } from '../../../clinical/words';
import { marks } from '../../browser/marks';
import { NumberField } from '../page/field';

/** What this clinic asks of whoever signs in. */
export function SignInSettings({ setting }: { readonly setting: SignInSetting }) {
  return (
    <form
      class="panel stack"
      {...marks({
        api: 'PATCH /api/v1/sign-in-settings',
        version: setting.version,
        saved: 'What is asked of whoever signs in is saved.',
      })}
      aria-labelledby="signing-in"
    >
      <h2 id="signing-in">Signing in</h2>
      <fieldset>
        <legend>Minutes without use after which one is signed out</legend>
        <div class="fields">
          {ROLES.map((role) => (
            <NumberField
              key={role}
              label={capitalised(role)}
              name={`idleMinutes.${role}`}
              id={`idle-${role}`}
              value={setting.idleMinutes[role]}
              inputMode="numeric"
              required
            />
          ))}
        </div>
        <p class="hint">
          {`${IDLE_MINUTES.min} to ${IDLE_MINUTES.max} minutes. What is typed and not saved comes back after signing in again.`}
        </p>
      </fieldset>
      <fieldset>
        <legend>A second factor is asked of every</legend>
        <div class="row">
          {ROLES.map((role) => (
            <label class="choice" key={role}>
              <input
                type="checkbox"
                name="secondFactorRoles[]"
                value={role}
                checked={setting.secondFactorRoles.includes(role)}
              />
              {capitalised(role)}
            </label>
          ))}
        </div>
        <p class="hint">Whoever has none sets one up before anything else is open to them.</p>
      </fieldset>
      <div>
        <button type="submit" class="primary">
          Save
        </button>
      </div>
    </form>
  );
}
