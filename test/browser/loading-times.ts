import type { Page } from 'playwright-core';
import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import { everyScreen, usable, type ScreenAt } from '../support/screens';

const VISITS = 5;

/**
 * Prints how much each screen weighs, compressed, and how long it takes until it can be used, in a profile that has seen
 * nothing yet: its scripts have run, and where a field gets the focus it has it. Beside it the same for an almost empty page of the same service in the
 * same run, since machines differ and are shared.
 */
async function main(): Promise<void> {
  const clinic = await openBrowsedClinic();
  try {
    const bare = median(await timesOf(clinic, 'nobody', (page) => page.goto('/health/live')));
    console.log(`${'bare answer'.padEnd(20)} ${bare.toFixed(0).padStart(5)} ms`);
    for (const { name, role, path } of await everyScreen(clinic)) {
      const times = await timesOf(clinic, role, (page) => usable(page, path));
      const kilobytes = await weightOf(clinic, role, path);
      const ms = median(times);
      const [least, most] = [Math.min(...times), Math.max(...times)];
      console.log(
        `${name.padEnd(20)} ${ms.toFixed(0).padStart(5)} ms (${least.toFixed(0)} to ${most.toFixed(0)}), ${(ms / bare).toFixed(1)} times the bare answer, ${kilobytes.toFixed(1)} kB`,
      );
    }
  } finally {
    await clinic.close();
  }
}

async function timesOf(
  clinic: BrowsedClinic,
  role: ScreenAt['role'],
  visit: (page: Page) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < VISITS; i += 1) {
    const page = await pageOf(clinic, role);
    await page.goto('about:blank');
    const began = performance.now();
    await visit(page);
    times.push(performance.now() - began);
    await page.context().close();
  }
  return times;
}

async function weightOf(clinic: BrowsedClinic, role: ScreenAt['role'], path: string): Promise<number> {
  const page = await pageOf(clinic, role);
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  let bytes = 0;
  network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await usable(page, path);
  await page.context().close();
  return bytes / 1000;
}

async function pageOf(clinic: BrowsedClinic, role: ScreenAt['role']): Promise<Page> {
  return role === 'nobody' ? clinic.visitor() : (await clinic.signedIn(role)).page;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
