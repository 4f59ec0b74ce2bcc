import { offeredStock } from './offered-stock';

const vial = (id: string, given: object = {}) => ({
  id,
  lotId: 'lot',
  product: 'ona' as const,
  lotNumber: 'C1234',
  expiresOn: '2027-01-31' as const,
  vialUnits: 200,
  openedAt: null,
  reconstitutedAt: null,
  diluentMl: null,
  ...given,
});
const at = new Date('2026-11-23T14:30:00Z');

it('offers what is open first, with how and when it was reconstituted on the clinic’s wall', () => {
  const { ona } = offeredStock(
    [
      vial('closed'),
      vial('opened', { openedAt: at }),
      vial('made', { openedAt: at, reconstitutedAt: at, diluentMl: 2.5 }),
    ],
    'America/New_York',
  );
  expect(
    ona?.map(({ stock, reconstitutedAt, diluentMl }) => ({ ...stock, reconstitutedAt, diluentMl })),
  ).toEqual([
    { id: 'opened', state: 'open', reconstitutedAt: '', diluentMl: '' },
    { id: 'made', state: 'reconstituted', reconstitutedAt: '2026-11-23T09:30', diluentMl: '2.5' },
    { id: 'closed', state: 'closed', reconstitutedAt: '', diluentMl: '' },
  ]);
});

it('keeps products apart, and hands over no more of a lot than a session takes', () => {
  const many = Array.from({ length: 30 }, (_, index) => vial(`v${index}`));
  const other = vial('other', { lotId: 'another' });
  const { ona, rima, abo } = offeredStock(
    [...many, other, vial('m', { product: 'rima', lotId: 'of Myobloc' })],
    'UTC',
  );
  expect(ona?.map(({ stock }) => stock.id)).toEqual([
    'v0',
    'v1',
    'v2',
    'v3',
    'v4',
    'v5',
    'v6',
    'v7',
    'other',
  ]);
  expect(rima?.map(({ stock }) => stock.id)).toEqual(['m']);
  expect(abo).toEqual([]);
});
