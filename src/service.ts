import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openDemoClinic } from './demo/open-demo-clinic';
import { Clock } from './platform/clock';
import { readConfig, type Config } from './platform/config';
import { ASSETS_FOLDER, refuseUnbuiltScreens } from './platform/http/assets-folder';
import { isDatabaseError } from './platform/database/faults/database-problem';
import { openDatabase } from './platform/database/open-database';
import { UnitOfWork } from './platform/database/unit-of-work';
import { findWrongClock } from './platform/database/wrong-clock';
import { StartError, startErrorFrom } from './embedded-postgres/start-error';
import { isLoopback } from './platform/http/door/hosts';
import { closeInTime } from './platform/http/door/close-in-time';
import { createServer } from './server';

/** A statement may run for thirty seconds: it is not waited for when the service ends. */
const LATEST_END_MS = 18_000;

const CANNOT_START = 'The database does not let the service start, and is as it was before';

/**
 * Opens the database, brings it to the newest schema, fills an empty one with the demo clinic where that is wanted, and
 * listens. SIGTERM and SIGINT finish the requests under way, then close the database; whatever clients do, it ends in time.
 *
 * @throws StartError in one line.
 */
export async function startService(env: NodeJS.ProcessEnv): Promise<void> {
  const config = readConfig(env);
  refuseUnbuiltScreens(ASSETS_FOLDER);
  const database = await openDatabase(config);
  let app: NestFastifyApplication | undefined;
  let ending: Promise<void> | undefined;

  function end(): Promise<void> {
    return (ending ??= (async () => {
      setTimeout(() => process.exit(), LATEST_END_MS).unref();
      if (app) await closeInTime(app);
      await database.close();
      process.exit();
    })());
  }

  process.once('SIGTERM', () => void end());
  process.once('SIGINT', () => void end());
  try {
    app = await createServer(config, database.url);
    await app.init();
    const demo = config.demo ? await openDemoClinic(app, config) : undefined;
    await listen(app, config);
    sayHowToSignIn(await app.getUrl(), database.place, demo);
    sayWhoMayListen(config);
    sayWhereMessagesAreTaken(config);
    sayWhoMayAlterTheTrail(database.ownsTrail);
    const wrong = await findWrongClock(app.get(UnitOfWork).db, app.get(Clock).now());
    if (wrong !== undefined) console.warn(`  clock      ${wrong}`);
  } catch (error) {
    await app?.close();
    await database.close();
    throw isDatabaseError(error) ? startErrorFrom(error, CANNOT_START) : error;
  }
}

async function listen(app: NestFastifyApplication, { host, port }: Config): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new StartError(
        `PORT=${port} is taken on ${host}: stop what listens there, or set PORT to another`,
      );
    if (code === 'EACCES')
      throw new StartError(`PORT=${port} may not be used by this user: set PORT to 1024 or above`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new StartError(`HOST=${host} is not an address of this machine`);
    throw error;
  }
}

/** Passwords and records in clear on the network: said once, where whoever started it looks. */
function sayWhoMayListen({ host, trustedProxy }: Config): void {
  if (isLoopback(host) || trustedProxy !== undefined) return;
  console.warn(
    `  network    HOST=${host} is open beyond this machine without TLS: passwords and records can be read on their way.\n` +
      '             Put a proxy with TLS before it and name that in TRUSTED_PROXY (docs/deployment.md)',
  );
}

function sayWhereMessagesAreTaken({ mllpPort, mllpHost }: Config): void {
  if (mllpPort === undefined) return;
  console.log(`  messages   HL7 v2 at mllp://${mllpHost}:${mllpPort}`);
  if (isLoopback(mllpHost)) return;
  console.warn(
    `  network    MLLP_HOST=${mllpHost} takes messages from beyond this machine, in clear and from anybody who reaches it:\n` +
      '             put it into a VPN or behind a tunnel with TLS (docs/deployment.md)',
  );
}

function sayWhoMayAlterTheTrail(role: string | undefined): void {
  if (role === undefined) return;
  console.warn(
    `  trail      the service's database role ${role} owns the trail and can alter it: give the service a role of its own,\n` +
      '             and migrations the owner in DATABASE_OWNER_URL (docs/deployment.md)',
  );
}

function sayHowToSignIn(
  url: string,
  place: string,
  demo: { users: readonly string[]; password?: string } | undefined,
): void {
  console.log(`The clinic's service listens at ${url}`);
  console.log(`  API        ${url}/api/v1      what there is: ${url}/api/docs`);
  console.log(`  database   ${place}`);
  if (!demo) {
    console.log('  sign in    make the first user with: npm run create-user -- --username … --role admin');
    return;
  }
  console.log(`  sign in    as ${demo.users.join(', ')}`);
  console.log(
    demo.password
      ? `  password   ${demo.password}   (of all four; set DEMO_PASSWORD before the first start to choose it)`
      : '  password   as printed on the first start, or set by DEMO_PASSWORD then',
  );
}
