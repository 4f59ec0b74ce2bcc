import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource, type ColumnType } from 'typeorm';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { migrate } from '../../src/platform/database/migrate';
import { PLATFORM_ENTITIES } from '../../src/platform/platform.module';
import { BulkExport, BulkExportFile } from '../../src/fhir/bulk/bulk-export.entity';
import { Hl7AppointmentRow } from '../../src/hl7/appointments/hl7-appointment.entity';
import { Hl7MessageRow } from '../../src/hl7/hl7-message.entity';
import { RECORDS } from '../../src/records/records.module';
import { TOXIN_PRODUCTS } from '../../src/clinical/units';
import { createEmptyDatabase, createTestDatabase } from '../support/database';

const MIGRATIONS = readdirSync(join(__dirname, '../../migrations')).filter((file) => file.endsWith('.ts'));

describe('the migrations', () => {
  it('bring an empty database to the newest schema, once', async () => {
    const { url } = await createEmptyDatabase('schema_empty');
    expect(await migrate(url)).toBe(MIGRATIONS.length);
    expect(await migrate(url)).toBe(0);
  });

  it('of two services that start at once run once', async () => {
    const { url } = await createEmptyDatabase('schema_two');
    const both = await Promise.all([migrate(url), migrate(url)]);
    expect(both.toSorted((a, b) => a - b)).toEqual([0, MIGRATIONS.length]);
  });

  it('are named by the moment they were made at, in order', () => {
    expect(MIGRATIONS).toEqual(MIGRATIONS.toSorted());
    for (const file of MIGRATIONS) expect(file).toMatch(/^\d{13}-[a-z][a-z-]+\.ts$/);
  });
});

interface TableColumn {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
}

describe('the entities', () => {
  let dataSource: DataSource;
  let columns: TableColumn[];
  beforeAll(async () => {
    const { url } = await createTestDatabase('schema');
    dataSource = await new DataSource({
      ...dataSourceOptions(url),
      entities: [
        ...PLATFORM_ENTITIES,
        ...RECORDS,
        Hl7MessageRow,
        Hl7AppointmentRow,
        BulkExport,
        BulkExportFile,
      ],
    }).initialize();
    columns = await dataSource.query(
      `select c.relname as table, a.attname as column, format_type(coalesce(nullif(t.typbasetype, 0), a.atttypid), a.atttypmod) as type,
        not a.attnotnull as nullable
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
    );
  });
  afterAll(() => dataSource.destroy());

  const NAMES: Readonly<Record<string, string>> = { timestamptz: 'timestamp with time zone' };

  it('have the columns of their tables, all of them, with the same types and null where they may be', () => {
    for (const entity of dataSource.entityMetadatas) {
      const ours = entity.columns.map((column) => {
        const name = String(column.type satisfies ColumnType);
        const size = column.precision ? `(${column.precision},${column.scale ?? 0})` : '';
        const type = `${NAMES[name] ?? name}${size}${column.isArray ? '[]' : ''}`;
        return { table: entity.tableName, column: column.databaseName, type, nullable: column.isNullable };
      });
      const theirs = columns.filter(({ table }) => table === entity.tableName);
      expect(byColumn(ours)).toEqual(byColumn(theirs));
    }
  });

  it('stand for every table but those that have no object of their own', () => {
    const ours = new Set(dataSource.entityMetadatas.map(({ tableName }) => tableName));
    const others = new Set(columns.map(({ table }) => table).filter((table) => !ours.has(table)));
    expect([...others].toSorted()).toEqual([
      'audit_seal',
      'audit_unsealed',
      'client_request',
      'clinic_secret',
      'migrations',
    ]);
  });
});

describe('a product in the database', () => {
  let dataSource: DataSource;
  beforeAll(async () => {
    const { url } = await createTestDatabase('schema_products');
    dataSource = await new DataSource(dataSourceOptions(url)).initialize();
  });
  afterAll(() => dataSource.destroy());

  it('is one of the products with a row in `product-rows.ts`: a new one is added to the domain by a migration', async () => {
    const [{ check }] = await dataSource.query<[{ check: string }]>(
      `select pg_get_constraintdef(oid) as check from pg_constraint where contypid = 'toxin_product'::regtype`,
    );
    const known = [...check.matchAll(/'(\w+)'/g)].map(([, product]) => product);
    expect(known.toSorted()).toEqual(TOXIN_PRODUCTS.toSorted());
  });

  it('is of this domain in every table that holds one', async () => {
    const columns = await dataSource.query<{ at: string; type: string }[]>(
      `select c.relname || '.' || a.attname as at, format_type(a.atttypid, a.atttypmod) as type
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not a.attisdropped
        and (a.attname ~ 'product$' or a.atttypid = 'toxin_product'::regtype)
      order by at`,
    );
    expect(columns.map(({ at, type }) => `${at} ${type}`)).toEqual([
      'course.planned_product toxin_product',
      'cover_override.product toxin_product',
      'external_dose.product toxin_product',
      'injection_session.product toxin_product',
      'lot.product toxin_product',
      'prior_authorization.product toxin_product',
      'protocol.product toxin_product',
      'review.planned_product toxin_product',
    ]);
  });
});

function byColumn(columns: readonly TableColumn[]): TableColumn[] {
  return columns.toSorted((a, b) => a.column.localeCompare(b.column));
}
