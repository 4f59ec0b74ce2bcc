import { aContext, aDose, aSession, said } from './example-session';
import { intervalFindings } from './interval-check';
import { ruleValues } from '../rules';

const RULES = ruleValues();
const ELSEWHERE = { brand: null, region: null, indication: null, source: 'patient' } as const;

describe('S02: the same region again', () => {
  it.each`
    otherOn         | says             | why
    ${'2026-08-30'} | ${''}            | ${'84 days before is allowed'}
    ${'2026-08-29'} | ${''}            | ${'85 days before'}
    ${'2026-08-31'} | ${'S02 confirm'} | ${'83 days before'}
    ${'2026-11-22'} | ${'S02 confirm'} | ${'the same day'}
    ${'2027-02-14'} | ${''}            | ${'entered late: 84 days after is allowed'}
    ${'2027-02-13'} | ${'S02 confirm'} | ${'entered late: 83 days after'}
  `('same course on $otherOn: $why → $says', ({ otherOn, says }) => {
    const context = aContext({ earlierDoses: [aDose({ sameCourse: true, performedOn: otherOn })] });
    expect(said(intervalFindings(aSession(), context, RULES))).toBe(says);
  });

  it.each`
    muscle                | side           | says             | why
    ${'trapezius'}        | ${'left'}      | ${'S02 confirm'} | ${'the same muscle and side'}
    ${'trapezius'}        | ${'bilateral'} | ${'S02 confirm'} | ${'both sides hold the left'}
    ${'trapezius'}        | ${'right'}     | ${''}            | ${'the other side'}
    ${'splenius_capitis'} | ${'left'}      | ${''}            | ${'another muscle'}
    ${'trapezius_upper'}  | ${'left'}      | ${'S02 confirm'} | ${'a part of the muscle'}
  `('another course with $side $muscle: $why → $says', ({ muscle, side, says }) => {
    const injections = [{ muscle: 'trapezius', side: 'left', units: 30 }] as const;
    const earlierDoses = [aDose({ performedOn: '2026-10-01', muscles: [{ muscle, side, units: 20 }] })];
    expect(said(intervalFindings(aSession({ injections }), aContext({ earlierDoses }), RULES))).toBe(says);
  });

  it.each`
    muscle               | other                  | says             | why
    ${'scalenes'}        | ${'scalenus_medius'}   | ${'S02 confirm'} | ${'one of the three'}
    ${'semitendinosus'}  | ${'hamstrings'}        | ${'S02 confirm'} | ${'one of the group'}
    ${'psoas_major'}     | ${'iliopsoas'}         | ${'S02 confirm'} | ${'a part of it'}
    ${'scalenus_medius'} | ${'scalenus_anterior'} | ${''}            | ${'another part of the same'}
    ${'semimembranosus'} | ${'biceps_femoris'}    | ${''}            | ${'another part of the same'}
  `('$muscle and $other: $why → $says', ({ muscle, other, says }) => {
    const injections = [{ muscle, side: 'left', units: 30 }] as const;
    const muscles = [{ muscle: other, side: 'left', units: 20 }] as const;
    const earlierDoses = [aDose({ performedOn: '2026-10-01', muscles })];
    expect(said(intervalFindings(aSession({ injections }), aContext({ earlierDoses }), RULES))).toBe(says);
  });

  it.each`
    units | says             | why
    ${30} | ${'S02 confirm'} | ${'one and the same injection: it may be entered twice'}
    ${20} | ${''}            | ${'of two courses that are treated in one visit'}
  `('the same day, another course with $units U in the same muscle: $says, $why', ({ units, says }) => {
    const place = { muscle: 'trapezius', side: 'left' } as const;
    const muscles = [{ ...place, units: units as number }];
    const earlierDoses = [aDose({ performedOn: '2026-11-22', muscles })];
    const session = aSession({ injections: [{ ...place, units: 30 }] });
    expect(said(intervalFindings(session, aContext({ earlierDoses }), RULES))).toBe(says);
  });

  it.each`
    otherOn         | booster  | why
    ${'2026-09-28'} | ${true}  | ${'55 days'}
    ${'2026-09-27'} | ${false} | ${'56 days'}
    ${'2026-09-26'} | ${false} | ${'57 days'}
  `('after $why, booster: $booster', ({ otherOn, booster }) => {
    const context = aContext({ earlierDoses: [aDose({ sameCourse: true, performedOn: otherOn })] });
    const [finding] = intervalFindings(aSession(), context, RULES);
    expect(finding?.message.includes('booster')).toBe(booster);
  });

  it.each`
    continuesOn     | otherOn         | says             | why
    ${'2026-11-17'} | ${'2026-11-17'} | ${'S02 confirm'} | ${'a touch-up is asked about'}
    ${'2026-11-17'} | ${'2026-08-24'} | ${'S02 confirm'} | ${'held against the session that it continues alone'}
    ${undefined}    | ${'2026-11-17'} | ${''}            | ${'what continues another moves no interval'}
  `('continuing $continuesOn, a part on $otherOn: $says, $why', ({ continuesOn, otherOn, says }) => {
    const continuation = continuesOn === undefined;
    const earlierDoses = [
      aDose({ sameCourse: true, performedOn: otherOn, treatmentId: 'first', continuation }),
    ];
    const context = aContext({ earlierDoses, treatmentId: 'first', continuesOn });
    expect(said(intervalFindings(aSession(), context, RULES))).toBe(says);
  });

  it('tells a touch-up what it continues', () => {
    const earlierDoses = [aDose({ sameCourse: true, performedOn: '2026-11-17', treatmentId: 'first' })];
    const context = aContext({ earlierDoses, treatmentId: 'first', continuesOn: '2026-11-17' });
    expect(intervalFindings(aSession(), context, RULES).map(({ message }) => message)).toEqual([
      'It continues the session of 2026-11-17, 5 days before: one treatment, the units of both counted. Under 56 days it counts as a booster, which favours antibodies. Give the reason to go on.',
    ]);
  });

  const TRAPEZIUS = [{ muscle: 'trapezius', side: 'left', units: 20 }] as const;
  const OCCIPITALIS = [{ muscle: 'occipitalis', side: 'left', units: 20 }] as const;
  it.each`
    parts                                                                                         | treatmentId  | says             | why
    ${[{ muscles: TRAPEZIUS }]}                                                                   | ${'first'}   | ${''}            | ${'it completes'}
    ${[{ muscles: TRAPEZIUS }, { muscles: OCCIPITALIS, treatmentId: 'long ago' }]}                | ${'first'}   | ${''}            | ${'what another treatment gave there is none of its parts'}
    ${[{ muscles: TRAPEZIUS }, { muscles: undefined }]}                                           | ${'first'}   | ${'S02 confirm'} | ${'of one part only the total is known'}
    ${[{ muscles: TRAPEZIUS, treatmentId: undefined }]}                                           | ${undefined} | ${'S02 confirm'} | ${'nobody knows what belongs to it'}
    ${[{ muscles: TRAPEZIUS, treatmentId: 'another' }]}                                           | ${'first'}   | ${'S02 confirm'} | ${'none of its parts is known'}
    ${[{ muscles: TRAPEZIUS }, { elsewhere: ELSEWHERE, courseId: null, treatmentId: undefined }]} | ${'first'}   | ${'S02 confirm'} | ${'given elsewhere in the region meanwhile'}
  `('the left occipitalis, to complete $parts of $treatmentId: $says, $why', (given) => {
    const { parts, treatmentId, says } = given as {
      parts: Partial<Parameters<typeof aDose>[0]>[];
      treatmentId?: string;
      says: string;
    };
    const earlierDoses = parts.map((part) =>
      aDose({ sameCourse: true, performedOn: '2026-11-17', treatmentId: 'first', units: 20, ...part }),
    );
    const context = aContext({ earlierDoses, treatmentId, continuesOn: '2026-11-17' });
    const session = aSession({ injections: OCCIPITALIS });
    expect(said(intervalFindings(session, context, RULES))).toBe(says);
  });

  it.each`
    given                          | says             | why
    ${'occipitalis left'}          | ${''}            | ${'only what was not reached: it completes, and is no booster'}
    ${'trapezius right'}           | ${''}            | ${'the other side'}
    ${'trapezius left'}            | ${'S02 confirm'} | ${'a muscle of the first part again'}
    ${'trapezius bilateral'}       | ${'S02 confirm'} | ${'both sides, one of them again'}
    ${'cervical_paraspinals left'} | ${'S02 confirm'} | ${'a muscle of an earlier touch-up again'}
  `('continuing a session that reached the left trapezius, $given: $says, $why', ({ given, says }) => {
    const [muscle, side] = (given as string).split(' ') as [string, 'left'];
    const part = { sameCourse: true, treatmentId: 'first', units: 20 } as const;
    const earlierDoses = [
      { ...part, performedOn: '2026-11-17', muscles: [{ muscle: 'trapezius', side: 'left', units: 20 }] },
      {
        ...part,
        performedOn: '2026-11-18',
        continuation: true,
        muscles: [{ muscle: 'cervical_paraspinals', side: 'left', units: 20 }],
      },
    ] as const;
    const context = aContext({
      earlierDoses: earlierDoses.map(aDose),
      treatmentId: 'first',
      continuesOn: '2026-11-17',
    });
    const session = aSession({ injections: [{ muscle, side, units: 20 }] });
    expect(said(intervalFindings(session, context, RULES))).toBe(says);
  });

  it('holds the nearest session before and the nearest after', () => {
    const days = ['2026-10-01', '2026-09-01', '2027-01-01', '2026-12-01'] as const;
    const earlierDoses = days.map((performedOn) => aDose({ sameCourse: true, performedOn }));
    expect(
      intervalFindings(aSession(), aContext({ earlierDoses }), RULES).map(({ message }) => message),
    ).toEqual([
      'The last session of this region was 52 days before, on 2026-10-01; the shortest interval is 84 days (2026-12-24 or later). Under 56 days it counts as a booster, which favours antibodies. Give the reason to go on.',
      'The next session of this region is 9 days after, on 2026-12-01; the shortest interval is 84 days. Under 56 days it counts as a booster, which favours antibodies. Give the reason to go on.',
    ]);
  });

  it('holds the clinic’s own interval where that is longer, and never a shorter one', () => {
    const earlierDoses = [aDose({ sameCourse: true, performedOn: '2026-08-29' })];
    const findings = (clinicMinimum: `P${string}`) =>
      said(intervalFindings(aSession(), aContext({ earlierDoses, clinicMinimum }), RULES));
    expect([findings('P85D'), findings('P86D'), findings('P70D')]).toEqual(['', 'S02 confirm', '']);
  });
});

it('asks about a session entered twice', () => {
  const earlierDoses = [aDose({ sameCourse: true, performedOn: '2026-11-22' })];
  expect(intervalFindings(aSession(), aContext({ earlierDoses }), RULES)[0]?.message).toBe(
    'Another session of this region is recorded on the same day: check that it is not entered twice. Give the reason to go on.',
  );
});

it.each`
  birthDate       | indication            | otherOn         | says                          | why
  ${'2018-01-01'} | ${'spasticity_upper'} | ${'2026-08-02'} | ${''}                         | ${'112 days'}
  ${'2018-01-01'} | ${'spasticity_upper'} | ${'2026-08-01'} | ${''}                         | ${'113 days'}
  ${'2018-01-01'} | ${'spasticity_upper'} | ${'2026-08-03'} | ${'S05 confirm'}              | ${'111 days'}
  ${'2018-01-01'} | ${'spasticity_upper'} | ${'2026-08-31'} | ${'S02 confirm, S05 confirm'} | ${'83 days: too short for anyone'}
  ${'2018-01-01'} | ${'spasticity_lower'} | ${'2026-08-30'} | ${''}                         | ${'the leg: 84 days'}
  ${'2008-11-22'} | ${'spasticity_upper'} | ${'2026-08-30'} | ${''}                         | ${'18 today: 84 days'}
  ${'2008-11-23'} | ${'spasticity_upper'} | ${'2026-08-30'} | ${'S05 confirm'}              | ${'18 tomorrow: 112 days'}
`('S05: Dysport, $indication, born $birthDate, $why → $says', ({ birthDate, indication, otherOn, says }) => {
  const earlierDoses = [aDose({ product: 'abo', sameCourse: true, performedOn: otherOn })];
  const context = aContext({ birthDate, indication, earlierDoses });
  expect(said(intervalFindings(aSession({ product: 'abo' }), context, RULES))).toBe(says);
});

it.each`
  sameCourse | otherOn         | says                          | why
  ${false}   | ${'2026-08-30'} | ${''}                         | ${'84 days'}
  ${false}   | ${'2026-08-31'} | ${'S08 confirm'}              | ${'83 days, another region'}
  ${true}    | ${'2026-08-29'} | ${''}                         | ${'85 days'}
  ${true}    | ${'2026-08-31'} | ${'S02 confirm, S08 confirm'} | ${'83 days, the same region'}
`('S08: Daxxify after $why → $says', ({ sameCourse, otherOn, says }) => {
  const earlierDoses = [aDose({ product: 'daxi', sameCourse, performedOn: otherOn })];
  expect(said(intervalFindings(aSession({ product: 'daxi' }), aContext({ earlierDoses }), RULES))).toBe(says);
});

it('asks of Daxxify neither about what it touches up nor about a part of another treatment', () => {
  const touched = aDose({
    product: 'daxi',
    sameCourse: true,
    performedOn: '2026-11-17',
    treatmentId: 'first',
  });
  const part = aDose({ product: 'daxi', performedOn: '2026-10-20', treatmentId: 'leg', continuation: true });
  const [touchUp, another] = [
    aContext({ earlierDoses: [touched], treatmentId: 'first', continuesOn: '2026-11-17' }),
    aContext({ earlierDoses: [part] }),
  ].map((context) => said(intervalFindings(aSession({ product: 'daxi' }), context, RULES)));
  expect([touchUp, another]).toEqual(['S02 confirm', '']);
});

it('tells of Daxxify given elsewhere after the session as of something given elsewhere', () => {
  const elsewhere = { ...ELSEWHERE, region: 'bladder' };
  const earlierDoses = [
    aDose({ product: 'daxi', courseId: null, performedOn: '2027-01-10', units: 50, elsewhere }),
  ];
  expect(
    intervalFindings(aSession({ product: 'daxi' }), aContext({ earlierDoses }), RULES).map(
      ({ message }) => message,
    ),
  ).toEqual([
    'Daxxify given elsewhere (bladder) on 2027-01-10 is 49 days after; the shortest interval is 84 days. Give the reason to go on.',
  ]);
});

describe('S09: another product', () => {
  it.each`
    product   | otherOn         | says             | why
    ${'rima'} | ${'2026-08-31'} | ${'S09 confirm'} | ${'83 days before'}
    ${'rima'} | ${'2026-08-30'} | ${''}            | ${'84 days before'}
    ${'rima'} | ${'2026-08-29'} | ${''}            | ${'85 days before'}
    ${'abo'}  | ${'2027-02-13'} | ${'S09 confirm'} | ${'83 days after'}
    ${'abo'}  | ${'2027-02-14'} | ${''}            | ${'84 days after'}
    ${'ona'}  | ${'2026-08-31'} | ${''}            | ${'the same product'}
  `('$product on $otherOn: $why → $says', ({ product, otherOn, says }) => {
    const context = aContext({ earlierDoses: [aDose({ product, performedOn: otherOn })] });
    expect(said(intervalFindings(aSession(), context, RULES))).toBe(says);
  });

  /** A course that goes on beside one of the leg with Myobloc: what it gave last, what the leg had before, and since. */
  const OWN = { courseId: 'own', sameCourse: true, performedOn: '2026-08-23' } as const;
  const LEG = { courseId: 'leg', product: 'rima', units: 5000 } as const;
  const BEFORE = { ...LEG, sessionId: 'leg 1', performedOn: '2026-07-20' } as const;
  const SINCE = { ...LEG, sessionId: 'leg 2', performedOn: '2026-10-20' } as const;
  const SAME = { courseId: 'own', sameCourse: true } as const;
  it.each`
    units  | doses                                                                                                          | named                       | why
    ${100} | ${[OWN, BEFORE, SINCE]}                                                                                        | ${''}                       | ${'beside it as last time'}
    ${101} | ${[OWN, BEFORE, SINCE]}                                                                                        | ${'2026-10-20'}             | ${'more than last time'}
    ${100} | ${[OWN, BEFORE, { ...SINCE, units: 4999 }]}                                                                    | ${''}                       | ${'less Myobloc than last time'}
    ${100} | ${[OWN, BEFORE, { ...SINCE, units: 5001 }]}                                                                    | ${'2026-10-20'}             | ${'more Myobloc than last time'}
    ${100} | ${[OWN, { ...BEFORE, courseId: 'arm' }, SINCE]}                                                                | ${'2026-10-20'}             | ${'last time it was another course'}
    ${100} | ${[OWN, { ...BEFORE, product: 'abo' }, SINCE]}                                                                 | ${'2026-10-20'}             | ${'last time it was another product'}
    ${100} | ${[OWN, { ...BEFORE, performedOn: '2026-06-01' }, SINCE]}                                                      | ${''}                       | ${'83 days apart last time'}
    ${100} | ${[OWN, { ...BEFORE, performedOn: '2026-05-31' }, SINCE]}                                                      | ${'2026-10-20'}             | ${'84 days apart last time: not beside it'}
    ${100} | ${[OWN, { ...BEFORE, performedOn: '2026-10-20' }, SINCE]}                                                      | ${'2026-10-20'}             | ${'two of one day are none before it'}
    ${100} | ${[OWN, SINCE]}                                                                                                | ${'2026-10-20'}             | ${'the first time'}
    ${100} | ${[BEFORE, SINCE]}                                                                                             | ${'2026-10-20'}             | ${'the first session of this course'}
    ${100} | ${[{ ...OWN, product: 'inco' }, BEFORE, SINCE]}                                                                | ${'2026-10-20'}             | ${'this course had another product itself'}
    ${100} | ${[{ ...OWN, sameCourse: false, performedOn: '2026-10-25' }, { ...BEFORE, performedOn: '2026-08-10' }, SINCE]} | ${'2026-10-20'}             | ${'last time it was beside a third course'}
    ${100} | ${[{ ...OWN, performedOn: '2026-11-22' }, { ...BEFORE, performedOn: '2026-10-01' }, SINCE]}                    | ${'2026-10-01, 2026-10-20'} | ${'another session of this day is not last time'}
    ${150} | ${[{ ...OWN, performedOn: '2026-05-20', units: 200 }, OWN, BEFORE, SINCE]}                                     | ${'2026-10-20'}             | ${'as much as the time before the last'}
    ${150} | ${[OWN, { ...OWN, performedOn: '2026-05-20', units: 200 }, BEFORE, SINCE]}                                     | ${'2026-10-20'}             | ${'in whichever order they stand'}
    ${100} | ${[OWN, { ...BEFORE, ...SAME }, { ...SINCE, ...SAME, performedOn: '2026-11-30' }]}                             | ${'2026-11-30'}             | ${'a course is not beside itself'}
  `('$units U Botox beside Myobloc, names “$named”: $why', ({ units, doses, named }) => {
    const earlierDoses = (doses as Parameters<typeof aDose>[0][]).map(aDose);
    const found = intervalFindings(aSession({ units }), aContext({ earlierDoses }), RULES);
    const message = found.find(({ code }) => code === 'S09')?.message ?? '';
    expect([...message.matchAll(/\d{4}-\d\d-\d\d/g)].join(', ')).toBe(named);
  });

  it('names what was given elsewhere as that', () => {
    const elsewhere = { ...ELSEWHERE, region: 'bladder' };
    const earlierDoses = [aDose({ product: 'rima', courseId: null, units: 5000, elsewhere })];
    const [finding] = intervalFindings(aSession(), aContext({ earlierDoses }), RULES);
    expect(finding?.message).toBe(
      'Another product within 84 days: Myobloc given elsewhere (bladder) on 2026-10-01. Effects add up, units do not: judge the weakness to expect and note why.',
    );
  });

  it('names each product and day once, and no sum', () => {
    const on = { performedOn: '2026-10-01', product: 'rima', units: 5000 } as const;
    const earlierDoses = [aDose(on), aDose(on), aDose({ ...on, product: 'abo' })];
    const [finding] = intervalFindings(aSession(), aContext({ earlierDoses }), RULES);
    expect(finding?.message).toBe(
      'Another product within 84 days: Dysport on 2026-10-01, Myobloc on 2026-10-01. Effects add up, units do not: judge the weakness to expect and note why.',
    );
  });
});

it.each`
  product   | earlier   | sameCourse | says                          | why
  ${'ona'}  | ${'daxi'} | ${false}   | ${'S09 confirm'}              | ${'the interval of Daxxify is Daxxify’s own'}
  ${'daxi'} | ${'ona'}  | ${false}   | ${'S09 confirm'}              | ${'and counts from Daxxify alone'}
  ${'daxi'} | ${'ona'}  | ${true}    | ${'S02 confirm, S09 confirm'} | ${'the region counts from any product'}
  ${'daxi'} | ${'daxi'} | ${false}   | ${'S08 confirm'}              | ${'anywhere'}
`('$product 60 days after $earlier, same course $sameCourse → $says: $why', (given) => {
  const { product, earlier, sameCourse, says } = given;
  const earlierDoses = [aDose({ product: earlier, sameCourse, performedOn: '2026-09-23' })];
  expect(said(intervalFindings(aSession({ product }), aContext({ earlierDoses }), RULES))).toBe(says);
});

it.each`
  product   | earlier   | otherOn         | pointer           | says
  ${'daxi'} | ${'daxi'} | ${'2026-09-20'} | ${'/performedOn'} | ${'The last session was 63 days before, on 2026-09-20; the shortest interval is 84 days (2026-12-13 or later). Give the reason to go on.'}
  ${'daxi'} | ${'daxi'} | ${'2027-01-24'} | ${'/performedOn'} | ${'The next session is 63 days after, on 2027-01-24; the shortest interval is 84 days. Give the reason to go on.'}
  ${'ona'}  | ${'abo'}  | ${'2026-11-22'} | ${'/product'}     | ${'Another product within 84 days: Dysport on 2026-11-22. Effects add up, units do not: judge the weakness to expect and note why.'}
`(
  '$product beside $earlier on $otherOn stands at $pointer',
  ({ product, earlier, otherOn, pointer, says }) => {
    const earlierDoses = [aDose({ product: earlier, performedOn: otherOn })];
    expect(intervalFindings(aSession({ product }), aContext({ earlierDoses }), RULES)).toMatchObject([
      { pointer, message: says },
    ]);
  },
);
