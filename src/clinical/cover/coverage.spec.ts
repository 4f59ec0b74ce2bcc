import { coverageOf, isOfPayer, type CoverageOverride, type InsuredCourse } from './coverage';
import type { PayerNames } from '../payers/payer-names';

/** Usually asks for an authorization. */
const COURSE: InsuredCourse = {
  patientId: 'p1',
  payer: 'Blue Shield',
  indication: 'chronic_migraine',
  plannedProduct: 'ona',
};

const PAYERS: readonly PayerNames[] = [{ id: 'x1', name: 'Blue Cross', otherNames: ['Blue Shield'] }];

const ALL: CoverageOverride = {
  patientId: null,
  payer: null,
  indication: null,
  product: null,
  coverage: 'usual',
};

it.each`
  override                              | coverage      | why
  ${{}}                                 | ${'usual'}    | ${'holds for all'}
  ${{ patientId: 'p1' }}                | ${'usual'}    | ${'this patient'}
  ${{ patientId: 'p2' }}                | ${'pa_usual'} | ${'another patient'}
  ${{ payer: 'Blue Shield' }}           | ${'usual'}    | ${'this payer'}
  ${{ payer: ' blue shield ' }}         | ${'usual'}    | ${'this payer, written otherwise'}
  ${{ payer: 'BLUE CROSS' }}            | ${'usual'}    | ${'this payer, by another of its names'}
  ${{ payer: 'Blue' }}                  | ${'pa_usual'} | ${'another payer'}
  ${{ indication: 'chronic_migraine' }} | ${'usual'}    | ${'this indication'}
  ${{ indication: 'blepharospasm' }}    | ${'pa_usual'} | ${'another indication'}
  ${{ product: 'ona' }}                 | ${'usual'}    | ${'this product'}
  ${{ product: 'abo' }}                 | ${'pa_usual'} | ${'another product'}
`('an override $override → $coverage: $why', ({ override, coverage }) => {
  expect(coverageOf(COURSE, [{ ...ALL, ...override }], PAYERS)).toBe(coverage);
});

it('an override of a payer says nothing of a course without one; without any, the indication decides', () => {
  expect(coverageOf({ ...COURSE, payer: null }, [{ ...ALL, payer: 'Blue Shield' }], PAYERS)).toBe('pa_usual');
  expect(coverageOf(COURSE, [], PAYERS)).toBe('pa_usual');
});

it.each`
  closer                                       | wider                                                                       | why
  ${{ patientId: 'p1' }}                       | ${{ payer: 'Blue Shield' }}                                                 | ${'the patient before the payer'}
  ${{ patientId: 'p1' }}                       | ${{ payer: 'Blue Shield', indication: 'chronic_migraine', product: 'ona' }} | ${'the patient before all else together'}
  ${{ payer: 'Blue Shield' }}                  | ${{ indication: 'chronic_migraine', product: 'ona' }}                       | ${'the payer before indication and product'}
  ${{ indication: 'chronic_migraine' }}        | ${{ product: 'ona' }}                                                       | ${'the indication before the product'}
  ${{ product: 'ona' }}                        | ${{}}                                                                       | ${'the product before what holds for all'}
  ${{ patientId: 'p1', payer: 'Blue Shield' }} | ${{ patientId: 'p1', indication: 'chronic_migraine', product: 'ona' }}      | ${'the patient’s with this payer before the patient’s'}
`('$why', ({ closer, wider }) => {
  const [near, far] = [
    { ...ALL, ...closer },
    { ...ALL, ...wider, coverage: 'pa_usual' },
  ] as const;
  expect([coverageOf(COURSE, [near, far], PAYERS), coverageOf(COURSE, [far, near], PAYERS)]).toEqual([
    'usual',
    'usual',
  ]);
});

it.each`
  patientId | payer            | coursePayer      | counts   | why
  ${'p1'}   | ${'Blue Shield'} | ${'Blue Shield'} | ${true}  | ${'of patient and payer'}
  ${'p1'}   | ${'BLUE SHIELD'} | ${'Blue Shield'} | ${true}  | ${'written otherwise'}
  ${'p1'}   | ${'blue cross'}  | ${'Blue Shield'} | ${true}  | ${'by another of its names'}
  ${'p1'}   | ${'Medicare'}    | ${'Blue Shield'} | ${false} | ${'of a former payer'}
  ${'p1'}   | ${'Medicare'}    | ${null}          | ${true}  | ${'the payer is not known'}
  ${'p2'}   | ${'Blue Shield'} | ${'Blue Shield'} | ${false} | ${'of another patient'}
  ${'p2'}   | ${'Blue Shield'} | ${null}          | ${false} | ${'of another patient, no payer known'}
`(
  'an authorization of $patientId and $payer, the course of p1 and $coursePayer → counts $counts: $why',
  ({ patientId, payer, coursePayer, counts }) => {
    expect(isOfPayer({ patientId, payer }, { ...COURSE, payer: coursePayer }, PAYERS)).toBe(counts);
  },
);
