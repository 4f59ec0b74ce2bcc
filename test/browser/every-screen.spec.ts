import type { Page } from 'playwright-core';
import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import { objectionsOf } from '../support/walks/objections';
import { everyScreen, usable, type ScreenAt } from '../support/screens';

const THEMES = ['light', 'dark'] as const;
/** A wide screen is laid out as a usual one, in the same colours: it is looked at in one theme. */
const WIDTHS = { light: [1920, 1280, 390], dark: [1280, 390] } as const;
const FIRST_PAGE_BYTES = 100_000;

let clinic: BrowsedClinic;
let screens: readonly ScreenAt[];

beforeAll(async () => {
  clinic = await openBrowsedClinic();
  screens = await everyScreen(clinic);
});
afterAll(() => clinic?.close());

it('shows nothing that axe objects to, on any screen, in either theme, with the details open', async () => {
  const objections: string[] = [];
  for (const screen of screens) {
    const page = await pageOf(screen);
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const width of WIDTHS[colorScheme]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(screen.path);
        await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)));
        objections.push(
          ...(await objectionsOf(page)).map(
            (objection) => `${screen.name} ${colorScheme} ${width}: ${objection}`,
          ),
        );
      }
    }
    await page.context().close();
  }
  expect(objections).toEqual([]);
}, 900_000);

it('shows nothing that axe objects to while somebody is at work on it', async () => {
  const objections: string[] = [];
  const { context, page } = await clinic.signedIn('neurologist');
  const look = async (state: string): Promise<void> => {
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      objections.push(
        ...(await objectionsOf(page)).map((objection) => `${state} ${colorScheme}: ${objection}`),
      );
    }
  };
  const pathOf = (name: string): string => screens.find((screen) => screen.name === name)!.path;

  await page.goto(pathOf('log-session'));
  await page.waitForFunction(() => document.activeElement?.id.startsWith('units-'));
  await page.keyboard.type('300');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Not saved yet: a reason is missing.').first().waitFor();
  await look('log with a reason missing');
  await page.getByRole('button', { name: 'Add a muscle' }).click();
  await page.keyboard.type('levator');
  await page.locator('[role="listbox"]:not([hidden]) [role="option"]').first().waitFor();
  await look('log with muscles to choose from');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Side of the head/ }).click();
  await page.locator('#map-profile-right-scalenes-right').click();
  await page.getByRole('group', { name: /^Muscles of this region/ }).waitFor();
  await look('log with a region of several muscles');
  await context.request.post('/api/v1/auth/logout');
  await page.goto(pathOf('login'));
  await page.getByLabel('User name').fill('neurologist');
  await page.getByLabel('Password').fill('wrong');
  await page.keyboard.press('Enter');
  await page.getByText('The user name or the password is wrong.').waitFor();
  await look('sign in refused');
  await context.close();

  const desk = await clinic.signedIn('scheduler');
  await desk.page.goto('/due');
  for (const action of [/^Book/, /^Log a call/, /^Snooze/]) {
    await desk.page.getByRole('button', { name: action }).first().click();
    await desk.page.locator('form.row-form').waitFor();
    objections.push(
      ...(await objectionsOf(desk.page)).map((objection) => `due ${action.source}: ${objection}`),
    );
  }
  await desk.context.request.post('/api/v1/auth/logout');
  await desk.page.getByRole('button', { name: 'Save', exact: true }).click();
  await desk.page.getByRole('dialog').waitFor();
  objections.push(...(await objectionsOf(desk.page)).map((objection) => `sign in again: ${objection}`));
  await desk.context.close();
  expect(objections).toEqual([]);
});

it('does not shift what is on a screen while it loads, nor lets its width overflow, on any device', async () => {
  const faults: string[] = [];
  for (const screen of screens) {
    const page = await pageOf(screen);
    await watchShifts(page);
    // Scripts come when the page has been seen, so that whatever they move moves under somebody's eyes.
    await page.route('**/assets/*.js*', async (route) => {
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
      await route.continue();
    });
    for (const width of [1920, 1280, 768, 640, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await usable(page, screen.path);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      const shift = await shiftOf(page);
      if (shift > 0) faults.push(`${screen.name} at ${width}: shifts by ${shift.toFixed(4)}`);
      if (wider > 0) faults.push(`${screen.name} at ${width}: ${wider} px too wide`);
    }
    await page.context().close();
  }
  expect(faults).toEqual([]);
}, 900_000);

it('would see a shift', async () => {
  const page = await clinic.visitor();
  await watchShifts(page);
  await usable(page, '/login');
  expect(await shiftOf(page)).toBe(0);
  await page.evaluate(() =>
    document.body.prepend(Object.assign(document.createElement('h1'), { textContent: 'Late' })),
  );
  expect(await shiftOf(page)).toBeGreaterThan(0);
  await page.context().close();
});

it('sends less than 100 kB for any first screen', async () => {
  const tooMuch: string[] = [];
  for (const screen of screens) {
    const page = await pageOf(screen);
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    let bytes = 0;
    network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await page.goto(screen.path, { waitUntil: 'load' });
    expect(bytes).toBeGreaterThan(1000);
    if (bytes >= FIRST_PAGE_BYTES) tooMuch.push(`${screen.name}: ${(bytes / 1000).toFixed(1)} kB`);
    await page.context().close();
  }
  expect(tooMuch).toEqual([]);
}, 300_000);

interface Shifts {
  shifts: { readonly at: number; readonly value: number }[];
}

async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: Shifts = { shifts: [] };
    Object.assign(window, seen);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        seen.shifts.push({ at: entry.startTime, value: (entry as unknown as { value: number }).value });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** How far things have moved by now. The browser tells it late: once it has told of a shift made here, it has told of all before. */
async function shiftOf(page: Page): Promise<number> {
  const madeAt = await page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
    const made = document.createElement('div');
    made.textContent = 'moved';
    Object.assign(made.style, { position: 'fixed', inset: '0 auto auto 0', width: '300px', height: '300px' });
    document.body.append(made);
    // What has been changed is laid out at the end of the next frame: what is changed in the one after is told apart.
    await frame();
    await frame();
    made.style.top = '200px';
    return performance.now();
  });
  await page.waitForFunction(
    (moment) => (window as unknown as Shifts).shifts.some(({ at }) => at >= moment),
    madeAt,
  );
  return page.evaluate(
    (moment) =>
      (window as unknown as Shifts).shifts
        .filter(({ at }) => at < moment)
        .reduce((sum, { value }) => sum + value, 0),
    madeAt,
  );
}

async function pageOf({ role }: ScreenAt): Promise<Page> {
  return role === 'nobody' ? clinic.visitor() : (await clinic.signedIn(role)).page;
}
