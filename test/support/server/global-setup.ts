import { openTestServer } from './test-server';

/** Once a run, before the spec files of the suites that need a database. */
export default async function globalSetup(): Promise<void> {
  Object.assign(globalThis, { closeTestServer: await openTestServer() });
}
