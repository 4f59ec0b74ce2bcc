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

it('keeps each muscle with its units', () => {
  const muscles = [
    { muscle: 'splenius_capitis', side: 'right', units: 60 },
    { muscle: 'trapezius', side: 'left', units: 40.5 },
  ] as const;
  expect(earlierDose({ ...DOSE, muscles }).muscles).toStrictEqual(muscles);
  const plain = { performedOn: '2026-08-03', product: 'ona', injections: muscles } as const;
  expect(proposeSession(plain).injections).toStrictEqual(muscles);
  const impossible = { ...plain, injections: [{ ...muscles[0], units: -60 }] } as const;
  expect(() => proposeSession(impossible)).toThrow(RangeError);
});
