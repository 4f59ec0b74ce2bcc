import { taskResource } from './task';

it.each(['requested', 'completed'] as const)('%s: a neurologist is asked to look at the flag', (status) => {
  const row = {
    id: '0b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
    flagId: '0b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
    patientId: '2b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
    courseId: '3b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
    status,
    text: 'The last two sessions gave less.',
    version: 1,
    createdAt: new Date('2026-11-02T10:00:00Z'),
    updatedAt: new Date('2026-11-23T14:30:05.250Z'),
  };
  expect(taskResource(row)).toMatchObject({
    status,
    intent: 'proposal',
    description: 'The last two sessions gave less.',
    focus: { reference: `DetectedIssue/${row.flagId}` },
    for: { reference: `Patient/${row.patientId}` },
    authoredOn: '2026-11-02T10:00:00.000Z',
    lastModified: '2026-11-23T14:30:05.250Z',
    performerType: [{ coding: [{ code: 'neurologist' }] }],
  });
});
