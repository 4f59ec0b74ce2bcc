import { breakCluster } from './break-cluster';
import { freezeAndPromote } from './freeze-and-promote';

/**
 * `npm run test:failover`: two services, three database nodes under Patroni and a fault of each kind, as root with Debian's
 * packages; `-- two-nodes` is the short form. Prints figures; ends with 1 where they contradict the answers.
 */
async function main([form]: readonly string[]): Promise<void> {
  const faults = await (form === 'two-nodes' ? freezeAndPromote() : breakCluster(form));
  for (const fault of faults) console.error(fault);
  process.exit(faults.length > 0 ? 1 : 0);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
