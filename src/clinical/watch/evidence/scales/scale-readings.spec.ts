import { SCALE_SLUGS } from '../../../catalogue/scales';
import { readingOf, severityOf, valueOfSeverity } from './scale-readings';

it.each`
  scale              | zero   | better      | looksBackUntil    | assumedStart | why
  ${'twstrs_total'}  | ${0}   | ${'lower'}  | ${undefined}      | ${undefined} | ${'counted from no symptoms'}
  ${'smc_grade'}     | ${1}   | ${'lower'}  | ${undefined}      | ${undefined} | ${'grade 1 is no spasm'}
  ${'hdss'}          | ${1}   | ${'lower'}  | ${undefined}      | ${undefined} | ${'1: never noticeable'}
  ${'cgi_s'}         | ${1}   | ${'lower'}  | ${undefined}      | ${undefined} | ${'1: not ill'}
  ${'dsfs'}          | ${2}   | ${'lower'}  | ${undefined}      | ${undefined} | ${'a sum of two that begin with 1'}
  ${'hit6'}          | ${36}  | ${'lower'}  | ${'next-session'} | ${undefined} | ${'six answers of at least 6; of the last four weeks'}
  ${'midas'}         | ${0}   | ${'lower'}  | ${'next-session'} | ${undefined} | ${'of three months'}
  ${'mhd'}           | ${0}   | ${'lower'}  | ${'next-session'} | ${undefined} | ${'days of a month'}
  ${'mmd'}           | ${0}   | ${'lower'}  | ${'next-session'} | ${undefined} | ${'days of a month'}
  ${'msq'}           | ${100} | ${'higher'} | ${'next-session'} | ${undefined} | ${'100 is the best'}
  ${'gas_t'}         | ${60}  | ${'higher'} | ${'next-session'} | ${37}        | ${'goals start where they are set'}
  ${'mouth_opening'} | ${50}  | ${'higher'} | ${undefined}      | ${undefined} | ${'millimetres'}
  ${'gait_speed'}    | ${1.3} | ${'higher'} | ${undefined}      | ${undefined} | ${'metres in a second'}
`('$scale: $zero is no illness, $better is better ($why)', (given) => {
  const { scale, zero, better, looksBackUntil, assumedStart } = given;
  const reading = readingOf(scale);
  expect(reading).toMatchObject({ zero, better });
  expect([reading?.looksBackUntil, reading?.assumedStart]).toEqual([looksBackUntil, assumedStart]);
});

it.each`
  scale              | value | severity | why
  ${'twstrs_total'}  | ${30} | ${30}    | ${'points above none'}
  ${'hit6'}          | ${66} | ${30}    | ${'points above 36'}
  ${'hdss'}          | ${1}  | ${0}     | ${'no symptoms'}
  ${'mouth_opening'} | ${30} | ${20}    | ${'below what is normal'}
  ${'mouth_opening'} | ${52} | ${-2}    | ${'better than that'}
`('$scale $value is a severity of $severity: $why', ({ scale, value, severity }) => {
  const reading = readingOf(scale)!;
  expect(severityOf(reading, value)).toBe(severity);
  expect(valueOfSeverity(reading, severity)).toBe(value);
});

it.each(['rom', 'cgi_i', 'pgic', 'peak_effect_0_4', 'pct_improvement', 'duration_days', 'nobody_knows_it'])(
  '%s is not read: the change itself, a length, or no scale of ours',
  (scale) => {
    expect(readingOf(scale)).toBeNull();
  },
);

it('every reading takes a part of its baseline away, errs, and says how far it was tried', () => {
  for (const reading of SCALE_SLUGS.map(readingOf).filter((known) => known !== null)) {
    expect(reading.fullDrop).toBeGreaterThan(0);
    expect(reading.fullDrop).toBeLessThanOrEqual(1);
    expect(reading.error).toBeGreaterThan(0);
    expect(reading.source).toMatch(/^[PV]: \S/);
  }
  expect(readingOf('twstrs_total')!.source).toMatch(/^V: /);
});
