import { fillDisk } from './full-disk';
import { runKillCycles } from './kill-cycles';
import { killAnImport } from './killed-import';

/** 20,000 sessions, as a clinic with ten years of history brings them. */
const MOVING_IN = { patients: 2_000, sessions: 10, kills: 3 };

/** `npm run test:faults [-- <cycles>]` prints its figures; ends with 1 when anything contradicts what was said. The disk is root's to fill. */
async function main(cycles: number): Promise<void> {
  const figures = await runKillCycles(cycles, (line) => console.log(line));
  console.log(JSON.stringify(figures, null, 2));
  const ofImport = await killAnImport(MOVING_IN, (line) => console.log(line));
  console.log(JSON.stringify(ofImport, null, 2));
  const ofDisk = process.getuid?.() === 0 ? await fillDisk((line) => console.log(line)) : [];
  const faults = [...figures.faults, ...ofImport.faults, ...ofDisk];
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

main(Number(process.argv[2] ?? 200)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
