import { reportsView } from './codebook';
import { REPORTS } from '../report-list';

const IDENTIFYING = /name|mrn|birth|phone|email|note|reason|text|payer|diagnosis/i;

describe.each(reportsView().reports)('the codebook of $name', ({ name, columns, filters, formats }) => {
  it('explains every column once', () => {
    expect(new Set(columns.map((column) => column.name)).size).toBe(columns.length);
    expect(columns.filter((column) => column.description.length < 10)).toEqual([]);
    expect(formats).toEqual(['csv', 'ndjson', 'json', 'parquet']);
    expect(filters.length).toBeGreaterThan(0);
  });

  it('keeps the SQL to itself', () => {
    const known = ['name', 'type', 'description', 'unit', 'values'];
    expect(columns.flatMap((column) => Object.keys(column)).filter((key) => !known.includes(key))).toEqual(
      [],
    );
  });

  it('has nothing that names a patient', () => {
    expect(columns.map((column) => column.name).filter((column) => IDENTIFYING.test(column))).toEqual([]);
    const selected = REPORTS.find((report) => report.name === name)!.columns.map((column) => column.sql);
    expect(selected.filter((sql) => /\bp\.(?!sex|birth_date|updated_at)/.test(sql))).toEqual([]);
  });

  it('has the product beside units and volumes of it', () => {
    const ofProduct = columns.filter((column) => column.unit === 'units of `product`');
    expect(ofProduct.length === 0 || columns.some((column) => column.name === 'product')).toBe(true);
  });

  it('says of a pseudonym that it is one', () => {
    const ids = REPORTS.find((report) => report.name === name)!.columns.filter(({ sql }) =>
      /^\w\.(\w+_)?id$/.test(sql),
    );
    expect(ids.filter((column) => column.type !== 'pseudonym')).toEqual([]);
  });
});
