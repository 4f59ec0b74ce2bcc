import { whatIsNew, type StandingResponse } from './what-is-new';

const NONE = {
  assessedOn: null,
  onsetOn: null,
  woreOffOn: null,
  stillEffectiveOn: null,
  improvementPct: null,
  pgic: null,
  peakEffect: null,
  note: null,
};
const TWSTRS = {
  scale: 'twstrs_total',
  phase: 'peak',
  value: 22,
  measuredOn: '2026-06-01',
  of: null,
  place: 1,
} as const;
const STORED = { ...TWSTRS, value: '22.0', of: '' } as const;

it.each`
  given                        | standing                              | added               | differing             | why
  ${{ pgic: 2 }}               | ${null}                               | ${{ pgic: 2 }}      | ${[]}                 | ${'no response yet'}
  ${{ pgic: 2, note: 'Well' }} | ${{ ...NONE, pgic: 2 }}               | ${{ note: 'Well' }} | ${[]}                 | ${'what it lacks'}
  ${{ pgic: 2 }}               | ${{ ...NONE, pgic: 2, note: 'Well' }} | ${{}}               | ${[]}                 | ${'nothing is new'}
  ${{ pgic: 2, note: 'Well' }} | ${{ ...NONE, pgic: 3 }}               | ${{ note: 'Well' }} | ${['pgic']}           | ${'another value'}
  ${{ improvementPct: 0 }}     | ${{ ...NONE, improvementPct: 10 }}    | ${{}}               | ${['improvementPct']} | ${'nothing is a value'}
`('of fields $added is new, $differing otherwise: $why', ({ given, standing, added, differing }) => {
  const found = whatIsNew(
    { fields: given, measurements: [] },
    { fields: standing as StandingResponse['fields'], measurements: [] },
  );
  expect(found.fields).toEqual(added);
  expect(found.differing.map(({ field }) => field)).toEqual(differing);
});

it.each`
  measured                                    | standing                                      | added | differing | why
  ${TWSTRS}                                   | ${[]}                                         | ${1}  | ${0}      | ${'none yet'}
  ${TWSTRS}                                   | ${[STORED]}                                   | ${0}  | ${0}      | ${'the same number, written otherwise'}
  ${{ ...TWSTRS, value: 22.5 }}               | ${[STORED]}                                   | ${0}  | ${1}      | ${'another value'}
  ${{ ...TWSTRS, measuredOn: '2026-06-02' }}  | ${[STORED]}                                   | ${0}  | ${1}      | ${'another day'}
  ${{ ...TWSTRS, phase: 'cycle-end' }}        | ${[STORED]}                                   | ${1}  | ${0}      | ${'another phase'}
  ${{ ...TWSTRS, of: 'elbow_flexors' }}       | ${[STORED]}                                   | ${1}  | ${0}      | ${'of a muscle group'}
  ${{ ...TWSTRS, scale: 'mas', value: '1+' }} | ${[{ ...STORED, scale: 'mas', value: '1+' }]} | ${0}  | ${0}      | ${'the same grade'}
  ${{ ...TWSTRS, scale: 'mas', value: '1' }}  | ${[{ ...STORED, scale: 'mas', value: '1+' }]} | ${0}  | ${1}      | ${'another grade'}
`('$added measurements are new, $differing otherwise: $why', ({ measured, standing, added, differing }) => {
  const found = whatIsNew({ fields: {}, measurements: [measured] }, { fields: null, measurements: standing });
  expect(found.measurements).toHaveLength(added as number);
  expect(found.differing).toEqual(differing === 1 ? [{ field: 'value', place: 1 }] : []);
});
