import { ROLES, type Role } from '../platform/actor';
import type { DemoUser } from './rows/rows';
import { demoId } from './seeded-random';

const NAMES: Readonly<Record<Role, string>> = {
  neurologist: 'Dr. Ines Halloran',
  scheduler: 'Theo Marchetti',
  reporting: 'Priya Lindgren',
  admin: 'Sam Osei',
};

/** One user for each role, named after it. */
export const DEMO_USERS: readonly DemoUser[] = ROLES.map((role) => ({
  id: demoId('user', role),
  username: role,
  displayName: NAMES[role],
  ...(role === 'neurologist' && { signsAs: 'Ines Halloran, MD' }),
  role,
}));

/** Who gave and signed every session. */
export const NEUROLOGIST: DemoUser = DEMO_USERS[0]!;
