import { aContext, aDose, aSession, said } from '../../session-check/example-session';
import type { PlainSession } from '../../session-check/propose-session';
import type { ToxinProduct } from '../../units';
import { changedMuscleFindings } from './changed-muscle';

function rows(text: string): PlainSession['injections'] {
  return text.split(', ').map((part) => {
    const [muscle, side, units] = part.split(' ') as [string, 'left', string];
    return { muscle, side, units: Number(units) };
  });
}

function found(now: string, then: string, product: ToxinProduct = 'ona') {
  const last = aDose({ sameCourse: true, performedOn: '2026-08-30', product, muscles: rows(then) });
  return changedMuscleFindings(aSession({ injections: rows(now) }), aContext({ earlierDoses: [last] }));
}

it.each`
  then                                                             | now                                                              | says          | why
  ${'flexor_carpi_radialis left 40'}                               | ${'extensor_carpi_radialis left 40'}                             | ${'S25 note'} | ${'one name for the other'}
  ${'flexor_carpi_radialis left 40'}                               | ${'flexor_carpi_radialis left 40'}                               | ${''}         | ${'as last time'}
  ${'flexor_carpi_radialis left 40'}                               | ${'extensor_carpi_radialis left 35'}                             | ${''}         | ${'other units: a choice'}
  ${'flexor_carpi_radialis left 40'}                               | ${'extensor_carpi_radialis right 40'}                            | ${''}         | ${'the other side'}
  ${'flexor_carpi_radialis left 40'}                               | ${'biceps_brachii left 40'}                                      | ${''}         | ${'no name like it'}
  ${'flexor_carpi_radialis left 40'}                               | ${'flexor_carpi_radialis left 40, flexor_carpi_ulnaris left 40'} | ${''}         | ${'added to it'}
  ${'flexor_carpi_radialis left 40, flexor_carpi_ulnaris left 40'} | ${'flexor_carpi_radialis left 40'}                               | ${''}         | ${'one is left out'}
  ${'splenius_capitis left 60, splenius_cervicis left 30'}         | ${'splenius_capitis left 60, semispinalis_cervicis left 30'}     | ${'S25 note'} | ${'one of two'}
`('last time $then, now $now: $why → $says', ({ then, now, says }) => {
  expect(said(found(now, then))).toBe(says);
});

const FLEXOR = {
  sameCourse: true,
  performedOn: '2026-08-30',
  muscles: rows('flexor_carpi_radialis left 40'),
};
const EXTENSOR = { ...FLEXOR, performedOn: '2026-05-30', muscles: rows('extensor_carpi_radialis left 40') };

/** The extensor on 22 November. */
it.each`
  earlier                                                 | continuesOn     | says          | why
  ${[]}                                                   | ${undefined}    | ${''}         | ${'a first session'}
  ${[FLEXOR, EXTENSOR]}                                   | ${undefined}    | ${'S25 note'} | ${'the last one had the flexor'}
  ${[EXTENSOR, FLEXOR]}                                   | ${undefined}    | ${'S25 note'} | ${'in whatever order they stand'}
  ${[FLEXOR, { ...EXTENSOR, performedOn: '2026-09-01' }]} | ${undefined}    | ${''}         | ${'the last one had the extensor'}
  ${[{ ...FLEXOR, sameCourse: false }]}                   | ${undefined}    | ${''}         | ${'another course'}
  ${[{ ...FLEXOR, continuation: true }]}                  | ${undefined}    | ${''}         | ${'what only completed a session'}
  ${[{ ...FLEXOR, performedOn: '2026-11-22' }]}           | ${undefined}    | ${''}         | ${'of the same day'}
  ${[{ ...FLEXOR, performedOn: '2026-11-23' }]}           | ${undefined}    | ${''}         | ${'a later one: this one is entered late'}
  ${[FLEXOR]}                                             | ${'2026-08-30'} | ${''}         | ${'it completes that session'}
`('$why → $says', ({ earlier, continuesOn, says }) => {
  const earlierDoses = earlier.map(aDose);
  const session = aSession({ injections: rows('extensor_carpi_radialis left 40') });
  expect(said(changedMuscleFindings(session, aContext({ earlierDoses, continuesOn })))).toBe(says);
});

it('compares no two products', () => {
  expect(found('extensor_carpi_radialis left 40', 'flexor_carpi_radialis left 40', 'inco')).toEqual([]);
});

it('names both', () => {
  const [finding] = found(
    'biceps_brachii left 60, extensor_carpi_radialis left 40',
    'flexor_carpi_radialis left 40',
  );
  expect(finding!.pointer).toBe('/injections/1/muscle');
  expect(finding!.message).toBe(
    'Extensor carpi radialis, 40 U Botox: the last session (2026-08-30) had as much in the flexor carpi radialis, which is missing here. Check the muscle.',
  );
});
