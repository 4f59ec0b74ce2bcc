import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import type { Role } from '../../src/platform/actor';
import { browserAtHand } from './browser/browser-at-hand';

export const PASSWORD = 'demo-password';
const START_MS = 120_000;

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The built service with a demo clinic of its own, and a browser to use it with. */
export interface BrowsedClinic {
  readonly url: string;
  readonly browser: Browser;
  /** A new browser profile in which one of the demo users is signed in. */
  signedIn(role: Role, options?: BrowserContextOptions): Promise<{ context: BrowserContext; page: Page }>;
  /** A new browser profile in which nobody is signed in. */
  visitor(options?: BrowserContextOptions): Promise<Page>;
  /** A script's request to the API, with the rights of a demo user. */
  get<T>(role: Role, path: string): Promise<T>;
  send<T>(role: Role, method: 'POST' | 'PUT' | 'PATCH', path: string, body: unknown): Promise<T>;
  close(): Promise<void>;
}

/** Starts both, the service with these settings besides. Whoever starts them closes them. */
export async function openBrowsedClinic(
  settings: Readonly<Record<string, string>> = {},
): Promise<BrowsedClinic> {
  const browser = await launch();
  const dataDir = await mkdtemp(join(tmpdir(), 'clinic-browser-'));
  const service = startService(dataDir, settings);
  let url: string;
  try {
    url = await listening(service);
  } catch (error) {
    await browser.close();
    await stop(service, dataDir);
    throw error;
  }

  const tokens = new Map<Role, Promise<string>>();
  const tokenOf = (role: Role): Promise<string> => {
    const known = tokens.get(role) ?? login(url, role);
    tokens.set(role, known);
    return known;
  };

  async function open(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    context.setDefaultTimeout(60_000);
    return context;
  }

  async function request<T>(role: Role, method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await tokenOf(role)}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  return {
    url,
    browser,
    get: (role, path) => request(role, 'GET', path),
    send: (role, method, path, body) => request(role, method, path, body),
    async signedIn(role, options) {
      const context = await open(options);
      const answer = await context.request.post('/api/v1/auth/login', {
        data: { username: role, password: PASSWORD },
      });
      if (!answer.ok()) throw new Error(`${role} could not sign in: ${answer.status()}`);
      return { context, page: await context.newPage() };
    },
    async visitor(options) {
      return (await open(options)).newPage();
    },
    async close() {
      await browser.close();
      await stop(service, dataDir);
    },
  };
}

/** Signs in by hand, on the sign-in screen or in its dialog. */
export async function signInByHand(page: Page, role: Role): Promise<void> {
  await page.getByLabel('User name').fill(role);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByLabel('Password').press('Enter');
}

async function launch(): Promise<Browser> {
  return chromium.launch({ ...(await browserAtHand()), headless: true, args: FLAGS });
}

function startService(dataDir: string, settings: Readonly<Record<string, string>>): ChildProcess {
  const root = join(__dirname, '..', '..');
  const main = process.env['SERVICE_MAIN'] ?? join(root, 'dist', 'src', 'main.js');
  if (!existsSync(main)) throw new Error(`There is no built service at ${main}: run npm run build first`);
  return spawn(process.execPath, [main], {
    cwd: root,
    env: {
      ...process.env,
      PORT: '0',
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      DEMO: 'true',
      DEMO_PASSWORD: PASSWORD,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The address that the service prints once it listens; the system has chosen the port. */
function listening(service: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`The service did not start in time. ${said}`)), START_MS);
    const hear = (text: Buffer): void => {
      said += text.toString();
      const url = /listens at (http:\S+)/.exec(said)?.[1];
      if (url === undefined) return;
      clearTimeout(late);
      resolve(url);
    };
    service.stdout?.on('data', hear);
    service.stderr?.on('data', hear);
    service.once('exit', () => {
      clearTimeout(late);
      reject(new Error(`The service ended: ${said}`));
    });
  });
}

async function stop(service: ChildProcess, dataDir: string): Promise<void> {
  if (service.exitCode === null && service.signalCode === null) {
    const ended = new Promise((resolve) => service.once('exit', resolve));
    service.kill('SIGTERM');
    await ended;
  }
  await rm(dataDir, { recursive: true, force: true });
}

async function login(url: string, role: Role): Promise<string> {
  const response = await fetch(`${url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: role, password: PASSWORD }),
  });
  return ((await response.json()) as { token: string }).token;
}
