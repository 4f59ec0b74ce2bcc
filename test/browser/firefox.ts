import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Role } from '../../src/platform/actor';
import { marked } from '../../src/web/browser/marks';
import { openBrowsedClinic, PASSWORD, type BrowsedClinic } from '../support/browser';
import { aNeckCourse, sessionsOf } from '../support/patients/neck-course';
import { everyScreen, type ScreenAt } from '../support/screens';

/*
 * Every screen in a Firefox of the system, at four widths and in both themes: it answers, its scripts run without an error
 * and nothing is wider than the window; then a neurologist signs in and signs a session by keyboard. What drives the
 * Firefox is fetched for this alone.
 */

/** Of its 24 the last that runs on Node 20. */
const DRIVER = 'puppeteer-core@24.9.0';
const FOLDER = join(__dirname, '../../node_modules/.cache/firefox-driver');
const WIDTHS = [1920, 1280, 768, 390] as const;
/** As Firefox numbers them in its own setting. */
const THEMES = { dark: 0, light: 1 } as const;
const USABLE_MS = 30_000;

interface FirefoxPage {
  goto(url: string, options: { waitUntil: 'load' }): Promise<{ status(): number } | null>;
  setViewport(size: { width: number; height: number }): Promise<void>;
  waitForSelector(selector: string, options?: { timeout: number }): Promise<unknown>;
  waitForFunction(expression: string, options: { timeout: number }): Promise<unknown>;
  evaluate(expression: string): Promise<unknown>;
  type(selector: string, text: string): Promise<void>;
  url(): string;
  readonly keyboard: {
    press(key: string): Promise<void>;
    down(key: string): Promise<void>;
    up(key: string): Promise<void>;
  };
  on(event: 'pageerror', listener: (error: Error) => void): void;
  on(event: 'console', listener: (message: { type(): string; text(): string }) => void): void;
}

interface FirefoxContext {
  newPage(): Promise<FirefoxPage>;
  close(): Promise<void>;
}

interface Firefox {
  version(): Promise<string>;
  createBrowserContext(): Promise<FirefoxContext>;
  close(): Promise<void>;
}

async function main(): Promise<void> {
  const clinic = await openBrowsedClinic();
  const faults: string[] = [];
  try {
    const screens = await everyScreen(clinic);
    for (const [theme, number] of Object.entries(THEMES)) {
      const firefox = await launch(installed(), number);
      try {
        faults.push(...(await lookAtAll(firefox, clinic, screens)));
        if (theme === 'light') faults.push(...(await signASession(firefox, clinic)));
        console.log(
          `${await firefox.version()}, ${theme}: ${screens.length} screens at ${WIDTHS.join(', ')} px`,
        );
      } finally {
        await firefox.close();
      }
    }
  } finally {
    await clinic.close();
  }
  console.log(`${faults.length} faults`);
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

async function lookAtAll(
  firefox: Firefox,
  clinic: BrowsedClinic,
  screens: readonly ScreenAt[],
): Promise<string[]> {
  const faults: string[] = [];
  for (const role of new Set(screens.map((screen) => screen.role))) {
    const context = await firefox.createBrowserContext();
    const page = await context.newPage();
    let name = 'sign-in';
    page.on('pageerror', ({ message }) => faults.push(`${name}: ${message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`${name}: ${message.text()}`);
    });
    if (role !== 'nobody') await signIn(page, clinic.url, role);
    for (const screen of screens.filter((known) => known.role === role)) {
      name = screen.name;
      faults.push(...(await look(page, clinic.url, screen)));
    }
    await context.close();
  }
  return faults;
}

/** In each width. */
async function look(page: FirefoxPage, url: string, { name, path }: ScreenAt): Promise<string[]> {
  const faults: string[] = [];
  const expected = EXPECTED[name] ?? 200;
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: 900 });
    const answer = await page.goto(url + path, { waitUntil: 'load' });
    if (answer?.status() !== expected) faults.push(`${name}: ${answer?.status()} instead of ${expected}`);
    await page.waitForSelector(`html${marked('ready')}`, { timeout: USABLE_MS });
    const wider = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    if (wider !== 0) faults.push(`${name}: ${String(wider)} px wider than ${width}`);
    const headings = await page.evaluate(`document.querySelectorAll('h1').length`);
    if (headings !== 1) faults.push(`${name}: ${String(headings)} headings at ${width}`);
  }
  return faults;
}

/** Screens that refuse on purpose. */
const EXPECTED: Readonly<Record<string, number>> = {
  'not-allowed': 403,
  'not-found': 404,
  'wrong-address': 400,
};

async function signIn(page: FirefoxPage, url: string, role: Role): Promise<void> {
  await page.goto(`${url}/login`, { waitUntil: 'load' });
  await page.waitForSelector(`html${marked('ready')}`);
  await page.type('input[name=username]', role);
  await page.type('input[name=password]', PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForFunction(`!location.pathname.startsWith('/login')`, { timeout: USABLE_MS });
}

/** Opens the form, changes a dose, saves and signs: by keyboard alone. */
async function signASession(firefox: Firefox, clinic: BrowsedClinic): Promise<string[]> {
  const { courseId } = await aNeckCourse(clinic, 'Firefoxed');
  const context = await firefox.createBrowserContext();
  const page = await context.newPage();
  await signIn(page, clinic.url, 'neurologist');
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(`${clinic.url}/courses/${courseId}/log`, { waitUntil: 'load' });
  await page.waitForFunction(`document.activeElement?.id.startsWith('units-')`, { timeout: USABLE_MS });
  await page.keyboard.press('ArrowUp');
  const units = Number(await page.evaluate('document.activeElement.value'));
  await page.keyboard.down('Control');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
  await page.waitForFunction(`document.body.innerText.includes('The session is saved and signed.')`, {
    timeout: USABLE_MS,
  });
  await context.close();
  const [session] = await sessionsOf(clinic, courseId);
  console.log(`a session signed by keyboard: ${session!.signedAt !== null}, the first row ${units} U`);
  return session!.signedAt === null ? ['the session is not signed'] : [];
}

/** @throws Error that says what to do where there is none. */
function installed(): string {
  const places = [
    process.env.FIREFOX ?? '',
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ];
  const found = places.find((path) => path !== '' && existsSync(path));
  if (!found) throw new Error('No Firefox is installed: apt-get install firefox-esr, or name one in FIREFOX');
  return found;
}

async function launch(executablePath: string, theme: number): Promise<Firefox> {
  if (!existsSync(FOLDER))
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', FOLDER, DRIVER], {
      stdio: 'inherit',
    });
  const driver = createRequire(join(FOLDER, 'package.json'))('puppeteer-core') as {
    launch(options: object): Promise<Firefox>;
  };
  const extraPrefsFirefox = {
    'layout.css.prefers-color-scheme.content-override': theme,
    // Without a screen it has no mouse, which a desk has: fine, and able to hover.
    'ui.primaryPointerCapabilities': 6,
    'ui.allPointerCapabilities': 6,
  };
  return driver.launch({ browser: 'firefox', executablePath, headless: true, extraPrefsFirefox });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
