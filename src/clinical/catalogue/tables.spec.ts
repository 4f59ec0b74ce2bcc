import { missingRows } from '../../../test/support/walks/domain-tables';

/** What the tables say when a slug stands in its catalogue and in no other table. */
function missingWith(file: string, changed: (actual: Record<string, object>) => object) {
  jest.resetModules();
  jest.doMock(file, () => ({ ...jest.requireActual<object>(file), ...changed(jest.requireActual(file)) }));
  const again =
    require('../../../test/support/walks/domain-tables') as typeof import('../../../test/support/walks/domain-tables');
  jest.dontMock(file);
  return again.missingRows();
}

it('every indication, scale, muscle and product has its rows', () => {
  expect(missingRows()).toEqual([]);
});

it.each`
  file               | list                  | table            | missing
  ${'./indications'} | ${'INDICATION_SLUGS'} | ${'INDICATIONS'} | ${['courses of the demo: another']}
  ${'./scales'}      | ${'SCALE_SLUGS'}      | ${'SCALES'}      | ${['scales of the indications: another']}
  ${'./muscles'}     | ${'MUSCLE_SLUGS'}     | ${'MUSCLES'}     | ${['body map: another midline']}
`('$list with another: $missing', ({ file, list, table, missing }) => {
  const another = { slug: 'another', scales: [], paired: false, aliases: [] };
  const found = missingWith(file as string, (actual) => ({
    [list]: [...(actual[list] as string[]), 'another'],
    [table]: { ...actual[table], another },
  }));
  expect(found).toEqual(missing);
});

it('a product with the mark of another, and without a rule that bears its name', () => {
  const found = missingWith('./product-rows', ({ PRODUCT_ROWS }) => {
    const { ona, abo, ...rows } = PRODUCT_ROWS as Record<string, object>;
    return { PRODUCT_ROWS: { ona, abo: { ...abo, mark: 'circle', hoursInUse: 'S11.ona.hours' }, ...rows } };
  });
  expect(found).toEqual(['marks in the charts, one for each: abo', 'row of abo: S11.abo.hours']);
});
