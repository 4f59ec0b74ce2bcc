import { nextLines, responseLine, type PaperCourse } from './course-lines';

const COURSE: PaperCourse = {
  indication: 'cervical_dystonia',
  side: null,
  etiology: null,
  diagnosisCode: null,
  plannedProduct: 'ona',
  endedOn: null,
  deceasedOn: null,
  holds: [],
  forecast: { earliestOn: '2026-11-15', dueOn: '2026-11-15' },
  booked: null,
};

it.each`
  given                                                              | lines
  ${{}}                                                              | ${['Due on 15 Nov 2026, not before.']}
  ${{ forecast: { earliestOn: '2026-11-15', dueOn: '2026-11-22' } }} | ${['Due on 22 Nov 2026, not before 15 Nov 2026.']}
  ${{ booked: '16 Nov 2026, 09:00' }}                                | ${['Due on 15 Nov 2026, not before.', 'Booked for 16 Nov 2026, 09:00.']}
  ${{ endedOn: '2026-10-01', booked: 'never' }}                      | ${['The treatment ended on 1 Oct 2026.']}
  ${{ deceasedOn: '2026-10-02', endedOn: '2026-10-01' }}             | ${['The patient died on 2 Oct 2026.']}
  ${{ forecast: null }}                                              | ${[]}
`('$lines', ({ given, lines }: { given: object; lines: string[] }) => {
  expect(nextLines({ ...COURSE, ...given })).toEqual(lines);
});

it.each`
  response                                                       | said
  ${undefined}                                                   | ${'No response to the session of 23 Aug 2026 (155 U Botox) is on record.'}
  ${{}}                                                          | ${'No response to the session of 23 Aug 2026 (155 U Botox) is on record.'}
  ${{ improvementPct: 60, assessedOn: '2026-10-04' }}            | ${'Response to the session of 23 Aug 2026 (155 U Botox): 60 % improvement, judged 4 Oct 2026.'}
  ${{ improvementPct: -10 }}                                     | ${'Response to the session of 23 Aug 2026 (155 U Botox): 10 % worse.'}
  ${{ woreOffOn: '2026-11-08', stillEffectiveOn: '2026-10-01' }} | ${'Response to the session of 23 Aug 2026 (155 U Botox): wore off 8 Nov 2026 (after 11 weeks).'}
  ${{ stillEffectiveOn: '2026-09-05' }}                          | ${'Response to the session of 23 Aug 2026 (155 U Botox): still effective 5 Sep 2026 (after 13 days).'}
`('$said', ({ response, said }: { response: object | undefined; said: string }) => {
  expect(responseLine({ performedOn: '2026-08-23', product: 'ona', totalUnits: 155, response })).toBe(said);
});
