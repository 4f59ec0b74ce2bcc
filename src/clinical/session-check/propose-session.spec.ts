import { earlierDose, proposeSession, type PlainDose } from './propose-session';

const DOSE: PlainDose = {
  sessionId: 'one',
  courseId: 'neck',
  sameCourse: true,
  indication: 'cervical_dystonia',
  performedOn: '2026-08-03',
  product: 'ona',
  units: 155,
};
const ELSEWHERE = { brand: 'Vistabel', region: 'forehead', indication: null, source: 'letter' } as const;

it.each`
  known                           | why
  ${{}}                           | ${'a session of its own'}
  ${{ elsewhere: ELSEWHERE }}     | ${'given elsewhere'}
  ${{ treatmentId: 'treatment' }} | ${'part of a treatment'}
  ${{ continuation: true }}       | ${'it continues another'}
`('of an earlier dose just what is known is kept: $why', ({ known }) => {
  const { product, units, ...rest } = { ...DOSE, ...(known as object) };
  expect(earlierDose({ ...DOSE, ...(known as object) })).toStrictEqual({
    ...rest,
    dose: { product, units },
    muscles: [],
  });
});

it('keeps vials with what was discarded, and says nothing of what was not told', () => {
  const vial = { lotNumber: 'C7', expiresOn: '2027-06-30', vialUnits: 200 } as const;
  const vials = [vial, { ...vial, unitsDiscarded: 45 }];
  const plain = { performedOn: '2026-08-03', product: 'ona', injections: [] } as const;
  expect(proposeSession({ ...plain, vials }).vials).toStrictEqual(vials);
  expect(proposeSession(plain).vials).toBeUndefined();
});

it.each([-1, Number.NaN])('refuses %s units', (units) => {
  expect(() => earlierDose({ ...DOSE, units })).toThrow(RangeError);
});
