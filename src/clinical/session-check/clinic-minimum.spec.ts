import type { ClinicInterval } from '../course/course-rules';
import { clinicMinimum } from './clinic-minimum';

it.each`
  payers    | clinics                                                               | minimum      | why
  ${null}   | ${[]}                                                                 | ${undefined} | ${'nothing set'}
  ${'P13W'} | ${[]}                                                                 | ${'P13W'}    | ${'the payer’s'}
  ${null}   | ${[{ minInterval: 'P13W' }]}                                          | ${'P13W'}    | ${'the clinic’s, for every product'}
  ${null}   | ${[{ minInterval: 'P13W', product: 'ona' }]}                          | ${'P13W'}    | ${'the clinic’s, for this product'}
  ${null}   | ${[{ minInterval: 'P13W', product: 'abo' }]}                          | ${undefined} | ${'the clinic’s, for another product'}
  ${null}   | ${[{ minInterval: 'P13W', indication: 'blepharospasm' }]}             | ${undefined} | ${'the clinic’s, for another indication'}
  ${null}   | ${[{ interval: 'P14W' }]}                                             | ${undefined} | ${'only a usual interval is set'}
  ${'P13W'} | ${[{ minInterval: 'P14W' }]}                                          | ${'P14W'}    | ${'the clinic’s is longer'}
  ${'P14W'} | ${[{ minInterval: 'P13W' }]}                                          | ${'P14W'}    | ${'the payer’s is longer'}
  ${'P90D'} | ${[{ minInterval: 'P91D' }]}                                          | ${'P91D'}    | ${'longer by a day'}
  ${'P92D'} | ${[{ minInterval: 'P91D' }]}                                          | ${'P92D'}    | ${'longer by a day'}
  ${'P91D'} | ${[{ minInterval: 'P13W' }]}                                          | ${'P91D'}    | ${'as long: the payer’s is named'}
  ${'P3M'}  | ${[{ minInterval: 'P91D' }]}                                          | ${'P3M'}     | ${'three months from 22 November are 92 days'}
  ${'P3M'}  | ${[{ minInterval: 'P92D' }]}                                          | ${'P3M'}     | ${'as long from that day'}
  ${'P3M'}  | ${[{ minInterval: 'P93D' }]}                                          | ${'P93D'}    | ${'longer from that day'}
  ${null}   | ${[{ minInterval: 'P13W' }, { minInterval: 'P15W', product: 'ona' }]} | ${'P15W'}    | ${'the longest of the clinic’s'}
  ${null}   | ${[{ minInterval: 'P15W', product: 'ona' }, { minInterval: 'P13W' }]} | ${'P15W'}    | ${'in whichever order'}
`('payer $payers, clinic $clinics → $minimum: $why', ({ payers, clinics, minimum }) => {
  const intervals = (clinics as Partial<ClinicInterval>[]).map((set) => ({
    indication: 'chronic_migraine' as const,
    ...set,
  }));
  const course = { indication: 'chronic_migraine', minInterval: payers } as const;
  expect(clinicMinimum({ product: 'ona', performedOn: '2026-11-22' }, course, intervals)).toBe(minimum);
});
