import { said } from '../session-check/example-session';
import { holdFindings, type StandingHold } from './hold-check';

const HOLD: StandingHold = {
  fromOn: '2026-11-20',
  untilOn: '2027-03-01',
  reason: 'pregnancy',
  concerns: 'patient',
  sameCourse: true,
};

it.each`
  performedOn     | hold                                         | says             | why
  ${'2026-11-19'} | ${{}}                                        | ${''}            | ${'the day before it began'}
  ${'2026-11-20'} | ${{}}                                        | ${'S26 confirm'} | ${'its first day'}
  ${'2026-12-24'} | ${{}}                                        | ${'S26 confirm'} | ${'within'}
  ${'2027-02-28'} | ${{}}                                        | ${'S26 confirm'} | ${'the day before its end'}
  ${'2027-03-01'} | ${{}}                                        | ${''}            | ${'its end: a session may be given again'}
  ${'2027-03-02'} | ${{}}                                        | ${''}            | ${'after it'}
  ${'2026-12-24'} | ${{ sameCourse: false }}                     | ${'S26 confirm'} | ${'another course, but the patient’s'}
  ${'2026-12-24'} | ${{ sameCourse: false, concerns: 'course' }} | ${''}            | ${'another course’s own'}
  ${'2026-12-24'} | ${{ concerns: 'course' }}                    | ${'S26 confirm'} | ${'this course’s own'}
`(
  '$performedOn: $says ($why)',
  ({ performedOn, hold, says }: { performedOn: '2026-12-24'; hold: object; says: string }) => {
    expect(said(holdFindings({ performedOn }, { holds: [{ ...HOLD, ...hold }] }))).toBe(says);
  },
);

it('says whom, until when and why, a long reason in short', () => {
  const messages = (hold: object) =>
    holdFindings({ performedOn: '2026-12-24' }, { holds: [{ ...HOLD, ...hold }] }).map(
      ({ message }) => message,
    );
  expect(messages({ sameCourse: false })).toEqual([
    'The patient, by another course, is on hold from 2026-11-20 until 2027-03-01: “pregnancy”. Wait until 2027-03-01, lift the hold if its reason is gone, or give the reason for a session now.',
  ]);
  expect(messages({ concerns: 'course' })[0]).toMatch(/^This course is on hold/);
  expect(messages({ reason: 'x'.repeat(200) })[0]).toContain(`“${'x'.repeat(200)}”`);
  expect(messages({ reason: 'x'.repeat(201) })[0]).toContain(`“${'x'.repeat(200)}…”`);
  expect(messages({ reason: `${'x'.repeat(199)} of the neck` })[0]).toContain(`“${'x'.repeat(199)}…”`);
});

it('points to the day', () => {
  expect(holdFindings({ performedOn: '2026-12-24' }, { holds: [HOLD] })[0]!.pointer).toBe('/performedOn');
});

it('is silent when nothing is on hold, and names each of two holds', () => {
  expect(holdFindings({ performedOn: '2026-12-24' }, {})).toEqual([]);
  const holds = [HOLD, { ...HOLD, reason: 'surgery', sameCourse: false }];
  expect(holdFindings({ performedOn: '2026-12-24' }, { holds })).toHaveLength(2);
});
