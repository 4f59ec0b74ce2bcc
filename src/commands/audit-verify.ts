import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readDigests, verifyTrail, type TrailVerdict } from '../platform/audit/chain/verify-trail';
import { readConfig } from '../platform/config';
import { asking } from '../platform/database/connection/check-database';
import { NO_TIMEOUTS } from '../platform/database/connection/connection-settings';
import { openDatabaseBeside } from '../platform/database/open-database';

/** More of one kind say nothing new. */
const MOST_LINES = 200;

/** Is the trail what was sealed? `--digests <file>` holds it against what `npm run audit:digest` has printed. Exit code 1: no. */
async function main(): Promise<void> {
  const { digests: file } = parseArgs({ options: { digests: { type: 'string' } } }).values;
  const digests = file === undefined ? [] : readDigests(readFileSync(file, 'utf8'));
  const database = await openDatabaseBeside(readConfig(process.env));
  try {
    const verdict = await asking(
      database.url,
      async (ask) => {
        await ask('begin isolation level repeatable read read only', []);
        return verifyTrail(ask, digests);
      },
      NO_TIMEOUTS,
    );
    report(verdict, digests.length, database.place);
  } finally {
    await database.close();
  }
}

function report({ faults, entries, seals, waiting }: TrailVerdict, digests: number, place: string): void {
  for (const fault of faults.slice(0, MOST_LINES)) console.log(fault);
  if (faults.length > MOST_LINES) console.log(`… and ${faults.length - MOST_LINES} faults more.`);
  const counted = `${entries} entries in ${seals} seals, ${waiting} not sealed yet, ${digests} digests: ${place}`;
  console.log(
    faults.length === 0
      ? `The trail is what was sealed. ${counted}`
      : `The trail was tampered with. ${counted}`,
  );
  if (faults.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
