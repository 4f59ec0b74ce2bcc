import { render } from 'preact-render-to-string';
import type { FlagView, ReviewView } from '../../../records/reviews/flags.dto';
import { FlagPanel } from './flag-panel';

function reviewed(reviewedAt: Date): FlagView {
  const review: ReviewView = {
    id: 'b5c1',
    decision: 'keep-watching',
    reason: 'one more session',
    plannedProduct: null,
    priorTolerance: null,
    testResult: null,
    reviewedBy: 'anna',
    reviewedAt,
  };
  return {
    id: 'f1a9',
    courseId: 'c0',
    patientId: 'p0',
    indication: 'cervical_dystonia',
    tier: 'review',
    status: 'reviewed',
    shown: true,
    opensOn: '2026-11-02',
    sinceSession: 6,
    sessionIds: [],
    text: 'Since session 6 benefit is 20 %.',
    comparable: [],
    notComparable: [],
    ruleOut: [],
    checklist: [],
    usual: { sizePct: 65, days: 91 },
    p: 0.4,
    trueLossShare: 0.47,
    publishedDefinitionMet: true,
    publishedText: null,
    evaluable: 7,
    of: 7,
    rulesVersion: 'response-trend',
    reviews: [review],
    nextSteps: [],
    plan: null,
    version: 2,
    createdAt: reviewedAt,
    updatedAt: reviewedAt,
  };
}

it.each`
  zone                  | reviewedAt                | day             | why
  ${'America/New_York'} | ${'2026-11-24T02:00:00Z'} | ${'Mon 23 Nov'} | ${'21:00: still the day before'}
  ${'America/New_York'} | ${'2026-11-24T04:59:59Z'} | ${'Mon 23 Nov'} | ${'the last second of that day'}
  ${'America/New_York'} | ${'2026-11-24T05:00:00Z'} | ${'Tue 24 Nov'} | ${'midnight'}
  ${'Asia/Kathmandu'}   | ${'2026-11-23T18:15:00Z'} | ${'Tue 24 Nov'} | ${'already the next day'}
`('a review at $reviewedAt is shown in $zone on $day: $why', ({ zone, reviewedAt, day }) => {
  const people = new Map([['anna', 'Dr. Anna Berg']]);
  const panel = (
    <FlagPanel flag={reviewed(new Date(reviewedAt))} people={people} today="2026-11-25" zone={zone} />
  );
  expect(render(panel)).toContain(`Dr. Anna Berg, ${day}<`);
});

it.each`
  tier         | own      | why
  ${'review'}  | ${true}  | ${'there is a usual to have lost'}
  ${'primary'} | ${false} | ${'a patient who never had benefit has none'}
`('a $tier names the usual of the patient: $own ($why)', ({ tier, own }) => {
  const row = {
    session: 1,
    sessionId: 's1',
    performedOn: '2026-08-03',
    improvementPct: 15,
    lengthDays: 42,
    stillEffective: false,
    benefitPct: 40,
  };
  const flag = {
    ...reviewed(new Date('2026-11-24T02:00:00Z')),
    tier,
    comparable: [row],
  } as unknown as FlagView;
  const html = render(<FlagPanel flag={flag} people={new Map()} today="2026-11-25" zone="UTC" />);
  expect(html).toContain('The sessions it rests on');
  expect(html.includes('Of usual') && html.includes('Usual for this patient')).toBe(own);
  expect(html.includes('Of usual') || html.includes('Usual for this patient')).toBe(own);
});

it.each`
  improvementPct | lengthDays | usual                  | why
  ${15}          | ${42}      | ${'65 % for 13 weeks'} | ${'both are recorded'}
  ${15}          | ${null}    | ${'65 %'}              | ${'a diary or a scale alone: nobody asked how long'}
  ${null}        | ${42}      | ${'13 weeks'}          | ${'the length alone'}
`('names the usual as $usual: $why', ({ improvementPct, lengthDays, usual }) => {
  const row = {
    session: 7,
    sessionId: 's7',
    performedOn: '2026-08-03',
    improvementPct,
    lengthDays,
    benefitPct: 40,
  };
  const flag = { ...reviewed(new Date('2026-11-24T02:00:00Z')), comparable: [row] } as unknown as FlagView;
  const html = render(<FlagPanel flag={flag} people={new Map()} today="2026-11-25" zone="UTC" />);
  expect(html).toContain(`Usual for this patient: ${usual}.`);
});
