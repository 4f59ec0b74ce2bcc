import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { createEmptyDatabase, type TestDatabase } from '../support/database';
import { until } from '../support/until';

const ROOT = join(__dirname, '..', '..');
const CELLS = 4;
const STEPS = readdirSync(join(ROOT, 'migrations')).filter((file) =>
  /^\d+-.*(?<!\.spec)\.ts$/.test(file),
).length;

let cells: readonly TestDatabase[];
let folder: string;
let file: string;
beforeAll(async () => {
  cells = await Promise.all(Array.from({ length: CELLS }, (_, n) => createEmptyDatabase(`cell ${n}`)));
  folder = mkdtempSync(join(tmpdir(), 'clinic-cells-'));
  file = join(folder, 'cells');
  writeFileSync(file, cells.map(({ serviceUrl, url }) => `${serviceUrl} ${url}\n`).join(''));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function migrateCells(named: string) {
  const args = ['-r', join(ROOT, 'test/support/typescript.cjs'), join(ROOT, 'src/commands/migrate.ts')];
  const child = spawn(process.execPath, [...args, '--cells', named], {
    cwd: folder,
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { output: '', errors: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.errors += text));
  return { child, said, ended: once(child, 'close') as Promise<[number | null]> };
}

/** How many migrations each cell has had. */
async function steps(): Promise<number[]> {
  return Promise.all(
    cells.map(async ({ url }) => {
      const client = new Client({ connectionString: url });
      await client.connect();
      try {
        const { rows } = await client.query<{ there: boolean }>(
          `select to_regclass('migrations') is not null as there`,
        );
        if (!rows[0]!.there) return 0;
        return (await client.query('select from migrations')).rowCount!;
      } finally {
        await client.end();
      }
    }),
  );
}

it('each cell of a chain is brought to the newest schema, and after a kill in the middle it goes on from there', async () => {
  const first = migrateCells(file);
  // The second one has begun.
  await until(async () => (await steps())[1]! > 0);
  first.child.kill('SIGKILL');
  await first.ended;
  const killed = await steps();
  expect(killed[0]).toBe(STEPS);
  expect(killed.at(-1)).toBe(0);
  expect(first.said.output.split('\n')[0]).toMatch(new RegExp(`^1 of ${CELLS}: the schema is the newest: `));

  const again = migrateCells(file);
  expect(await again.ended).toEqual([0, null]);
  expect(again.said.errors).toBe('');
  expect(again.said.output.trim().split('\n')).toHaveLength(CELLS);
  expect(again.said.output).not.toContain(new URL(cells[0]!.serviceUrl).password);
  expect(await steps()).toEqual(cells.map(() => STEPS));
});

it('stops at a cell that cannot be reached, and says how far it came', async () => {
  const [one, other] = [cells[0]!, cells[1]!];
  const broken = join(folder, 'broken');
  const gone = new URL(other.serviceUrl);
  gone.pathname += '_gone';
  writeFileSync(broken, `${one.serviceUrl} ${one.url}\n${gone.href}\n${other.serviceUrl} ${other.url}\n`);
  const { ended, said } = migrateCells(broken);
  expect(await ended).toEqual([1, null]);
  expect(said.errors).toMatch(/^2 of 3: .*_gone.*\(1 before it are the newest, 1 were not tried\)\n$/);
  expect(said.errors).not.toContain(gone.password);
});
