import { unitsLimitItems, type VisitUnits } from './units-limit-item';

const VISIT = { on: '2026-12-01', product: 'daxi' } as const;
const given = (performedOn: string, units: number) => ({ performedOn, units }) as VisitUnits['given'][number];
const units = (more: Partial<VisitUnits>): VisitUnits => ({
  payer: 'Credence Blue',
  limit: 300,
  given: [],
  unitsPlanned: 200,
  ...more,
});
const PAYS = 'Credence Blue pays for 300 billing units of Daxxify in 84 days';

it.each`
  more                                                               | ready    | text                                                                  | todo
  ${{}}                                                              | ${true}  | ${': the visit fits in.'}                                             | ${undefined}
  ${{ unitsPlanned: 300 }}                                           | ${true}  | ${': the visit fits in.'}                                             | ${undefined}
  ${{ unitsPlanned: 301 }}                                           | ${false} | ${'; with a visit like the last it would be 301 from 9 Sep 2026 on.'} | ${'Ask the insurer for more.'}
  ${{ given: [given('2026-09-08', 200)] }}                           | ${true}  | ${': the visit fits in.'}                                             | ${undefined}
  ${{ given: [given('2026-09-09', 200)] }}                           | ${false} | ${'; with a visit like the last it would be 400 from 9 Sep 2026 on.'} | ${'Book on 2 Dec 2026 or later, or ask the insurer for more.'}
  ${{ given: [given('2026-09-09', 100)] }}                           | ${true}  | ${': the visit fits in.'}                                             | ${undefined}
  ${{ given: [given('2026-09-20', 100), given('2026-10-01', 100)] }} | ${false} | ${'; with a visit like the last it would be 400 from 9 Sep 2026 on.'} | ${'Book on 13 Dec 2026 or later, or ask the insurer for more.'}
  ${{ given: [given('2026-10-01', 100), given('2026-09-20', 100)] }} | ${false} | ${'; with a visit like the last it would be 400 from 9 Sep 2026 on.'} | ${'Book on 13 Dec 2026 or later, or ask the insurer for more.'}
  ${{ given: [given('2026-06-01', 200), given('2026-10-01', 200)] }} | ${false} | ${'; with a visit like the last it would be 400 from 9 Sep 2026 on.'} | ${'Book on 24 Dec 2026 or later, or ask the insurer for more.'}
`('$more → $text', ({ more, ready, text, todo }) => {
  expect(unitsLimitItems(units(more), VISIT)).toEqual([
    { code: 'units-limit', ready, text: `${PAYS}${text}`, ...(todo && { todo }) },
  ]);
});

it.each`
  limited                          | why
  ${null}                          | ${'the payer has no limit'}
  ${units({ unitsPlanned: null })} | ${'nobody knows the dose'}
`('says nothing where $why', ({ limited }) => {
  expect(unitsLimitItems(limited, VISIT)).toEqual([]);
});
