import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowsedClinic } from '../support/browser';
import { everyScreen } from '../support/screens';

const WIDTHS = [1280, 768, 390] as const;
const THEMES = ['light', 'dark'] as const;

/** Writes a picture of every screen, in each width and theme, to `screenshots/`. A name given narrows it down. */
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
          const path = join(folder, `${screen.name}-${width}-${colorScheme}.png`);
          await page.screenshot({ path, fullPage: true, animations: 'disabled' });
        }
      }
      await page.context().close();
      console.log(screen.name);
    }
  } finally {
    await clinic.close();
  }
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
