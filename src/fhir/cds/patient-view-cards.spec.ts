import { LONGEST_SUMMARY, card } from './card';
import { patientViewCards } from './patient-view-cards';

type Course = Parameters<typeof patientViewCards>[0][number];

const DAYS = {
  anchorOn: '2026-08-03',
  earliestOn: '2026-10-26',
  dueOn: '2026-11-02',
  lastOnTimeOn: '2026-11-15',
  overdueFrom: '2026-11-16',
  bookOn: '2026-11-02',
  basis: 'course-interval',
  reasons: [{ field: 'dueOn', code: 'course-interval', text: '13 weeks after the session of 3 Aug 2026' }],
} as const;

const COURSE: Course = {
  id: 'c',
  indication: 'cervical_dystonia',
  side: null,
  status: 'active',
  forecast: DAYS,
  dueStatus: 'not-due',
  daysOverdue: 0,
  onHold: false,
  snoozedUntil: null,
  booked: null,
  authorization: 'covered',
  flag: null,
};
const OPEN = { status: 'open', text: 'One sentence. Another.' } as const;
const BOOKED = { appointmentId: 'a', startsAt: new Date() };

it.each`
  course                                                      | says                                                              | why
  ${{}}                                                       | ${[]}                                                             | ${'all is well'}
  ${{ dueStatus: 'upcoming' }}                                | ${[]}                                                             | ${'not due yet'}
  ${{ dueStatus: 'due' }}                                     | ${['info: due since 2 Nov 2026, not booked']}                     | ${'due and not booked'}
  ${{ dueStatus: 'overdue', daysOverdue: 1 }}                 | ${['warning: due since 2 Nov 2026, 1 day overdue, not booked']}   | ${'a day too late'}
  ${{ dueStatus: 'lapsed', daysOverdue: 90 }}                 | ${['warning: due since 2 Nov 2026, 90 days overdue, not booked']} | ${'long too late'}
  ${{ dueStatus: 'overdue', daysOverdue: 8, booked: BOOKED }} | ${[]}                                                             | ${'booked'}
  ${{ dueStatus: 'overdue', daysOverdue: 8, onHold: true }}   | ${[]}                                                             | ${'on hold'}
  ${{ dueStatus: 'due', snoozedUntil: '2026-12-01' }}         | ${[]}                                                             | ${'put off until a day'}
  ${{ flag: OPEN }}                                           | ${['warning: a review is waiting']}                               | ${'a question is open'}
  ${{ flag: { ...OPEN, status: 'reviewed' } }}                | ${[]}                                                             | ${'it was answered'}
  ${{ authorization: 'missing' }}                             | ${[]}                                                             | ${'months before nobody asks'}
  ${{ authorization: 'missing', dueStatus: 'upcoming' }}      | ${['info: the next session is not covered']}                      | ${'soon, and not covered'}
  ${{ authorization: 'units-short', dueStatus: 'upcoming' }}  | ${['info: the next session is not covered']}                      | ${'too little is left'}
  ${{ authorization: 'not-needed', dueStatus: 'upcoming' }}   | ${[]}                                                             | ${'none is needed'}
  ${{ status: 'ended', flag: OPEN }}                          | ${[]}                                                             | ${'the course has ended'}
  ${{ forecast: null, dueStatus: 'no-session' }}              | ${[]}                                                             | ${'nothing was given yet'}
`('$why: $says', ({ course, says }) => {
  const cards = patientViewCards([{ ...COURSE, ...course }], 'https://clinic.example');
  expect(
    cards.map(({ indicator, summary }) => `${indicator}: ${summary.replace('Cervical dystonia: ', '')}`),
  ).toEqual(says);
});

it('tells the two sentences, why it is due, and leads to the course', () => {
  const course: Course = { ...COURSE, side: 'left', flag: OPEN, dueStatus: 'due' };
  const [review, due] = patientViewCards([course], 'https://clinic.example');
  expect(review).toMatchObject({
    summary: 'Cervical dystonia, left: a review is waiting',
    detail: 'One sentence. Another.',
    links: [{ url: 'https://clinic.example/courses/c', type: 'absolute' }],
  });
  expect(due!.detail).toContain('13 weeks after the session of 3 Aug 2026');
});

it.each([LONGEST_SUMMARY, LONGEST_SUMMARY + 1])(
  'a summary of %i letters fits a card, and is whole somewhere',
  (letters) => {
    const summary = 'x'.repeat(letters);
    const made = card({ summary, detail: 'why', indicator: 'info', courseId: 'c' }, '');
    expect(made.summary.length).toBe(LONGEST_SUMMARY);
    expect(`${made.summary} ${made.detail}`).toContain(summary);
  },
);
