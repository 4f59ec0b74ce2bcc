import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openDemoClinic } from '../../src/demo/open-demo-clinic';
import { Clock } from '../../src/platform/clock';
import { readConfig } from '../../src/platform/config';
import { createServer } from '../../src/server';
import { createTestDatabase } from '../support/database';

const ROOT = join(__dirname, '../..');
const README_URL = 'http://127.0.0.1:3000';

/** The commands of the tour in their order, and what the README says that each prints. */
interface Step {
  readonly commands: string;
  readonly prints: string;
}

const tour = sectionOf(readFileSync(join(ROOT, 'README.md'), 'utf8'), 'Two minutes');
const STEPS = stepsOf(tour);
const DAY = /\d{4}-\d{2}-\d{2}/.exec(tour.slice(0, tour.indexOf('```')))?.[0];
const PASSWORD = /\bPASSWORD=([\w-]+)/.exec(tour)?.[1];

let app: NestFastifyApplication;
let url: string;
let shim: string;

beforeAll(async () => {
  const database = await createTestDatabase('readme');
  const config = readConfig({ DATABASE_URL: database.url, DEMO_PASSWORD: PASSWORD });
  app = await createServer(config, database.url);
  app.get(Clock).now = () => new Date(`${DAY}T17:00:00Z`);
  await app.init();
  await openDemoClinic(app, config);
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
  shim = mkdtempSync(join(tmpdir(), 'readme-'));
  writeFileSync(
    join(shim, 'curl'),
    `#!/bin/sh\nexec "${process.execPath}" "${__dirname}/../support/clients/curl.cjs" "$@"\n`,
  );
  chmodSync(join(shim, 'curl'), 0o755);
}, 60_000);

afterAll(async () => {
  await app.close();
  rmSync(shim, { recursive: true });
});

it('has a tour, made on a day that it names', () => {
  expect(STEPS.filter(({ prints }) => prints !== '').length).toBeGreaterThanOrEqual(4);
  expect(DAY).toBeDefined();
});

const curls = spawnSync('curl', ['--version']).error ? ['its stand-in'] : ['curl', 'its stand-in'];

it.each(curls)('the tour prints on a fresh demo clinic what it says, with %s', async (curl) => {
  const printed = await run(curl === 'curl' ? '' : `${shim}${delimiter}`);
  expect(printed.map(oneLine)).toEqual(STEPS.map(({ prints }) => oneLine(prints)));
});

/** In one shell, as a reader would type it, on the day of the demo clinic. */
async function run(path: string): Promise<string[]> {
  const END = '--- end of a step ---';
  const script = [
    'set -e',
    ...STEPS.map(({ commands }) => `${commands.replaceAll(README_URL, url)}\necho; echo '${END}'`),
  ];
  const env = { ...process.env, PATH: `${path}${process.env.PATH ?? ''}` };
  const child = spawn('bash', ['-c', script.join('\n')], { env });
  let [output, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  return output.split(END).slice(0, -1);
}

function sectionOf(text: string, title: string): string {
  const [, section = ''] = text.split(`\n## ${title}\n`);
  return section.split('\n## ')[0]!;
}

/** A block of commands, and the block without commands that may follow it. */
function stepsOf(section: string): Step[] {
  const steps: Step[] = [];
  for (const [, kind, body] of section.matchAll(/^```(\w*)\n(.*?)^```$/gms)) {
    if (kind === 'sh') steps.push({ commands: body!, prints: '' });
    else steps.push({ ...steps.pop()!, prints: body! });
  }
  return steps;
}

/** Lines are broken in the README where the page ends. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
