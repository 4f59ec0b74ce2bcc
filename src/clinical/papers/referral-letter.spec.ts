import { addDays } from '../calendar';
import type { PaperCourse, PaperEvent, PaperTreatment } from './course-lines';
import { referralLetter, type ReferralLetterFacts } from './referral-letter';

const COURSE: PaperCourse = {
  indication: 'hemifacial_spasm',
  side: 'left',
  etiology: null,
  diagnosisCode: 'G51.32',
  plannedProduct: 'ona',
  endedOn: null,
  deceasedOn: null,
  holds: [],
  forecast: { earliestOn: '2027-01-20', dueOn: '2027-01-27' },
  booked: '28 Jan 2027, 09:00',
};

const given = (performedOn: PaperTreatment['performedOn'], more: Partial<PaperTreatment> = {}) => ({
  performedOn,
  product: 'ona' as const,
  totalUnits: 25,
  response: undefined,
  ...more,
});

const TREATMENTS: readonly PaperTreatment[] = [
  given('2026-05-06'),
  given('2026-07-29', { response: { improvementPct: 70, assessedOn: '2026-08-26' } }),
  given('2026-10-28'),
];

const FACTS: ReferralLetterFacts = {
  clinic: { name: 'Toxin clinic', address: null, phone: null },
  patient: { familyName: 'Whitfield', givenName: 'Ann', birthDate: '1964-06-14', mrn: 'B-1044' },
  referrer: { name: 'Dr. Sam Lee', address: '2 Elm Street\nAlbany' },
  course: COURSE,
  treatments: TREATMENTS,
  injections: [
    {
      muscle: 'orbicularis_oculi',
      side: 'left',
      units: 25,
      sites: 5,
      volumeMl: null,
      guidance: null,
    },
  ],
  isLatestSigned: true,
  events: [],
  today: '2026-11-27',
  signature: 'Dr. Ada Okafor',
};

it('tells whoever sent the patient what is treated, what came of it and what comes next', () => {
  expect(referralLetter(FACTS).text).toBe(`Toxin clinic

Botulinum toxin treatment: Ann Whitfield, born 14 Jun 1964, record B-1044

Patient
Ann Whitfield, born 14 Jun 1964, record B-1044

To
Dr. Sam Lee
2 Elm Street
Albany

Date
27 Nov 2026

Diagnosis
Hemifacial spasm, left (G51.32: left).

Treatment
3 sessions since 6 May 2026.
Botox (onabotulinumtoxinA) from 6 May 2026.

Latest session
28 Oct 2026: 25 U Botox in all.
Orbicularis oculi left: 25 U Botox, 5 sites

Response
Response to the session of 29 Jul 2026 (25 U Botox): 70 % improvement, judged 26 Aug 2026.
No response to the session of 28 Oct 2026 (25 U Botox) is on record.

Side effects
None on record.

Next session
Due on 27 Jan 2027, not before 20 Jan 2027.
Booked for 28 Jan 2027, 09:00.

Signature
Dr. Ada Okafor
`);
});

const NOT_CONVERTED = 'Units of one product cannot be compared with or converted into units of another.';
const event = (onsetOn: PaperEvent['onsetOn']): PaperEvent => ({
  kind: 'ptosis',
  severity: 'mild',
  serious: false,
  onsetOn,
  resolvedOn: null,
});
const SIX = [6, 5, 4, 3, 2, 1].map((day) => event(addDays('2026-10-31', day)));

it.each`
  heading             | facts                                                                                                        | lines
  ${'To'}             | ${{ referrer: { name: null, address: null } }}                                                               | ${undefined}
  ${'Not on record'}  | ${{ referrer: { name: null, address: null } }}                                                               | ${['Referring doctor.']}
  ${'Not on record'}  | ${{ course: { ...COURSE, diagnosisCode: null } }}                                                            | ${['Diagnosis code.']}
  ${'Treatment'}      | ${{ treatments: [] }}                                                                                        | ${['No session yet; planned with Botox (onabotulinumtoxinA).']}
  ${'Treatment'}      | ${{ course: { ...COURSE, plannedProduct: 'rima' } }}                                                         | ${['3 sessions since 6 May 2026.', 'Botox (onabotulinumtoxinA) from 6 May 2026.', 'The next session is planned with Myobloc (rimabotulinumtoxinB, type B).', NOT_CONVERTED]}
  ${'Treatment'}      | ${{ course: { ...COURSE, plannedProduct: 'rima', endedOn: '2026-11-20' } }}                                  | ${['3 sessions since 6 May 2026.', 'Botox (onabotulinumtoxinA) from 6 May 2026.']}
  ${'Treatment'}      | ${{ treatments: [given('2026-10-28', { product: 'rima' })], course: { ...COURSE, plannedProduct: 'rima' } }} | ${['1 session since 28 Oct 2026.', 'Myobloc (rimabotulinumtoxinB, type B) from 28 Oct 2026.', NOT_CONVERTED]}
  ${'Treatment'}      | ${{ treatments: [given('2026-05-06', { product: 'abo' }), ...TREATMENTS.slice(1)] }}                         | ${['3 sessions since 6 May 2026.', 'Dysport (abobotulinumtoxinA) from 6 May 2026, Botox (onabotulinumtoxinA) from 29 Jul 2026.', NOT_CONVERTED]}
  ${'Latest session'} | ${{ treatments: [], injections: [] }}                                                                        | ${undefined}
  ${'Latest session'} | ${{ treatments: [given('2026-10-28', { product: 'rima', totalUnits: 2500 })], injections: [] }}              | ${['28 Oct 2026: 2,500 U Myobloc in all.']}
  ${'Response'}       | ${{ treatments: [] }}                                                                                        | ${undefined}
  ${'Response'}       | ${{ treatments: TREATMENTS.slice(0, 1) }}                                                                    | ${['No response to the session of 6 May 2026 (25 U Botox) is on record.']}
  ${'Response'}       | ${{ treatments: TREATMENTS.slice(1, 2) }}                                                                    | ${['Response to the session of 29 Jul 2026 (25 U Botox): 70 % improvement, judged 26 Aug 2026.']}
  ${'Side effects'}   | ${{ treatments: [] }}                                                                                        | ${undefined}
  ${'Side effects'}   | ${{ events: SIX.slice(5) }}                                                                                  | ${['Ptosis, mild, from 1 Nov 2026, no end on record.']}
  ${'Next session'}   | ${{ course: { ...COURSE, endedOn: '2026-11-20' } }}                                                          | ${['The treatment ended on 20 Nov 2026.']}
  ${'Next session'}   | ${{ course: { ...COURSE, deceasedOn: '2026-11-20' } }}                                                       | ${['The patient died on 20 Nov 2026.']}
  ${'Signature'}      | ${{ signature: null }}                                                                                       | ${undefined}
`(
  '$heading: $lines',
  ({
    heading,
    facts,
    lines,
  }: {
    heading: string;
    facts: Partial<ReferralLetterFacts>;
    lines: string[] | undefined;
  }) => {
    const { parts } = referralLetter({ ...FACTS, ...facts });
    expect(parts.find((part) => part.heading === heading)?.lines).toEqual(lines);
  },
);

it.each`
  events | told | rest
  ${5}   | ${5} | ${undefined}
  ${6}   | ${6} | ${'1 earlier one.'}
`('tells the latest five side effects of $events, and that there were more', ({ events, told, rest }) => {
  const { parts } = referralLetter({ ...FACTS, events: SIX.slice(0, events as number) });
  const lines = parts.find(({ heading }) => heading === 'Side effects')?.lines ?? [];
  expect(lines).toHaveLength(told as number);
  expect(lines[5]).toBe(rest);
});

it.each`
  isLatestSigned | treatments    | draft
  ${true}        | ${TREATMENTS} | ${false}
  ${false}       | ${TREATMENTS} | ${true}
  ${false}       | ${[]}         | ${false}
`(
  'is a draft as long as its latest session waits for a signature: $draft',
  ({ draft, ...facts }: { draft: boolean; isLatestSigned: boolean; treatments: PaperTreatment[] }) => {
    const letter = referralLetter({ ...FACTS, ...facts });
    expect(letter.draft).toBe(draft);
    expect(letter.title.startsWith('DRAFT, not signed: ')).toBe(draft);
  },
);
