import type { PaperCourse } from './course-lines';
import { visitNote, type NotedSession, type VisitNoteFacts } from './visit-note';

const COURSE: PaperCourse = {
  indication: 'cervical_dystonia',
  side: null,
  etiology: null,
  diagnosisCode: 'G24.3',
  plannedProduct: 'ona',
  endedOn: null,
  deceasedOn: null,
  holds: [],
  forecast: { earliestOn: '2027-02-18', dueOn: '2027-02-18' },
  booked: null,
};

const SESSION: NotedSession = {
  performedOn: '2026-11-26',
  product: 'ona',
  totalUnits: 90,
  injections: [
    {
      muscle: 'splenius_capitis',
      side: 'right',
      units: 50,
      sites: 2,
      volumeMl: 0.5,
      guidance: 'emg',
    },
    {
      muscle: 'levator_scapulae',
      side: 'bilateral',
      units: 40,
      sites: null,
      volumeMl: null,
      guidance: 'palpation',
    },
  ],
  vials: [
    {
      lotNumber: 'C1',
      expiresOn: '2027-12-31',
      vialUnits: 100,
      madeUp: null,
      diluentMl: 1,
      unitsDiscarded: 10,
    },
  ],
  note: null,
  injector: 'Dr. Ada Okafor',
  signed: { by: 'Dr. Ada Okafor', at: '26 Nov 2026, 14:30' },
  takenOver: false,
  amendReason: null,
  isReplaced: false,
  continues: null,
  parts: [],
};

const FACTS: VisitNoteFacts = {
  clinic: { name: 'Toxin clinic', address: '1 Main Street\nNew York', phone: '212 555 0100' },
  patient: { familyName: 'Whitfield', givenName: 'Ann', birthDate: '1964-06-14', mrn: 'B-1044' },
  course: COURSE,
  session: SESSION,
  before: undefined,
  eventsBefore: [],
  isLatest: true,
};

const of = (session: Partial<NotedSession>, rest: Partial<VisitNoteFacts> = {}) =>
  visitNote({ ...FACTS, ...rest, session: { ...SESSION, ...session } });

it('says the visit from the record and nothing else', () => {
  expect(visitNote(FACTS).text).toBe(`Toxin clinic
1 Main Street
New York
Telephone 212 555 0100

Visit of 26 Nov 2026: botulinum toxin injection

Patient
Ann Whitfield, born 14 Jun 1964, record B-1044

Diagnosis
Cervical dystonia (G24.3: spasmodic torticollis).

Since the last session
No earlier session of this course is on record.

Injected
Botox (onabotulinumtoxinA), 90 U Botox in all.
Splenius capitis right: 50 U Botox, 2 sites, 0.5 mL, under EMG
Levator scapulae both sides: 40 U Botox in all, by palpation

Vials
Lot C1, expires 31 Dec 2027: vial of 100 U Botox in 1 mL (10 U Botox in 0.1 mL), 10 U Botox discarded

Next session
Due on 18 Feb 2027, not before.

Signature
Injected by Dr. Ada Okafor.
Signed by Dr. Ada Okafor, 26 Nov 2026, 14:30.
`);
});

const BEFORE = { performedOn: '2026-08-26', product: 'ona', totalUnits: 100, response: undefined } as const;
const DYSPHAGIA = {
  kind: 'dysphagia',
  severity: 'mild',
  serious: false,
  onsetOn: '2026-09-02',
  resolvedOn: null,
};

it.each`
  heading                     | session                                                                         | rest                                                            | lines
  ${'Version'}                | ${{}}                                                                           | ${{}}                                                           | ${undefined}
  ${'Version'}                | ${{ amendReason: 'wrong lot' }}                                                 | ${{}}                                                           | ${['Amended: wrong lot']}
  ${'Version'}                | ${{ isReplaced: true }}                                                         | ${{}}                                                           | ${['NOT CURRENT: this version was amended since, another one counts.']}
  ${'Since the last session'} | ${{}}                                                                           | ${{ before: BEFORE }}                                           | ${['No response to the session of 26 Aug 2026 (100 U Botox) is on record.']}
  ${'Since the last session'} | ${{}}                                                                           | ${{ before: { ...BEFORE, product: 'rima', totalUnits: 5000 } }} | ${['No response to the session of 26 Aug 2026 (5,000 U Myobloc) is on record.']}
  ${'Since the last session'} | ${{}}                                                                           | ${{ before: BEFORE, eventsBefore: [DYSPHAGIA] }}                | ${['No response to the session of 26 Aug 2026 (100 U Botox) is on record.', 'Side effect: Dysphagia, mild, from 2 Sep 2026, no end on record.']}
  ${'Injected'}               | ${{ injections: [], product: 'rima', totalUnits: 5000 }}                        | ${{}}                                                           | ${['Myobloc (rimabotulinumtoxinB, type B), 5,000 U Myobloc in all.']}
  ${'Injected'}               | ${{ injections: [], parts: [{ performedOn: '2026-12-03', totalUnits: 60 }] }}   | ${{}}                                                           | ${['Botox (onabotulinumtoxinA), 90 U Botox in all.', 'Continued on 3 Dec 2026 (60 U Botox): one treatment of 150 U Botox.']}
  ${'Injected'}               | ${{ injections: [], continues: { performedOn: '2026-11-19', totalUnits: 60 } }} | ${{}}                                                           | ${['Botox (onabotulinumtoxinA), 90 U Botox in all.', 'It continues the session of 19 Nov 2026 (60 U Botox): one treatment, with it 150 U Botox.']}
  ${'Vials'}                  | ${{ vials: [] }}                                                                | ${{}}                                                           | ${undefined}
  ${'Note'}                   | ${{ note: '  ' }}                                                               | ${{}}                                                           | ${undefined}
  ${'Note'}                   | ${{ note: ' Head turned less. ' }}                                              | ${{}}                                                           | ${['Head turned less.']}
  ${'Next session'}           | ${{}}                                                                           | ${{ isLatest: false }}                                          | ${undefined}
  ${'Next session'}           | ${{}}                                                                           | ${{ course: { ...COURSE, endedOn: '2026-11-27' } }}             | ${['The treatment ended on 27 Nov 2026.']}
  ${'Next session'}           | ${{}}                                                                           | ${{ course: { ...COURSE, deceasedOn: '2026-11-27' } }}          | ${['The patient died on 27 Nov 2026.']}
  ${'Signature'}              | ${{ signed: null }}                                                             | ${{}}                                                           | ${['Injected by Dr. Ada Okafor.', 'DRAFT: not signed.']}
  ${'Signature'}              | ${{ signed: null, takenOver: true }}                                            | ${{}}                                                           | ${['Injected by Dr. Ada Okafor.', 'Taken over from another record; nobody signed it here.']}
  ${'Signature'}              | ${{ injector: null }}                                                           | ${{}}                                                           | ${['Signed by Dr. Ada Okafor, 26 Nov 2026, 14:30.']}
  ${'Not on record'}          | ${{}}                                                                           | ${{}}                                                           | ${undefined}
  ${'Not on record'}          | ${{ vials: [] }}                                                                | ${{ course: { ...COURSE, diagnosisCode: null } }}               | ${['Lot, expiry, dilution and waste of the vials, diagnosis code.']}
  ${'Not on record'}          | ${{}}                                                                           | ${{ clinic: { name: null, address: null, phone: null } }}       | ${['Name of the clinic.']}
`(
  '$heading: $lines',
  ({
    heading,
    session,
    rest,
    lines,
  }: {
    heading: string;
    session: Partial<NotedSession>;
    rest: Partial<VisitNoteFacts>;
    lines: string[] | undefined;
  }) => {
    expect(of(session, rest).parts.find((part) => part.heading === heading)?.lines).toEqual(lines);
  },
);

it.each`
  signed            | takenOver | draft    | title
  ${SESSION.signed} | ${false}  | ${false} | ${'Visit of 26 Nov 2026: botulinum toxin injection'}
  ${null}           | ${false}  | ${true}  | ${'DRAFT, not signed: Visit of 26 Nov 2026: botulinum toxin injection'}
  ${null}           | ${true}   | ${false} | ${'Visit of 26 Nov 2026: botulinum toxin injection'}
`(
  'is entitled “$title” (taken over: $takenOver)',
  ({
    draft,
    title,
    ...session
  }: Pick<NotedSession, 'signed' | 'takenOver'> & { draft: boolean; title: string }) => {
    expect(of(session)).toMatchObject({ draft, title });
    expect(of(session).text).toContain(`\n${title}\n`);
  },
);
