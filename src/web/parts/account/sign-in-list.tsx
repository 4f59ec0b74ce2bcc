import type { SignInView } from '../../../platform/sign-ins/sign-ins.dto';
import { marks } from '../../browser/marks';
import { timeWords } from '../../shared/day-text';

interface SignInListProps {
  readonly signIns: readonly SignInView[];
  readonly zone: string;
}

/** Where one is signed in, to be ended one by one or all but this. */
export function SignInList({ signIns, zone }: SignInListProps) {
  return (
    <section class="panel stack" aria-labelledby="sign-ins">
      <h2 id="sign-ins">Where you are signed in</h2>
      <div class="scroll" aria-label="Every place" role="region" tabIndex={0}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">With</th>
              <th scope="col">From</th>
              <th scope="col">Since</th>
              <th scope="col">Last used</th>
              <th scope="col">End</th>
            </tr>
          </thead>
          <tbody>
            {signIns.map((signIn) => (
              <SignInRow key={signIn.id} signIn={signIn} zone={zone} />
            ))}
          </tbody>
        </table>
      </div>
      {signIns.length > 1 && (
        <form
          {...marks({
            api: 'DELETE /api/v1/me/sign-ins',
            saved: 'Everywhere else you are signed out.',
          })}
        >
          <button type="submit">Sign out everywhere else</button>
        </form>
      )}
    </section>
  );
}

function SignInRow({ signIn, zone }: { readonly signIn: SignInView; readonly zone: string }) {
  const { id, current, device, address, createdAt, lastSeenAt } = signIn;
  return (
    <tr>
      <th scope="row">{device ?? 'Not known'}</th>
      <td>{address ?? 'Not known'}</td>
      <td>{timeWords(createdAt, zone)}</td>
      <td>{timeWords(lastSeenAt, zone)}</td>
      <td>
        {current ? (
          <span class="badge badge-good">Here</span>
        ) : (
          <form {...marks({ api: `DELETE /api/v1/me/sign-ins/${id}`, saved: 'There you are signed out.' })}>
            <button type="submit">
              Sign out{' '}
              <span class="visually-hidden">{`${device ?? 'there'}, ${timeWords(createdAt, zone)}`}</span>
            </button>
          </form>
        )}
      </td>
    </tr>
  );
}
