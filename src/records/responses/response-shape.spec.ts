import { Problem } from '../../platform/http/problem';
import { refuseUnfitResponse } from './response-shape';
import type { RecordResponseDto } from './responses.dto';

/** What is refused of a response to the session of 5 January, entered on 20 April: `/woreOffOn future`. */
function refused(dto: RecordResponseDto, before: RecordResponseDto = {}): string[] {
  try {
    refuseUnfitResponse({ ...before, ...dto }, dto, '2026-01-05', '2026-04-20');
    return [];
  } catch (error) {
    const { errors } = (error as Problem).toBody('') as { errors: { pointer: string; code: string }[] };
    expect(errors).not.toEqual([]);
    return errors.map(({ pointer, code }) => `${pointer} ${code}`);
  }
}

it.each(['assessedOn', 'onsetOn', 'woreOffOn', 'stillEffectiveOn'] as const)(
  '%s lies between session and today, both included',
  (field) => {
    const says = (day: string) => refused({ [field]: day });
    expect(says('2026-01-05')).toEqual([]);
    expect(says('2026-04-20')).toEqual([]);
    expect(says('2026-01-04')).toEqual([`/${field} before-session`]);
    expect(says('2026-04-21')).toEqual([`/${field} future`]);
    expect(refused({ [field]: null })).toEqual([]);
  },
);

it('names the field in words that can be read without the pointer', () => {
  const early = () => refuseUnfitResponse({}, { woreOffOn: '2026-01-04' }, '2026-01-05', '2026-04-20');
  expect(early).toThrow('woreOffOn lies before the session of 2026-01-05');
  expect(early).not.toThrow('/woreOffOn lies');
});

it.each`
  before                                | sent                                                           | says                         | why
  ${{}}                                 | ${{ onsetOn: '2026-01-10', woreOffOn: '2026-01-10' }}          | ${''}                        | ${'set in and worn off on one day'}
  ${{}}                                 | ${{ onsetOn: '2026-01-11', woreOffOn: '2026-01-10' }}          | ${'/onsetOn order'}          | ${'set in after it wore off'}
  ${{ onsetOn: '2026-01-11' }}          | ${{ woreOffOn: '2026-01-10' }}                                 | ${'/onsetOn order'}          | ${'held against what is on record'}
  ${{ onsetOn: '2026-01-11' }}          | ${{ onsetOn: null, woreOffOn: '2026-01-10' }}                  | ${''}                        | ${'taken back in the same change'}
  ${{}}                                 | ${{ stillEffectiveOn: '2026-04-04', woreOffOn: '2026-04-05' }} | ${''}                        | ${'still effective the day before'}
  ${{}}                                 | ${{ stillEffectiveOn: '2026-04-05', woreOffOn: '2026-04-05' }} | ${'/stillEffectiveOn order'} | ${'both on one day'}
  ${{}}                                 | ${{ stillEffectiveOn: '2026-04-06', woreOffOn: '2026-04-05' }} | ${'/stillEffectiveOn order'} | ${'still effective the day after'}
  ${{ stillEffectiveOn: '2026-04-06' }} | ${{ woreOffOn: '2026-04-05' }}                                 | ${'/stillEffectiveOn order'} | ${'held against what is on record'}
  ${{ woreOffOn: '2026-04-05' }}        | ${{ stillEffectiveOn: '2026-04-06', woreOffOn: null }}         | ${''}                        | ${'the wear-off is taken back'}
`('$before, then $sent → $says: $why', ({ before, sent, says }) => {
  expect(refused(sent, before).join(', ')).toBe(says);
});

it.each`
  measurement                                | says                                                                      | why
  ${{ value: 40 }}                           | ${''}                                                                     | ${'on the scale'}
  ${{ value: 85 }}                           | ${''}                                                                     | ${'its highest value'}
  ${{ value: 86 }}                           | ${'/measurements/0/value scale-value'}                                    | ${'above it'}
  ${{ value: null }}                         | ${''}                                                                     | ${'taken back'}
  ${{ value: 40, measuredOn: '2026-04-20' }} | ${''}                                                                     | ${'measured today'}
  ${{ value: 40, measuredOn: '2026-04-21' }} | ${'/measurements/0/measuredOn future'}                                    | ${'measured tomorrow'}
  ${{ value: 86, measuredOn: '2026-04-21' }} | ${'/measurements/0/measuredOn future, /measurements/0/value scale-value'} | ${'both'}
`('a measurement $measurement → $says: $why', ({ measurement, says }) => {
  const usual = { scale: 'twstrs_total', phase: 'peak', measuredOn: '2026-02-02' } as const;
  expect(refused({ measurements: [{ ...usual, ...measurement }] }).join(', ')).toBe(says);
});

it.each`
  measurement                                                       | says                                      | why
  ${{ scale: 'midas', value: 21, domains: [5, 4, 6, 3, 3] }}        | ${''}                                     | ${'five that add up'}
  ${{ scale: 'midas', value: 20, domains: [5, 4, 6, 3, 3] }}        | ${'/measurements/0/domains domain-sum'}   | ${'they add up to more'}
  ${{ scale: 'midas', value: 22, domains: [5, 4, 6, 3, 3] }}        | ${'/measurements/0/domains domain-sum'}   | ${'they add up to less'}
  ${{ scale: 'midas', value: 21, domains: [5, 4, 6, 6] }}           | ${'/measurements/0/domains domain-count'} | ${'four of five'}
  ${{ scale: 'midas', value: null, domains: [5, 4, 6, 6] }}         | ${''}                                     | ${'taken back with them'}
  ${{ scale: 'midas', value: 21 }}                                  | ${''}                                     | ${'the total alone'}
  ${{ scale: 'twstrs_total', value: 40, domains: [20, 20] }}        | ${'/measurements/0/domains no-domains'}   | ${'a scale without domains'}
  ${{ scale: 'mas', value: '2', of: 'elbow_flexors_left' }}         | ${''}                                     | ${'of a muscle group'}
  ${{ scale: 'twstrs_total', value: 40, of: 'elbow_flexors_left' }} | ${'/measurements/0/of no-groups'}         | ${'a scale of the whole'}
`('the parts of a measurement $measurement → $says: $why', ({ measurement, says }) => {
  const taken = { phase: 'peak', measuredOn: '2026-02-02' } as const;
  expect(refused({ measurements: [{ ...taken, ...measurement }] }).join(', ')).toBe(says);
});

it.each`
  second                                      | says                       | why
  ${{ value: '1' }}                           | ${'/measurements/1 twice'} | ${'another number for the same'}
  ${{ value: '2' }}                           | ${'/measurements/1 twice'} | ${'the same one'}
  ${{ value: '1', measuredOn: '2026-02-03' }} | ${'/measurements/1 twice'} | ${'of another day: a cycle has one peak'}
  ${{ value: null }}                          | ${'/measurements/1 twice'} | ${'given and taken back'}
  ${{ value: '1', of: 'wrist_flexors' }}      | ${''}                      | ${'another muscle group'}
  ${{ value: '1', of: null }}                 | ${''}                      | ${'the whole'}
  ${{ value: '1', phase: 'cycle-start' }}     | ${''}                      | ${'another phase'}
  ${{ value: 1, scale: 'tardieu' }}           | ${''}                      | ${'another scale'}
`('modified Ashworth of the elbow, then $second → “$says”: $why', ({ second, says }) => {
  const first = {
    scale: 'mas',
    phase: 'peak',
    value: '2',
    of: 'elbow_flexors',
    measuredOn: '2026-02-02',
  } as const;
  expect(refused({ measurements: [first, { ...first, ...second }] }).join(', ')).toBe(says);
});

it('of the whole is one place, said or left out; the message names it', () => {
  const whole = { scale: 'mas', phase: 'peak', value: '2', measuredOn: '2026-02-02' } as const;
  expect(refused({ measurements: [whole, { ...whole, of: null }] })).toEqual(['/measurements/1 twice']);
  const twice = (of?: 'elbow_flexors') => () => {
    const measurement = { ...whole, of };
    refuseUnfitResponse({}, { measurements: [measurement, measurement] }, '2026-01-05', '2026-04-20');
  };
  expect(twice()).toThrow('Modified Ashworth (peak) is given twice');
  expect(twice('elbow_flexors')).toThrow('Modified Ashworth (peak, elbow_flexors) is given twice');
});
