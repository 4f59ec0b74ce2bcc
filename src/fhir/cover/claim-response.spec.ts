import { authorizationResource, type AuthorizationRow } from './claim-response';
import { coverageResource } from './coverage';

const ROW: AuthorizationRow = {
  id: '0b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  updatedAt: new Date('2026-11-23T14:30:05.250Z'),
  patientId: '2b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  coverageId: '3b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  payer: 'Acme',
  product: 'ona',
  indication: null,
  number: 'PA-1',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  billingUnitsApproved: null,
  sessionsApproved: null,
  note: null,
  version: 1,
  createdAt: new Date('2026-01-02T10:00:00Z'),
};

const CODES = 'urn:botulinum-toxin-clinic:cover';

it('names the payer within, the number and the days', () => {
  expect(authorizationResource(ROW)).toMatchObject({
    contained: [{ resourceType: 'Organization', id: 'payer', name: 'Acme' }],
    use: 'preauthorization',
    insurer: { reference: '#payer', display: 'Acme' },
    preAuthRef: 'PA-1',
    preAuthPeriod: { start: '2026-01-01', end: '2026-12-31' },
    insurance: [{ coverage: { reference: `Coverage/${ROW.coverageId}` } }],
  });
});

it.each`
  given                                  | says                                     | why
  ${{}}                                  | ${['product']}                           | ${'for every indication, without a limit'}
  ${{ indication: 'cervical_dystonia' }} | ${['product', 'indication']}             | ${'for one indication'}
  ${{ billingUnitsApproved: 400 }}       | ${['product', 'billing-units-approved']} | ${'so many units'}
  ${{ sessionsApproved: 1 }}             | ${['product', 'sessions-approved']}      | ${'one session'}
`('$why', ({ given, says }: { given: Partial<AuthorizationRow>; says: string[] }) => {
  const urls = authorizationResource({ ...ROW, ...given }).extension?.map(({ url }) => url);
  expect(urls).toEqual(says.map((name) => `${CODES}:${name}`));
});

it('the cover is from the first day to the last one authorized', () => {
  const { id, patientId, payer, startsOn, endsOn, updatedAt } = ROW;
  const row = { id, patientId, payer, startsOn, endsOn, updatedAt, status: 'active' as const };
  expect(coverageResource(row)).toMatchObject({
    beneficiary: { reference: `Patient/${patientId}` },
    period: { start: '2026-01-01', end: '2026-12-31' },
    payor: [{ reference: '#payer', display: 'Acme' }],
  });
});
