import { keptQuery, viewAddress } from './view-address';

const FRIDAY = '2026-11-27';

it.each`
  asked                                                             | kept
  ${{}}                                                             | ${''}
  ${{ queue: 'to-call', product: 'ona', cursor: 'x' }}              | ${'queue=to-call&product=ona'}
  ${{ queue: 'all', q: 'Lindqvist', patientId: 'p1' }}              | ${'queue=all'}
  ${{ authorization: 'missing,units-short', status: '' }}           | ${'authorization=missing%2Cunits-short'}
  ${{ indication: 'tremor', from: '2026-11-30', to: '2026-12-06' }} | ${'indication=tremor&days=next-week'}
  ${{ indication: 'tremor', from: '2026-11-30', to: '2026-12-05' }} | ${'indication=tremor'}
  ${{ indication: 'tremor', from: '2026-11-23', to: '2026-11-29' }} | ${'indication=tremor'}
`('keeps “$kept”', ({ asked, kept }: { asked: Record<string, unknown>; kept: string }) => {
  expect(keptQuery(asked, FRIDAY)).toBe(kept);
});

it.each`
  query                                    | today           | address
  ${''}                                    | ${FRIDAY}       | ${'/due'}
  ${'queue=to-call&product=ona'}           | ${FRIDAY}       | ${'/due?queue=to-call&product=ona'}
  ${'authorization=missing%2Cunits-short'} | ${FRIDAY}       | ${'/due?authorization=missing%2Cunits-short'}
  ${'queue=to-call&days=next-week'}        | ${FRIDAY}       | ${'/due?queue=to-call&from=2026-11-30&to=2026-12-06'}
  ${'queue=to-call&days=next-week'}        | ${'2026-11-29'} | ${'/due?queue=to-call&from=2026-11-30&to=2026-12-06'}
  ${'queue=to-call&days=next-week'}        | ${'2026-11-30'} | ${'/due?queue=to-call&from=2026-12-07&to=2026-12-13'}
`('leads to $address on $today', ({ query, today, address }) => {
  expect(viewAddress(query as string, today as typeof FRIDAY)).toBe(address);
});
