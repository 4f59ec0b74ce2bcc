import { ruleValues } from '../../rules';
import { aContext, aDose, aSession, said } from '../../session-check/example-session';
import type { PlainSession } from '../../session-check/propose-session';
import { changedSideFindings } from './changed-side';

const RULES = ruleValues();
const NECK = 'splenius_capitis right 60, sternocleidomastoid left 40';

function rows(text: string): PlainSession['injections'] {
  return text.split(', ').map((part) => {
    const [muscle, side, units] = part.split(' ') as [string, 'left', string];
    return { muscle, side, units: Number(units) };
  });
}

function found(now: string, then: string, more: Parameters<typeof aContext>[0] = {}, on = '2026-08-30') {
  const last = { sameCourse: true, performedOn: on as '2026-08-30', muscles: rows(then) } as const;
  const context = aContext({ indication: 'cervical_dystonia', earlierDoses: [aDose(last)], ...more });
  return changedSideFindings(aSession({ injections: rows(now) }), context, RULES);
}

it.each`
  then                                               | now                                                                            | says             | why
  ${NECK}                                            | ${NECK}                                                                        | ${''}            | ${'as last time'}
  ${NECK}                                            | ${'splenius_capitis left 60, sternocleidomastoid right 40'}                    | ${'S25 confirm'} | ${'all mirrored'}
  ${NECK}                                            | ${'splenius_capitis left 60, sternocleidomastoid left 40'}                     | ${'S25 note'}    | ${'one of two'}
  ${NECK}                                            | ${'splenius_capitis left 60, sternocleidomastoid right 40, trapezius left 30'} | ${'S25 confirm'} | ${'a new muscle says nothing'}
  ${NECK}                                            | ${'levator_scapulae left 60'}                                                  | ${''}            | ${'other muscles'}
  ${NECK}                                            | ${'splenius_capitis bilateral 60, sternocleidomastoid left 40'}                | ${''}            | ${'both sides now'}
  ${'splenius_capitis bilateral 60'}                 | ${'splenius_capitis left 60'}                                                  | ${'S25 confirm'} | ${'the total of both on one side'}
  ${'splenius_capitis bilateral 60'}                 | ${'splenius_capitis left 59'}                                                  | ${''}            | ${'not the total'}
  ${'splenius_capitis bilateral 60'}                 | ${'splenius_capitis left 30'}                                                  | ${''}            | ${'one side is left out'}
  ${'procerus midline 5, splenius_capitis right 60'} | ${'procerus midline 5, splenius_capitis left 60'}                              | ${'S25 confirm'} | ${'the midline has no side to keep'}
  ${'procerus midline 5'}                            | ${'procerus midline 5'}                                                        | ${''}            | ${'no side'}
`('last time $then, now $now: $why → $says', ({ then, now, says }) => {
  expect(said(found(now, then))).toBe(says);
});

it.each`
  more                             | on              | says             | why
  ${{}}                            | ${'2026-09-27'} | ${'S25 confirm'} | ${'56 days before'}
  ${{}}                            | ${'2026-09-28'} | ${''}            | ${'55 days: the other side of one treatment'}
  ${{ courseSide: 'bilateral' }}   | ${'2026-08-30'} | ${'S25 confirm'} | ${'a course of both sides'}
  ${{ courseSide: 'left' }}        | ${'2026-08-30'} | ${''}            | ${'a course of one side has its own rule'}
  ${{ continuesOn: '2026-11-20' }} | ${'2026-08-30'} | ${''}            | ${'it completes another session'}
`('mirrored, $why → $says', ({ more, on, says }) => {
  expect(said(found('splenius_capitis left 60', 'splenius_capitis right 60', more, on))).toBe(says);
});

const RIGHT = { sameCourse: true, performedOn: '2026-08-30', muscles: rows('trapezius right 40') };
const LEFT = { ...RIGHT, performedOn: '2026-05-30', muscles: rows('trapezius left 40') };

/** The left trapezius on 22 November. */
it.each`
  earlier                                            | says             | why
  ${[]}                                              | ${''}            | ${'a first session'}
  ${[RIGHT, LEFT]}                                   | ${'S25 confirm'} | ${'the last one was on the right'}
  ${[LEFT, RIGHT]}                                   | ${'S25 confirm'} | ${'the same in another order'}
  ${[RIGHT, { ...LEFT, performedOn: '2026-09-01' }]} | ${''}            | ${'the last one was on the left'}
  ${[{ ...LEFT, performedOn: '2026-09-01' }, RIGHT]} | ${''}            | ${'the same in another order'}
  ${[{ ...RIGHT, sameCourse: false }]}               | ${''}            | ${'another course'}
  ${[{ ...RIGHT, continuation: true }]}              | ${''}            | ${'what only completed a session'}
  ${[LEFT, { ...RIGHT, performedOn: '2026-11-22' }]} | ${''}            | ${'another session of the day may well be the other side'}
  ${[RIGHT, { ...LEFT, performedOn: '2026-11-22' }]} | ${'S25 confirm'} | ${'nor is it the last one'}
  ${[RIGHT, { ...LEFT, performedOn: '2026-12-22' }]} | ${'S25 confirm'} | ${'nor is a later one: this one is entered late'}
`('$why → $says', ({ earlier, says }) => {
  const session = aSession({ injections: rows('trapezius left 40') });
  const context = aContext({ earlierDoses: earlier.map(aDose) });
  expect(said(changedSideFindings(session, context, RULES))).toBe(says);
});

it.each`
  then                               | now                                                        | pointer                 | message
  ${NECK}                            | ${'trapezius left 40, splenius_capitis left 60'}           | ${'/injections/1/side'} | ${'All on the other side than in the last session (2026-08-30): splenius capitis left (right then). Correct the side, or give the reason for the change.'}
  ${NECK}                            | ${'sternocleidomastoid left 40, splenius_capitis left 60'} | ${'/injections/1/side'} | ${'Not on the side of the last session (2026-08-30): splenius capitis left (right then). Check the side.'}
  ${'splenius_capitis bilateral 60'} | ${'trapezius left 40, splenius_capitis left 60'}           | ${'/injections/1/side'} | ${'Splenius capitis: 60 U Botox on the left, as much as both sides together got in the last session (2026-08-30). Was the row for both sides meant? Correct the side, or give the reason for one side.'}
`('last time $then, now $now: $message', ({ then, now, pointer, message }) => {
  expect(found(now, then)).toMatchObject([{ pointer, message }]);
});

it('another product says nothing of the total', () => {
  const muscles = rows('splenius_capitis bilateral 60');
  const earlierDoses = [aDose({ sameCourse: true, performedOn: '2026-08-01', product: 'inco', muscles })];
  const session = aSession({ injections: rows('splenius_capitis left 60') });
  expect(changedSideFindings(session, aContext({ earlierDoses }), RULES)).toEqual([]);
});
