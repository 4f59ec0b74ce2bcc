import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const COMMAND = ['-r', './test/support/typescript.cjs', 'src/commands/assess.ts'];
const COURSE = {
  id: 'a',
  indication: 'chronic_migraine',
  sessions: [{ performedOn: '2026-09-14', product: 'ona', totalUnits: 155 }],
};

function run(input: string, env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, COMMAND, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    input,
    encoding: 'utf8',
  });
  return { status, answers: stdout.split('\n').length - 1, stderr };
}

it.each`
  input                               | env                             | status | answers | stderr                                                   | why
  ${`${JSON.stringify(COURSE)}\n`}    | ${{}}                           | ${0}   | ${1}    | ${''}                                                    | ${'every line read'}
  ${''}                               | ${{}}                           | ${0}   | ${0}    | ${''}                                                    | ${'nothing to read'}
  ${`x\n${JSON.stringify(COURSE)}\n`} | ${{}}                           | ${1}   | ${1}    | ${'line 1: not JSON\n'}                                  | ${'a line refused'}
  ${''}                               | ${{ CLINIC_ZONE: 'Mars/Base' }} | ${1}   | ${0}    | ${expect.stringMatching(/^CLINIC_ZONE=Mars.Base .*\n$/)} | ${'no such zone'}
`('ends with $status: $why', ({ input, env, status, answers, stderr }) => {
  expect(run(input as string, env as Record<string, string>)).toEqual({ status, answers, stderr });
});

it('ends quietly when the reader of its answers goes away', async () => {
  const child = spawn(process.execPath, COMMAND, { cwd: ROOT });
  const errors: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
  child.stdin.on('error', () => undefined);
  child.stdout.once('data', () => child.stdout.destroy());
  child.stdin.write(`${JSON.stringify(COURSE)}\n`.repeat(5000));
  const status = await new Promise((resolve) => child.once('exit', resolve));
  child.stdin.destroy();
  expect({ status, errors }).toEqual({ status: 0, errors: [] });
});
