import { issueResource, type IssueRow } from './detected-issue';

const ROW: IssueRow = {
  id: '0b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  updatedAt: new Date('2026-11-23T14:30:05.250Z'),
  patientId: '2b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  courseId: '3b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  tier: 'review',
  status: 'preliminary',
  shown: true,
  opensOn: '2026-11-02',
  text: 'The last two sessions gave less.',
  sessionIds: ['4b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11'],
  observations: ['4b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11-improvement-pct'],
  reviews: [],
  version: 1,
};

it.each`
  tier         | severity
  ${'watch'}   | ${'low'}
  ${'review'}  | ${'moderate'}
  ${'primary'} | ${'moderate'}
`('$tier is of $severity severity', ({ tier, severity }) => {
  const told = issueResource({ ...ROW, tier });
  expect(told).toMatchObject({ severity, code: { coding: [{ code: tier }] } });
});

it('names its course, its sessions and what was observed of them', () => {
  expect(issueResource(ROW)).toMatchObject({
    status: 'preliminary',
    detail: 'The last two sessions gave less.',
    identifiedDateTime: '2026-11-02',
    implicated: [
      { reference: `EpisodeOfCare/${ROW.courseId}` },
      { reference: `Procedure/${ROW.sessionIds[0]}` },
    ],
    evidence: [{ detail: [{ reference: `Observation/${ROW.observations[0]}` }] }],
  });
  expect(issueResource(ROW)).not.toHaveProperty('mitigation');
  expect(issueResource({ ...ROW, observations: [] })).not.toHaveProperty('evidence');
});

it('tells every review, with its reason and by whom', () => {
  const review = {
    decision: 'keep-watching' as const,
    reason: 'a cold',
    at: '2026-11-24T09:00:00+00:00',
    by: 'Dr. A',
  };
  expect(issueResource({ ...ROW, status: 'final', reviews: [review] }).mitigation).toEqual([
    {
      action: {
        coding: [
          { system: 'urn:botulinum-toxin-clinic:review', code: 'keep-watching', display: 'Keep watching' },
        ],
        text: 'a cold',
      },
      date: '2026-11-24T09:00:00.000Z',
      author: { display: 'Dr. A' },
    },
  ]);
});
