import { sealTrail } from '../platform/audit/chain/trail-sealer';
import { digestLine } from '../platform/audit/chain/verify-trail';
import { Clock } from '../platform/clock';
import { readConfig } from '../platform/config';
import { asking } from '../platform/database/connection/check-database';
import { openDatabaseBeside } from '../platform/database/open-database';

/** Prints the newest seal of the trail, to be kept where nobody who can change the database can change it. */
async function main(): Promise<void> {
  const database = await openDatabaseBeside(readConfig(process.env));
  try {
    const [seal] = await asking(database.url, async (ask) => {
      await sealTrail(ask);
      return ask<{ n: number; hash: string }>(
        `select n::int, encode(hash, 'hex') as hash from audit_seal order by audit_seal.n desc limit 1`,
        [],
      );
    });
    if (seal) console.log(digestLine(new Clock().now(), seal));
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error && error.name === 'StartError' ? error.message : error);
  process.exitCode = 1;
});
