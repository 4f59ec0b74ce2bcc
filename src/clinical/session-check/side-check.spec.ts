import { aContext, aSession, said } from './example-session';
import type { InjectionSide } from '../catalogue/muscles';
import { sideFindings } from './side-check';

it.each`
  courseSide     | sides              | says                          | why
  ${'left'}      | ${'left, midline'} | ${''}                         | ${'the affected side'}
  ${'left'}      | ${'left, right'}   | ${'S20 confirm'}              | ${'one injection on the other side'}
  ${'right'}     | ${'left, left'}    | ${'S20 confirm, S20 confirm'} | ${'each is asked about'}
  ${'left'}      | ${'bilateral'}     | ${'S20 confirm'}              | ${'both sides'}
  ${'bilateral'} | ${'left, right'}   | ${''}                         | ${'the spasm is on both sides'}
  ${undefined}   | ${'left'}          | ${'S20 stop'}                 | ${'no side on the course'}
  ${null}        | ${'left'}          | ${'S20 stop'}                 | ${'no side on the course'}
`('hemifacial spasm $courseSide, injected $sides: $why → $says', ({ courseSide, sides, says }) => {
  const injections = (sides as string)
    .split(', ')
    .map((side) => ({ muscle: 'zygomaticus_major', side: side as InjectionSide, units: 2 }));
  const context = aContext({ indication: 'hemifacial_spasm', courseSide });
  expect(said(sideFindings(aSession({ injections }), context))).toBe(says);
});

it('points at the injection on the other side', () => {
  const injections = [
    { muscle: 'risorius', side: 'left', units: 2 },
    { muscle: 'mentalis', side: 'right', units: 2 },
  ] as const;
  const context = aContext({ indication: 'hemifacial_spasm', courseSide: 'left' });
  expect(sideFindings(aSession({ injections }), context)).toEqual([
    expect.objectContaining({
      pointer: '/injections/1/side',
      message:
        'The spasm is on the left, this injection is on the right. Correct the side, or give the reason.',
    }),
  ]);
});

it.each`
  indication            | diagnosisCode | courseSide   | says          | why
  ${'spasticity_upper'} | ${'G81.10'}   | ${undefined} | ${'S20 stop'} | ${'hemiplegia, side unknown'}
  ${'spasticity_upper'} | ${'G81.10'}   | ${'left'}    | ${'S20 note'} | ${'side known, dominance not'}
  ${'spasticity_lower'} | ${'I69.359'}  | ${undefined} | ${'S20 stop'} | ${'hemiplegia after a stroke'}
  ${'spasticity_upper'} | ${'G81.12'}   | ${undefined} | ${''}         | ${'the code names side and dominance'}
  ${'spasticity_upper'} | ${'I69.354'}  | ${undefined} | ${''}         | ${'the code names side and dominance'}
  ${'spasticity_upper'} | ${'G80.9'}    | ${undefined} | ${''}         | ${'no hemiplegia'}
  ${'spasticity_upper'} | ${undefined}  | ${undefined} | ${''}         | ${'no diagnosis code'}
  ${'hemifacial_spasm'} | ${'G51.39'}   | ${'right'}   | ${'S20 note'} | ${'an unspecified code'}
  ${'hemifacial_spasm'} | ${'G51.31'}   | ${'right'}   | ${''}         | ${'right'}
`(
  '$indication $diagnosisCode, side $courseSide: $why → $says',
  ({ indication, diagnosisCode, courseSide, says }) => {
    const injections = [{ muscle: 'risorius', side: 'right', units: 2 }] as const;
    expect(
      said(sideFindings(aSession({ injections }), aContext({ indication, diagnosisCode, courseSide }))),
    ).toBe(says);
  },
);
