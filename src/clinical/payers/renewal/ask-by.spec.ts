import type { CoverPeriod } from '../../cover/cover';
import { askByOn } from './ask-by';

const from = (fromOn: CoverPeriod['fromOn'], state: CoverPeriod['state']): CoverPeriod => ({
  fromOn,
  state,
  gap: null,
  gapOn: null,
});
const DUE = '2026-12-07';

it.each`
  cover                                                                                   | askBy           | why
  ${[from(DUE, 'missing')]}                                                               | ${'2026-11-27'} | ${'ten days before the due day'}
  ${[from(DUE, 'units-short')]}                                                           | ${'2026-11-27'} | ${'too few units'}
  ${[from(DUE, 'covered'), from('2027-03-01', 'expires-before-due')]}                     | ${'2027-02-19'} | ${'covered: ten days before that ends'}
  ${[from(DUE, 'missing'), from('2026-12-20', 'covered')]}                                | ${'2026-11-27'} | ${'it begins after the due day'}
  ${[from(DUE, 'covered'), from('2027-01-01', 'covered'), from('2027-03-01', 'missing')]} | ${'2027-02-19'} | ${'one follows the other'}
  ${[from(DUE, 'covered')]}                                                               | ${null}         | ${'no end is known'}
  ${[from('2026-01-01', 'missing'), from(DUE, 'covered')]}                                | ${null}         | ${'what was not covered is past'}
  ${[from(DUE, 'covered'), from('2027-03-01', 'not-needed')]}                             | ${null}         | ${'from then on none is needed'}
  ${[from(DUE, 'not-needed')]}                                                            | ${null}         | ${'none is needed'}
  ${[from(DUE, 'not-needed'), from('2027-03-01', 'missing')]}                             | ${null}         | ${'none is needed on the due day'}
  ${[]}                                                                                   | ${'2026-11-27'} | ${'nothing is known of cover'}
`('$why → $askBy', ({ cover, askBy }) => {
  expect(askByOn(DUE, cover, 10)).toBe(askBy);
});

it('without a due day there is no day to ask by', () => {
  expect(askByOn(null, [from('1900-01-01', 'missing')], 10)).toBeNull();
  expect(askByOn(null, [], 10)).toBeNull();
});
