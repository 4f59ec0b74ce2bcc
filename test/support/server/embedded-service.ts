import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../../src/embedded-postgres/embedded-postgres';

/** A service that has nothing but the embedded database, to be started, stopped and killed as a process of its own. */
async function main(dataDir: string, reachable: string | undefined): Promise<void> {
  const database = await startEmbeddedPostgres({
    dataDir,
    reachable,
    log: (message) => say({ log: message }),
  });
  for (const name of ['SIGTERM', 'SIGINT'] as const) {
    process.once(name, () => {
      void answers(database.url).then(async (alive) => {
        say({ stopping: true, serverAlive: alive });
        await database.stop();
        process.exit(0);
      });
    });
  }
  say({ url: database.ownerUrl, port: database.port, serverPid: database.serverPid() });
  setInterval(() => undefined, 60_000);
}

/**
 * Whether the server still serves after the signal: it must not have been shot along with the service. One that was
 * takes no connection made after its signal.
 */
async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    await client.query('select 1');
    await client.end();
    return true;
  } catch {
    return false;
  }
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

main(process.argv[2] ?? '', process.argv[3]).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
