import { ruleValues } from '../rules';
import { aContext, aDose, aSession, said } from '../session-check/example-session';
import type { PlainDose } from '../session-check/propose-session';
import { checkSession } from '../session-check/session-check';
import { sideEffectFindings } from './side-effect-check';
import type { SideEffectOnRecord } from './side-effect-kinds';

const NECK = [
  { muscle: 'sternocleidomastoid', side: 'left', units: 200 },
  { muscle: 'splenius_capitis', side: 'right', units: 600 },
] as const;

/** A session of the same course, 16 weeks before the proposed one, that the side effect followed. */
const CAUSE = { sessionId: 'cause', sameCourse: true, courseId: 'neck', performedOn: '2026-06-01' } as const;
const EFFECT: SideEffectOnRecord = {
  sessionId: 'cause',
  kind: 'dysphagia',
  onsetOn: '2026-06-08',
  severity: 'severe',
  serious: false,
  unanswered: false,
};

function saidOf({
  effect = {},
  cause = {},
  later = [],
  more = [],
  units = 500,
  session = {},
}: {
  effect?: Partial<SideEffectOnRecord>;
  cause?: Partial<PlainDose>;
  later?: readonly Partial<PlainDose>[];
  more?: readonly Partial<SideEffectOnRecord>[];
  units?: number;
  session?: object;
}) {
  const earlierDoses = [
    aDose({ product: 'abo', units: 800, muscles: NECK, ...CAUSE, ...cause }),
    ...later.map((dose, i) =>
      aDose({
        product: 'abo',
        units: 500,
        ...CAUSE,
        sessionId: `later ${i}`,
        performedOn: '2026-08-24',
        ...dose,
      }),
    ),
  ];
  const sideEffects = [{ ...EFFECT, ...effect }, ...more.map((other) => ({ ...EFFECT, ...other }))];
  const proposed = aSession({ product: 'abo', performedOn: '2026-11-22', units, ...session });
  return sideEffectFindings(
    proposed,
    aContext({ indication: 'cervical_dystonia', earlierDoses, sideEffects }),
  );
}

it.each`
  effect                                                | says                          | why
  ${{}}                                                 | ${'S27 confirm'}              | ${'severe'}
  ${{ severity: 'moderate' }}                           | ${'S27 confirm'}              | ${'swallowing limits the dose when moderate'}
  ${{ severity: 'mild' }}                               | ${''}                         | ${'and not when mild'}
  ${{ severity: 'mild', serious: true }}                | ${'S27 confirm'}              | ${'unless it was serious'}
  ${{ kind: 'breathing_difficulty', severity: 'mild' }} | ${'S27 confirm'}              | ${'breathing limits it however mild'}
  ${{ kind: 'ptosis', severity: 'moderate' }}           | ${'S27 confirm'}              | ${'weakness when moderate'}
  ${{ kind: 'ptosis', severity: 'mild' }}               | ${''}                         | ${'and not when mild'}
  ${{ kind: 'headache', severity: 'moderate' }}         | ${''}                         | ${'what passes by itself'}
  ${{ kind: 'headache', severity: 'severe' }}           | ${'S27 confirm'}              | ${'unless it was severe'}
  ${{ kind: 'something_new', severity: 'moderate' }}    | ${''}                         | ${'what nobody has classified'}
  ${{ kind: 'something_new', severity: 'severe' }}      | ${'S27 confirm'}              | ${'unless it was severe'}
  ${{ onsetOn: '2026-11-22' }}                          | ${'S27 confirm'}              | ${'begun on the session’s day'}
  ${{ onsetOn: '2026-11-23' }}                          | ${''}                         | ${'begun after it: the session is written down late'}
  ${{ sessionId: 'a voided one' }}                      | ${''}                         | ${'after a session that does not count'}
  ${{ unanswered: true }}                               | ${'S21 confirm, S27 confirm'} | ${'the alert waits too'}
  ${{ unanswered: true, severity: 'mild' }}             | ${'S21 confirm'}              | ${'the alert of a mild one'}
  ${{ unanswered: true, onsetOn: '2026-11-23' }}        | ${''}                         | ${'an alert of later'}
`('$effect → $says: $why', ({ effect, says }: { effect: object; says: string }) => {
  expect(said(saidOf({ effect }))).toBe(says);
});

it.each`
  cause                                                                                  | effect                                     | says             | why
  ${{ performedOn: '2026-11-22' }}                                                       | ${{ onsetOn: '2026-11-22' }}               | ${'S27 confirm'} | ${'a session of the same day'}
  ${{ performedOn: '2026-11-23' }}                                                       | ${{ onsetOn: '2026-11-23' }}               | ${''}            | ${'a session after it'}
  ${{ sameCourse: false, courseId: 'leg' }}                                              | ${{}}                                      | ${'S27 confirm'} | ${'another course: swallowing concerns all'}
  ${{ sameCourse: false, courseId: 'leg' }}                                              | ${{ kind: 'leg_weakness' }}                | ${''}            | ${'another course: a local one does not'}
  ${{ sameCourse: false, courseId: 'leg' }}                                              | ${{ kind: 'leg_weakness', serious: true }} | ${'S27 confirm'} | ${'unless it was serious'}
  ${{ sameCourse: false, muscles: [{ muscle: 'frontalis', side: 'left', units: 800 }] }} | ${{ kind: 'ptosis' }}                      | ${'S27 confirm'} | ${'another course, the same muscle'}
  ${{ performedOn: '2026-11-23' }}                                                       | ${{ onsetOn: '2026-11-20' }}               | ${''}            | ${'a session after it, the onset on record before both'}
  ${{ product: 'ona', units: 100, muscles: [] }}                                         | ${{}}                                      | ${'S27 confirm'} | ${'another product'}
`('after $cause, $effect → $says: $why', ({ says, ...given }: { says: string }) => {
  expect(said(saidOf(given))).toBe(says);
});

it.each`
  later                                              | more                                                                                       | units  | says             | why
  ${[{}]}                                            | ${[]}                                                                                      | ${500} | ${''}            | ${'a later session brought none of it'}
  ${[{}]}                                            | ${[]}                                                                                      | ${799} | ${''}            | ${'just below the dose that it followed'}
  ${[{}]}                                            | ${[]}                                                                                      | ${800} | ${'S27 confirm'} | ${'back at that dose'}
  ${[{ units: 799 }]}                                | ${[]}                                                                                      | ${800} | ${'S27 confirm'} | ${'back at it: what was borne is just below'}
  ${[{ units: 800 }]}                                | ${[]}                                                                                      | ${800} | ${''}            | ${'that very dose was borne since'}
  ${[{ units: 800 }, { performedOn: '2026-10-01' }]} | ${[]}                                                                                      | ${900} | ${''}            | ${'borne once is borne'}
  ${[{}]}                                            | ${[{ sessionId: 'later 0', severity: 'mild', onsetOn: '2026-09-01' }]}                     | ${500} | ${'S27 confirm'} | ${'it came again, though mild'}
  ${[{}]}                                            | ${[{ sessionId: 'later 0', kind: 'aspiration', severity: 'mild', onsetOn: '2026-09-01' }]} | ${500} | ${'S27 confirm'} | ${'it came again under another name'}
  ${[{}]}                                            | ${[{ sessionId: 'later 0', kind: 'headache', severity: 'mild', onsetOn: '2026-09-01' }]}   | ${500} | ${''}            | ${'something else came'}
  ${[{}, { performedOn: '2026-10-01' }]}             | ${[{ sessionId: 'later 0', severity: 'mild', onsetOn: '2026-09-01' }]}                     | ${500} | ${''}            | ${'settled by the one after'}
  ${[{ performedOn: '2026-06-07' }]}                 | ${[]}                                                                                      | ${500} | ${'S27 confirm'} | ${'a session given before it began'}
  ${[{ performedOn: '2026-06-08' }]}                 | ${[]}                                                                                      | ${500} | ${''}            | ${'on the day it began'}
  ${[{ performedOn: '2026-11-22' }]}                 | ${[]}                                                                                      | ${500} | ${'S27 confirm'} | ${'another session of the same day says nothing yet'}
  ${[{ performedOn: '2026-11-21' }]}                 | ${[]}                                                                                      | ${500} | ${''}            | ${'the day before'}
  ${[{ sameCourse: false, courseId: 'leg' }]}        | ${[]}                                                                                      | ${500} | ${'S27 confirm'} | ${'a session elsewhere settles nothing'}
  ${[{ product: 'ona', units: 100 }]}                | ${[]}                                                                                      | ${500} | ${'S27 confirm'} | ${'nor one with a product of neither'}
`('after $later and $more, $units U → $says: $why', ({ says, ...given }: { says: string }) => {
  expect(said(saidOf(given))).toBe(says);
});

it.each`
  courseId  | sameCourse | says             | why
  ${'leg'}  | ${false}   | ${''}            | ${'borne in the course that it followed'}
  ${'neck'} | ${true}    | ${''}            | ${'borne in this course'}
  ${'arm'}  | ${false}   | ${'S27 confirm'} | ${'a course that is neither'}
`(
  'swallowing after a session of another course, then a session of $courseId → $says: $why',
  ({ says, ...course }: { says: string; courseId: string; sameCourse: boolean }) => {
    const cause = { sameCourse: false, courseId: 'leg' };
    // The dose that it followed was of the other course: it is no measure of this one.
    expect(said(saidOf({ cause, later: [course], units: 800 }))).toBe(says);
  },
);

it.each`
  cause           | later           | product  | units  | says             | why
  ${['abo', 800]} | ${['abo', 500]} | ${'ona'} | ${100} | ${''}            | ${'borne with the product that it followed'}
  ${['abo', 80]}  | ${['ona', 50]}  | ${'ona'} | ${100} | ${''}            | ${'units of two products are not compared'}
  ${['ona', 100]} | ${['ona', 50]}  | ${'ona'} | ${100} | ${'S27 confirm'} | ${'back at the dose, of one product'}
`(
  'after $cause, then $later, now $units U $product → $says: $why',
  ({ cause, later, product, units, says }: Record<'cause' | 'later', ['abo', number]> & Doses) => {
    const dose = ([of, given]: ['abo', number]) => ({ product: of, units: given });
    const given = { cause: dose(cause), later: [dose(later)], session: { product }, units };
    expect(said(saidOf(given))).toBe(says);
  },
);

interface Doses {
  readonly product: 'abo';
  readonly units: number;
  readonly says: string;
}

it.each`
  product  | says             | why
  ${'ona'} | ${''}            | ${'the product that was borne since'}
  ${'abo'} | ${'S27 confirm'} | ${'back to the product that it followed'}
`('Botox since then, now $product → $says: $why', ({ product, says }: { product: 'ona'; says: string }) => {
  const later = [{ product: 'ona', units: 100 }] as const;
  expect(said(saidOf({ later, session: { product }, units: 100 }))).toBe(says);
});

it('is not settled by another session of the day that it followed', () => {
  const effect = { onsetOn: '2026-06-01' } as const;
  expect(said(saidOf({ effect, later: [{ performedOn: '2026-06-01' }] }))).toBe('S27 confirm');
  expect(said(saidOf({ effect, later: [{ performedOn: '2026-06-02' }] }))).toBe('');
});

it('names the side effect, its days, dose and muscles, and what to do', () => {
  expect(saidOf({ effect: { serious: true } })).toEqual([
    expect.objectContaining({
      pointer: '/injections',
      message:
        'Severe dysphagia, serious, from 2026-06-08 after the session of 2026-06-01: 800 U Dysport (sternocleidomastoid left 200 U, splenius capitis right 600 U). Give less or leave the muscle out, or give the reason for going on.',
    }),
  ]);
  expect(saidOf({ later: [{}], units: 1000 })[0]!.message).toBe(
    'Severe dysphagia from 2026-06-08 after the session of 2026-06-01: 800 U Dysport (sternocleidomastoid left 200 U, splenius capitis right 600 U). Only smaller doses were borne since: give less, or give the reason for going on.',
  );
  expect(saidOf({ effect: { unanswered: true } })[0]!.message).toBe(
    'Severe dysphagia from 2026-06-08 after the session of 2026-06-01: no neurologist has answered this alert yet. Answer it first (To review), or give the reason for going on.',
  );
});

it.each`
  muscles                                                          | says
  ${[]}                                                            | ${'800 U Dysport. Give less'}
  ${[{ muscle: 'frontalis', side: 'bilateral', units: 800 }]}      | ${'800 U Dysport (frontalis both sides 800 U). Give less'}
  ${[{ muscle: 'cricopharyngeus', side: 'midline', units: 1000 }]} | ${'800 U Dysport (cricopharyngeus 1,000 U). Give less'}
`('names the places of the dose: $says', ({ muscles, says }: { muscles: []; says: string }) => {
  expect(saidOf({ cause: { muscles } })[0]!.message).toContain(`: ${says}`);
});

it('of two after one session the graver is named, of two sessions the later', () => {
  const texts = (more: readonly Partial<SideEffectOnRecord>[], later: readonly Partial<PlainDose>[] = []) =>
    saidOf({ more, later }).map(({ message }) => message.split(' from ')[0]);
  expect(texts([{ kind: 'aspiration', serious: true }])).toEqual(['Severe aspiration, serious,']);
  expect(texts([{ kind: 'aspiration', severity: 'moderate' }])).toEqual(['Severe dysphagia']);
  expect(texts([{ kind: 'headache' }])).toEqual(['Severe dysphagia', 'Severe headache']);
  expect(texts([{ sessionId: 'later 0', severity: 'moderate', onsetOn: '2026-09-01' }], [{}])).toEqual([
    'Moderate dysphagia',
  ]);
  const laterFirst = saidOf({
    effect: { sessionId: 'later 0', severity: 'moderate', onsetOn: '2026-09-01' },
    more: [{}],
    later: [{}],
  });
  expect(laterFirst.map(({ message }) => message.split(' from')[0])).toEqual(['Moderate dysphagia']);
});

it('is part of the whole check', () => {
  const context = aContext({
    earlierDoses: [aDose({ ...CAUSE, units: 155 })],
    sideEffects: [EFFECT],
    holds: [
      {
        fromOn: '2026-11-01',
        untilOn: '2026-12-01',
        reason: 'fever',
        concerns: 'patient',
        sameCourse: false,
      },
    ],
    courseEndedOn: '2026-11-22',
  });
  expect(said(checkSession(aSession(), context, ruleValues()))).toBe('S29 stop, S26 confirm, S27 confirm');
});
