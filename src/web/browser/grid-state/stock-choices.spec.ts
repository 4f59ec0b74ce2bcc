import { stockChoices } from './stock-choices';
import type { StockVialRow, VialRow } from './grid-state';

const vial = (id: string, given: Partial<StockVialRow> = {}): StockVialRow => ({
  stock: { id, state: 'closed' },
  lotNumber: 'C1234',
  expiresOn: '2027-01-31',
  vialUnits: '200',
  reconstitutedAt: '',
  diluentMl: '',
  ...given,
});
const open = vial('open', { stock: { id: 'open', state: 'reconstituted' } });
const later = vial('later', { lotNumber: 'D1', expiresOn: '2027-06-30' });
const listed = (id: string): VialRow => ({ ...vial(id), key: 1, unitsDiscarded: '' });

it.each`
  stock                            | taken         | words
  ${[]}                            | ${[]}         | ${[]}
  ${[vial('a')]}                   | ${[]}         | ${['200 U Botox, lot C1234, expires Sun 31 Jan 2027, 1 closed']}
  ${[vial('a'), vial('b'), later]} | ${[]}         | ${['200 U Botox, lot C1234, expires Sun 31 Jan 2027, 2 closed', '200 U Botox, lot D1, expires Wed 30 Jun 2027, 1 closed']}
  ${[vial('a'), vial('b')]}        | ${['a']}      | ${['200 U Botox, lot C1234, expires Sun 31 Jan 2027, 1 closed']}
  ${[vial('a'), vial('b')]}        | ${['a', 'b']} | ${[]}
  ${[open, vial('a')]}             | ${[]}         | ${['200 U Botox, lot C1234, expires Sun 31 Jan 2027, reconstituted', '200 U Botox, lot C1234, expires Sun 31 Jan 2027, 1 closed']}
`('offers $words', ({ stock, taken, words }) => {
  const choices = stockChoices(stock, taken.map(listed), 'Botox');
  expect(choices.map((choice) => choice.words)).toEqual(words);
});

it('gives the next closed vial of the lot once one is taken', () => {
  const stock = [vial('a'), vial('b')];
  expect(stockChoices(stock, [listed('a')], 'Botox')[0]?.vial.stock.id).toBe('b');
});

it('tells vials of one lot number apart by their size', () => {
  expect(stockChoices([vial('a'), vial('b', { vialUnits: '100' })], [], 'Botox')).toHaveLength(2);
});
