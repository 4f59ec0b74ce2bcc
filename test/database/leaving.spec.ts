import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TableDigest } from '../../src/backup/backup-lines';
import { backupOf } from '../../src/backup/write-backup';
import { MEANINGS, type CodebookTable } from '../../src/leaving/codebook';
import { exportClinic } from '../../src/leaving/export-clinic';
import { importClinic } from '../../src/leaving/import-clinic';
import { whyLeftOut } from '../../src/leaving/left-out';
import type { Manifest } from '../../src/leaving/manifest';
import { readConfig } from '../../src/platform/config';
import { asking } from '../../src/platform/database/connection/check-database';
import { createServer } from '../../src/server';
import { PASSWORD, send, startApp, type TestApp } from '../support/app';
import { createEmptyDatabase } from '../support/database';
import { fillEveryTable } from '../support/every-table';
import { until } from '../support/until';

const NOW = new Date('2026-11-27T02:30:00Z');
const FAMILY_NAME = 'Łukasz\\.\t"Ö"\u2028\u0001';
const GIVEN_NAME = '\\N,\n{}\r\n\\.';
/** What opens the service, or was derived from a key, and copies that are a day old at most. */
const SECRET = [
  'api_token',
  'app_user',
  'calendar_feed',
  'check_in',
  'clinic_secret',
  'fhir_export',
  'fhir_export_file',
  'known_device',
  'login_session',
  'recovery_code',
  'second_factor',
  'smart_access_token',
  'smart_assertion',
  'smart_client',
];

let service: TestApp;
let folder: string;
let leftOut: Manifest;
let included: Manifest;
let digests: TableDigest[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clinic-leaving-'));
  chmodSync(folder, 0o755);
  service = await startApp({ today: '2026-11-23' });
  await fillEveryTable(service);
  await service.asOwner('alter table patient disable trigger user');
  await service.asOwner(
    'update patient set family_name = $1, given_name = $2 where id = (select id from patient order by id limit 1)',
    [FAMILY_NAME, GIVEN_NAME],
  );
  await service.asOwner('alter table patient enable trigger user');
  await until(async () => (await service.asOwner('select 1 from audit_unsealed limit 1')).length === 0);
  const url = service.databaseUrl;
  const record = async () => undefined;
  leftOut = await exportClinic(url, { folder: join(folder, 'left-out'), withSecrets: false }, NOW, record);
  included = await exportClinic(url, { folder: join(folder, 'included'), withSecrets: true }, NOW, record);
  digests = await digestsOf(url);
});
afterAll(async () => {
  await service?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As a backup has them: nothing of the export goes into it. */
async function digestsOf(url: string): Promise<TableDigest[]> {
  const backup = backupOf(url, NOW);
  for await (const piece of backup.pieces) expect(piece.length).toBeGreaterThan(0);
  return [...backup.foot().tables];
}

const linesOf = (of: string, table: string) =>
  readFileSync(join(folder, of, `${table}.ndjson`), 'utf8')
    .trimEnd()
    .split('\n')
    .filter(Boolean);

const codebookIn = (of: string) =>
  JSON.parse(readFileSync(join(folder, of, 'codebook.json'), 'utf8')) as {
    tables: CodebookTable[];
    catalogue: Record<string, { slug: string }[]>;
  };

describe('an export', () => {
  it('has a file of JSON lines for every table, a row each, with the digest that stands beside it', () => {
    expect(included.tables.map(({ table, rows }) => ({ table, rows }))).toEqual(
      digests.map(({ table, rows }) => ({ table, rows })),
    );
    for (const { table, rows, columns, fileSha256 } of included.tables) {
      const lines = linesOf('included', table);
      expect({ table, rows: lines.length }).toEqual({ table, rows });
      for (const line of lines) expect(Object.keys(JSON.parse(line) as object)).toEqual(columns);
      const file = readFileSync(join(folder, 'included', `${table}.ndjson`));
      expect(createHash('sha256').update(file).digest('hex')).toBe(fileSha256);
    }
    const sums = readFileSync(join(folder, 'included', 'SHA256SUMS'), 'utf8');
    expect(sums.match(/^[\da-f]{64} {2}\w+\.ndjson$/gm)).toHaveLength(included.tables.length);
    expect(readdirSync(join(folder, 'included'))).not.toContain('NOT-WHOLE.txt');
  });

  it('holds what a line holds, whatever its letters', () => {
    const patients = linesOf('included', 'patient').map(
      (line) => JSON.parse(line) as Record<string, unknown>,
    );
    expect(patients[0]).toMatchObject({ family_name: FAMILY_NAME, given_name: GIVEN_NAME });
  });

  it('leaves out what opens the service, and says so', () => {
    expect(leftOut).toMatchObject({ secrets: 'left-out', format: 'clinic-export 1' });
    const text = readdirSync(join(folder, 'left-out')).map((file) =>
      file.endsWith('.ndjson') ? readFileSync(join(folder, 'left-out', file), 'utf8') : '',
    );
    expect(text.join('')).not.toMatch(/\$argon2|token_hash|code_hash|pseudonym_key/);
    const told = codebookIn('left-out').tables.filter(
      (table) => table.leftOut !== undefined || table.columns.some((column) => column.leftOut !== undefined),
    );
    expect(told.map(({ table }) => table)).toEqual(SECRET);
    expect(codebookIn('included').tables.some(({ leftOut: why }) => why)).toBe(false);
  });
});

describe('the codebook', () => {
  it('says of every table what a line is, and of every column what it means', () => {
    const { tables } = codebookIn('included');
    expect(tables.map(({ table }) => table)).toEqual(included.tables.map(({ table }) => table));
    expect(
      tables.flatMap(({ table, holds, columns }) => [
        ...(holds ? [] : [table]),
        ...columns.filter(({ meaning }) => !meaning).map(({ name }) => `${table}.${name}`),
      ]),
    ).toEqual([]);
  });

  it('says nothing of what there is not', () => {
    const known = new Map(
      codebookIn('included').tables.map(({ table, columns }) => [table, columns.map(({ name }) => name)]),
    );
    const said = Object.entries(MEANINGS).flatMap(([table, { columns }]) =>
      Object.keys(columns).map((column) => [table, column] as const),
    );
    expect(said.filter(([table, column]) => !known.get(table)?.includes(column))).toEqual([]);
  });

  it('names type, unit, words and the row that is meant', () => {
    const { tables, catalogue } = codebookIn('included');
    const columns = tables.find(({ table }) => table === 'injection')!.columns;
    expect(columns).toContainEqual({
      name: 'units',
      type: 'numeric(8,2)',
      mayBeNull: false,
      meaning: 'How much',
      unit: 'units of the session’s product',
    });
    expect(columns).toContainEqual(
      expect.objectContaining({ name: 'session_id', names: 'injection_session.id' }),
    );
    const session = tables.find(({ table }) => table === 'injection_session')!.columns;
    expect(session).toContainEqual(
      expect.objectContaining({ name: 'product', values: ['ona', 'abo', 'inco', 'rima', 'daxi'] }),
    );
    expect(catalogue.muscles!.map(({ slug }) => slug)).toContain('splenius_capitis');
  });

  it('says the unit of every number that is one of something', () => {
    const numbers = codebookIn('included').tables.flatMap(({ table, columns }) =>
      columns
        .filter(({ type, unit }) => type.startsWith('numeric') && unit === undefined)
        .map(({ name }) => `${table}.${name}`),
    );
    // The unit of a precaution's value is that of its code.
    expect(numbers).toEqual(['patient_precaution.value']);
  });
});

describe('a new database that is filled with it', () => {
  it('equals the old one in every table, with what opens the service', async () => {
    const { url } = await createEmptyDatabase('moved');
    await importClinic(url, 'the new one', join(folder, 'included'));
    expect(await digestsOf(url)).toEqual(digests);
    expect(
      await asking(url, (ask) =>
        ask('select id from audit_entry where id > $1', [Number(included.sequences.audit_entry_id_seq)]),
      ),
    ).toEqual([]);
  });

  it('equals it in all that was exported, and nobody’s password opens it', async () => {
    const { url } = await createEmptyDatabase('moved_without');
    await importClinic(url, 'the new one', join(folder, 'left-out'));
    const found = await digestsOf(url);
    const differ = found.filter(
      ({ table }, at) => digests[at]!.table === table && digests[at]!.sha256 !== found[at]!.sha256,
    );
    expect(differ.map(({ table }) => table)).toEqual(
      SECRET.filter((table) => digests.some((digest) => digest.table === table && digest.rows > 0)),
    );
    const rows = (of: readonly TableDigest[]) =>
      of.filter(({ table }) => whyLeftOut(table) === undefined).map((table) => [table.table, table.rows]);
    expect(rows(found)).toEqual(rows(digests));

    const app = await createServer(readConfig({ DATABASE_URL: url, PORT: '0', NIGHTLY: 'false' }), url);
    try {
      await app.listen(0, '127.0.0.1');
      const at = (await app.getUrl()).replace('[::1]', '127.0.0.1');
      const [user] = await asking(url, (ask) =>
        ask<{ username: string }>(`select username from app_user where role = 'neurologist' limit 1`, []),
      );
      const refused = await send(at, 'POST', '/auth/login', { body: { ...user, password: PASSWORD } });
      expect(refused.status).toBe(401);
      const headers = { authorization: `Bearer ${service.neurologist.token}` };
      expect((await send(at, 'GET', '/patients', { headers })).status).toBe(401);
    } finally {
      await app.close();
    }
  });

  it('is never one in which somebody has worked', async () => {
    await expect(
      importClinic(service.ownerUrl, 'db.example:5432/clinic', join(folder, 'included')),
    ).rejects.toThrow(
      /^Nothing was imported: db\.example:5432\/clinic is not empty \(\d users have an account in it\)\. Import into/,
    );
  });

  it('stays empty when a file is not what was exported, or a row points to none', async () => {
    const { url } = await createEmptyDatabase('changed');
    const file = join(folder, 'included', 'course.ndjson');
    const [whole, sums] = [readFileSync(file), join(folder, 'included', 'export.json')];
    const manifest = readFileSync(sums, 'utf8');
    try {
      writeFileSync(file, whole.toString('utf8').replace('"version":', '"version":1'));
      await expect(importClinic(url, 'here', join(folder, 'included'))).rejects.toThrow(
        'course.ndjson is not what was exported: its digest is another.',
      );
      writeFileSync(file, '');
      const empty = { ...(JSON.parse(manifest) as Manifest) };
      const nothing = createHash('sha256').digest('hex');
      const tables = empty.tables.map((table) =>
        table.table === 'course' ? { ...table, rows: 0, fileSha256: nothing, rowsSha256: nothing } : table,
      );
      writeFileSync(sums, JSON.stringify({ ...empty, tables }));
      await expect(importClinic(url, 'here', join(folder, 'included'))).rejects.toThrow(/foreign key/);
    } finally {
      writeFileSync(file, whole);
      writeFileSync(sums, manifest);
    }
    expect(await asking(url, (ask) => ask('select id from patient', []))).toEqual([]);
    await importClinic(url, 'here', join(folder, 'included'));
  });
});

describe('a folder', () => {
  it('that has something in it is left alone', async () => {
    const before = readdirSync(folder);
    await expect(
      exportClinic(service.databaseUrl, { folder, withSecrets: false }, NOW, async () => undefined),
    ).rejects.toThrow(`Nothing was exported: the folder ${folder} is not empty. Give a new one.`);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('with an export that failed says that it is not whole, and is not imported', async () => {
    const part = join(folder, 'part');
    const { url } = await createEmptyDatabase('of_no_clinic');
    await asking(url, (ask) => ask('create table lonely (id integer primary key)', []));
    await expect(
      exportClinic(url, { folder: part, withSecrets: false }, NOW, async () => undefined),
    ).rejects.toThrow(/migrations/);
    expect(existsSync(join(part, 'NOT-WHOLE.txt'))).toBe(true);
    await expect(importClinic(url, 'here', part)).rejects.toThrow(
      `The export in ${part} is not whole: it was stopped before its end. Make another one.`,
    );
  });
});
