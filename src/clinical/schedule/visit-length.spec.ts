import { minutesToOffer, visitMinutes } from './visit-length';

const LENGTHS = [{ indication: 'chronic_migraine' as const, minutes: 45 }];

it.each`
  indications                                  | minutes | why
  ${['cervical_dystonia']}                     | ${30}   | ${'nothing is set'}
  ${['chronic_migraine']}                      | ${45}   | ${'as this clinic set it'}
  ${['chronic_migraine', 'cervical_dystonia']} | ${75}   | ${'two courses in one visit'}
  ${Array(17).fill('cervical_dystonia')}       | ${480}  | ${'no visit is longer than a day'}
`('$indications: $minutes minutes, $why', ({ indications, minutes }) => {
  expect(visitMinutes(indications, LENGTHS)).toBe(minutes);
});

it.each`
  indication             | set          | minutes | why
  ${'chronic_migraine'}  | ${'one'}     | ${45}   | ${'as this clinic set it'}
  ${'cervical_dystonia'} | ${'one'}     | ${30}   | ${'nothing is set'}
  ${undefined}           | ${'one'}     | ${30}   | ${'no treatment is chosen: any that has room'}
  ${undefined}           | ${'shorter'} | ${20}   | ${'the shortest that the clinic set'}
`('offers times of $minutes minutes for $indication: $why', ({ indication, set, minutes }) => {
  const shorter = { indication: 'blepharospasm' as const, minutes: 20 };
  expect(minutesToOffer(indication, set === 'one' ? LENGTHS : [...LENGTHS, shorter])).toBe(minutes);
});
