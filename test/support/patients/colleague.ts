import type { Role } from '../../../src/platform/actor';
import type { BrowsedClinic } from '../browser';

export interface Colleague {
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly password: string;
}

const FIRST = 'violet harbour tuning fork';

/** One more user, made by an administrator, who has chosen a password of their own since and is signed in. */
export async function aColleague(
  clinic: BrowsedClinic,
  { password, ...colleague }: Colleague,
): Promise<{ readonly token: string }> {
  await clinic.send('admin', 'POST', '/users', { ...colleague, password: FIRST });
  const post = (path: string, body: object, token?: string): Promise<Response> =>
    fetch(`${clinic.url}/api/v1${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
  const login = await post('/auth/login', { username: colleague.username, password: FIRST });
  const { token } = (await login.json()) as { token: string };
  const changed = await post('/me/password', { currentPassword: FIRST, newPassword: password }, token);
  if (!changed.ok) throw new Error(`${colleague.username} could not choose a password: ${changed.status}`);
  return { token };
}
