import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startReportingApp } from '../support/server/reporting-app';
import { started } from '../support/builders';

const EXAMPLES = join(__dirname, '../../examples');

let app: Awaited<ReturnType<typeof startReportingApp>>;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'examples-'));
  app = await startReportingApp();
  for (const product of ['ona', 'abo']) {
    for (const woreOffOn of ['2026-03-30', '2026-04-13', product === 'ona' ? '2026-05-04' : null]) {
      const { courseId } = await app.aCourse();
      const session = await app.aSession(courseId, app.injectorId, { performedOn: '2026-01-05', product });
      await app.aResponse(session, { woreOffOn, stillEffectiveOn: '2026-03-16' });
    }
  }
  const { courseId } = await app.aCourse({ indication: 'tremor' });
  const session = await app.aSession(courseId, app.injectorId, { performedOn: '2026-01-05' });
  await app.aResponse(session, { stillEffectiveOn: '2026-02-02' });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const isThere = (program: string, ...asked: string[]): boolean => spawnSync(program, asked).status === 0;

/** Runs an example beside the service, which answers it. */
function run(
  token: string,
  program: string,
  args: readonly string[],
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: { ...process.env, CLINIC_URL: app.url, CLINIC_TOKEN: token } });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });
}

const ALL = `indication,product,treatments,stillEffective,medianWeeks
cervical_dystonia,abo,2,1,13.0
cervical_dystonia,ona,3,0,14.0
tremor,ona,0,1,
`;
const TREMOR = ALL.split('\n')
  .filter((line) => !line.startsWith('cervical'))
  .join('\n');

describe.each`
  file                   | program      | version        | filter              | plots
  ${'effect_lengths.py'} | ${'python3'} | ${'--version'} | ${['--indication']} | ${isThere('python3', '-c', 'import matplotlib')}
  ${'effect_lengths.R'}  | ${'Rscript'} | ${'--version'} | ${[]}               | ${true}
`('$file', ({ file, program, version, filter, plots }) => {
  const example = join(EXAMPLES, file);
  const drawing = (indication: string, plot: string): string[] =>
    program === 'python3' ? ['--indication', indication, '--plot', plot] : [indication, plot];

  if (!isThere(program, version)) {
    it(`was not run: there is no ${program} here`, () => {
      expect(spawnSync(program, [version]).error).toMatchObject({ code: 'ENOENT' });
    });
    return;
  }

  it('says how long treatments held, of all indications and of one', async () => {
    expect(await run(app.token, program, [example])).toEqual({ code: 0, said: ALL });
    expect(await run(app.token, program, [example, ...filter, 'tremor'])).toEqual({ code: 0, said: TREMOR });
  });

  it(plots ? 'draws a plot' : 'says what a plot needs that is not installed', async () => {
    const plot = join(folder, `${program}.svg`);
    const { code, said } = await run(app.token, program, [example, ...drawing('cervical_dystonia', plot)]);
    expect(code).toBe(0);
    expect(said).toMatch(plots ? /Plot: / : /No plot: matplotlib is not installed/);
    expect(existsSync(plot) && readFileSync(plot, 'utf8').includes('<svg')).toBe(plots);
  });

  it('fails aloud when the token may not', async () => {
    const { code, said } = await run(app.scheduler.token, program, [example]);
    expect(code).not.toBe(0);
    expect(said).toContain('403');
  });
});

describe('log-session.ts', () => {
  const log = (...args: string[]) =>
    run(app.neurologist.token, process.execPath, [
      '-r',
      join(__dirname, '../support/typescript.cjs'),
      join(EXAMPLES, 'log-session.ts'),
      ...args,
    ]);

  it('logs a session once and says when the course is due again', async () => {
    const courseId = await started(app.neurologist);
    expect(await log(courseId, '2026-01-12', 'ona', 'splenius_capitis', 'right', '50')).toEqual({
      code: 0,
      said: 'Logged 50 units of ona; due again on 2026-04-06.\n',
    });
    const { items } = (await app.neurologist.get(`/courses/${courseId}/sessions`)).body as {
      items: object[];
    };
    expect(items).toHaveLength(1);
  });

  it('leaves to a person what speaks against it, and logs nothing', async () => {
    const courseId = await started(app.neurologist);
    const { code, said } = await log(courseId, '2026-01-12', 'ona', 'splenius_capitis', 'right', '300');
    expect(code).toBe(1);
    expect(said).toMatch(/^S23 confirm: 300 U Botox .*\n.*Not logged: a person is to decide/s);
    const { items } = (await app.neurologist.get(`/courses/${courseId}/sessions`)).body as {
      items: object[];
    };
    expect(items).toEqual([]);
  });

  it('says what is wrong with what it was given', async () => {
    const { code, said } = await log('1', '2026-01-12', 'ona', 'splenius_capitis', 'right', '50');
    expect([code, said]).toEqual([1, expect.stringMatching(/^400 /)]);
  });
});
