import { aftercareSheet, type AftercareFacts } from './aftercare';
import type { PaperCourse } from './course-lines';

const COURSE: PaperCourse = {
  indication: 'sialorrhea',
  side: null,
  etiology: null,
  diagnosisCode: null,
  plannedProduct: 'rima',
  endedOn: null,
  deceasedOn: null,
  holds: [],
  forecast: { earliestOn: '2027-02-18', dueOn: '2027-02-25' },
  booked: null,
};

const FACTS: AftercareFacts = {
  clinic: { name: 'Toxin clinic', address: null, phone: '212 555 0100' },
  patient: { familyName: 'Whitfield', givenName: 'Ann', birthDate: '1964-06-14', mrn: 'B-1044' },
  course: COURSE,
  session: { performedOn: '2026-11-26', product: 'rima' },
  followUp: {
    contactFromOn: '2026-12-03',
    contactToOn: '2026-12-10',
    peakFromOn: '2026-12-24',
    peakToOn: '2027-01-21',
    sourceText: 'not printed',
  },
  isLatest: true,
};

it('tells the patient what to watch for, when they are asked and when to come, and no dose', () => {
  const { text, draft } = aftercareSheet(FACTS);
  expect(draft).toBe(false);
  expect(text).toBe(`Toxin clinic
Telephone 212 555 0100

After your treatment

Patient
Ann Whitfield, born 14 Jun 1964, record B-1044

Your treatment
Myobloc on 26 Nov 2026 for: chronic sialorrhea.

Get emergency help at once
If you have trouble swallowing, speaking or breathing, or become weak in other parts of the body.
This can begin hours to weeks after the injection.

We ask how you are
Between 3 Dec 2026 and 10 Dec 2026: did anything trouble you?
Between 24 Dec 2026 and 21 Jan 2027: how well does it work?

Your next visit
From 25 Feb 2027 on. No appointment is booked yet.

Questions
Call us: 212 555 0100.
`);
});

const ASKED = expect.arrayContaining([expect.stringContaining('did anything trouble you?')]);

it.each`
  facts                                                      | asked        | visit
  ${{}}                                                      | ${ASKED}     | ${['From 25 Feb 2027 on. No appointment is booked yet.']}
  ${{ course: { ...COURSE, booked: '26 Feb 2027, 09:00' } }} | ${ASKED}     | ${['26 Feb 2027, 09:00.']}
  ${{ course: { ...COURSE, forecast: null } }}               | ${ASKED}     | ${undefined}
  ${{ course: { ...COURSE, endedOn: '2026-11-27' } }}        | ${undefined} | ${undefined}
  ${{ course: { ...COURSE, deceasedOn: '2026-11-27' } }}     | ${undefined} | ${undefined}
  ${{ isLatest: false }}                                     | ${undefined} | ${undefined}
`('next visit: $visit', ({ facts, asked, visit }: { facts: object; asked: unknown; visit: unknown }) => {
  const { parts } = aftercareSheet({ ...FACTS, ...facts });
  const linesOf = (wanted: string) => parts.find(({ heading }) => heading === wanted)?.lines;
  expect(linesOf('We ask how you are')).toEqual(asked);
  expect(linesOf('Your next visit')).toEqual(visit);
});

it.each`
  phone             | lines
  ${null}           | ${undefined}
  ${'212 555 0100'} | ${['Call us: 212 555 0100.']}
`('questions: $lines', ({ phone, lines }: { phone: string | null; lines: string[] | undefined }) => {
  const { parts } = aftercareSheet({ ...FACTS, clinic: { ...FACTS.clinic, phone } });
  expect(parts.find(({ heading }) => heading === 'Questions')?.lines).toEqual(lines);
});
