import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowsedClinic } from '../support/browser';
import { everyScreen } from '../support/screens';

const WIDTHS = [1920, 1280, 768, 390] as const;
const THEMES = ['light', 'dark'] as const;
const PRINTED: readonly string[] = ['due', 'calendar', 'course', 'course-switched'];

/** Writes a picture of every screen, in each width and theme, to `screenshots/`, and what is printed. A name given narrows it down. */
async function main(only: string | undefined): Promise<void> {
  const folder = join(__dirname, '..', '..', 'screenshots');
  await mkdir(folder, { recursive: true });
  const clinic = await openBrowsedClinic();
  try {
    for (const screen of await everyScreen(clinic)) {
      if (only !== undefined && !screen.name.includes(only)) continue;
      const page =
        screen.role === 'nobody' ? await clinic.visitor() : (await clinic.signedIn(screen.role)).page;
      for (const colorScheme of THEMES) {
        await page.emulateMedia({ colorScheme });
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          await page.goto(screen.path, { waitUntil: 'load' });
          await unroll(page, width);
          const path = join(folder, `${screen.name}-${width}-${colorScheme}.png`);
          await page.screenshot({ path, animations: 'disabled' });
        }
      }
      if (PRINTED.includes(screen.name)) {
        await page.pdf({ path: join(folder, `${screen.name}-printed.pdf`), format: 'A4' });
      }
      await page.context().close();
      console.log(screen.name);
    }
  } finally {
    await clinic.close();
  }
}

/** Makes the window as high as the page, so that every row is drawn and what sticks to an edge stands at the end. */
async function unroll(page: Page, width: number): Promise<void> {
  const heightNow = () => page.evaluate(() => document.documentElement.scrollHeight);
  for (let height = 0; height !== (await heightNow());) {
    height = await heightNow();
    await page.setViewportSize({ width, height });
  }
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
