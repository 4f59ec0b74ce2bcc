import { stockItem, type PharmacyVials, type VisitStock } from './stock-item';

const VISIT = { on: '2026-12-01', product: 'ona' } as const;
const NONE: VisitStock = { isKept: true, clinic: [], pharmacy: [], unitsPlanned: 200 };
const here = (units: number, expiresOn = '2027-06-30') => ({ units, expiresOn });
const sent = (given: Partial<PharmacyVials> = {}): PharmacyVials => ({
  units: 200,
  expiresOn: '2027-06-30',
  orderedOn: null,
  shippedOn: null,
  arrivedOn: null,
  ...given,
});

const HERE = 'Enough Botox for this visit is in stock.';
const LITTLE = 'Too little Botox is in stock that may still be used on 1 Dec 2026.';
const OWN = 'The pharmacy’s Botox for this patient is here.';

it.each`
  stock                                                                         | isReady  | text
  ${{ clinic: [here(200)] }}                                                    | ${true}  | ${HERE}
  ${{ clinic: [here(100), here(100)] }}                                         | ${true}  | ${HERE}
  ${{ clinic: [here(199)] }}                                                    | ${false} | ${LITTLE}
  ${{ clinic: [here(200, '2026-12-01')] }}                                      | ${true}  | ${HERE}
  ${{ clinic: [here(200, '2026-11-30')] }}                                      | ${false} | ${LITTLE}
  ${{ clinic: [here(100)], unitsPlanned: null }}                                | ${true}  | ${HERE}
  ${{ unitsPlanned: null }}                                                     | ${false} | ${LITTLE}
  ${{ isKept: false }}                                                          | ${true}  | ${'No vials are recorded here: look into the refrigerator.'}
  ${{ pharmacy: [sent({ arrivedOn: '2026-11-20' })] }}                          | ${true}  | ${OWN}
  ${{ pharmacy: [sent({ arrivedOn: '2026-11-20', units: 100 })] }}              | ${false} | ${LITTLE}
  ${{ pharmacy: [sent({ arrivedOn: '2026-11-20', expiresOn: '2026-11-30' })] }} | ${false} | ${LITTLE}
  ${{ pharmacy: [sent({ shippedOn: '2026-11-24' })], clinic: [here(200)] }}     | ${false} | ${'The pharmacy’s Botox for this patient was shipped on 24 Nov 2026 and is not here.'}
  ${{ pharmacy: [sent({ orderedOn: '2026-11-20', units: 0 })] }}                | ${false} | ${'The pharmacy’s Botox for this patient was ordered on 20 Nov 2026 and is not here.'}
  ${{ pharmacy: [sent()] }}                                                     | ${false} | ${'The pharmacy’s Botox for this patient is expected and is not here.'}
  ${{ pharmacy: [sent({ expiresOn: '2026-11-30' })], clinic: [here(200)] }}     | ${true}  | ${HERE}
`('says of $stock: $text', ({ stock, isReady, text }) => {
  const item = stockItem({ ...NONE, ...stock }, VISIT);
  expect(item).toMatchObject({ code: 'stock', ready: isReady, text });
  expect(item.todo === undefined).toBe(isReady);
});
