import type { SecondFactorView } from '../../../platform/second-factor/second-factor.dto';
import { marks } from '../../browser/marks';
import { timeWords } from '../../shared/day-text';
import { Field } from '../page/field';

interface SecondFactorPanelProps {
  readonly factor: SecondFactorView;
  readonly zone: string;
}

/** A code of an app beside the password: set up, and done without where the clinic allows it. */
export function SecondFactorPanel({ factor, zone }: SecondFactorPanelProps) {
  return (
    <section class="panel stack" aria-labelledby="second-factor">
      <h2 id="second-factor">Second factor</h2>
      {factor.since === null ? (
        <SetUp required={factor.required} />
      ) : (
        <>
          <p>
            On since {timeWords(factor.since, zone)}: signing in asks for a code of your authenticator app, or
            for one of your recovery codes. <strong>{factor.recoveryCodesLeft}</strong> of them are left.
          </p>
          <NewCodes />
          {factor.required ? (
            <p class="muted">The clinic asks everybody of your role for it.</p>
          ) : (
            <Removal />
          )}
        </>
      )}
      <div id="shown-once" aria-live="polite" />
    </section>
  );
}

function SetUp({ required }: Pick<SecondFactorView, 'required'>) {
  return (
    <form class="stack" {...marks({ api: 'POST /api/v1/me/second-factor', noId: true, newFactor: true })}>
      {required && (
        <p class="notice notice-warn">
          The clinic asks everybody of your role for a second factor. Set it up: then everything else is open
          to you.
        </p>
      )}
      <p class="muted">
        An authenticator app on your telephone shows six digits that change every half minute. With them
        nobody gets in by your password alone.
      </p>
      <YourPassword id="begin-password" />
      <div>
        <button type="submit" class="primary">
          Set up a second factor
        </button>
      </div>
    </form>
  );
}

function NewCodes() {
  return (
    <details>
      <summary>New recovery codes</summary>
      <form
        class="stack"
        {...marks({ api: 'POST /api/v1/me/second-factor/recovery-codes', noId: true, recoveryCodes: true })}
      >
        <p class="muted">The codes that you have now open nothing any more.</p>
        <YourPassword id="codes-password" />
        <div>
          <button type="submit">Make new recovery codes</button>
        </div>
      </form>
    </details>
  );
}

function Removal() {
  return (
    <details>
      <summary>Sign in without it</summary>
      <form
        class="stack"
        {...marks({
          api: 'POST /api/v1/me/second-factor/remove',
          noId: true,
          saved: 'The second factor is removed.',
        })}
      >
        <YourPassword id="remove-password" />
        <div>
          <button type="submit" class="danger">
            Remove the second factor
          </button>
        </div>
      </form>
    </details>
  );
}

function YourPassword({ id }: { readonly id: string }) {
  return (
    <Field
      label="Your password"
      name="currentPassword"
      id={id}
      type="password"
      autocomplete="current-password"
      required
    />
  );
}
