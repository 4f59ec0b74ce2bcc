import { communicationResource, type ContactRow } from './communication';

const ROW: ContactRow = {
  id: '0b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  updatedAt: new Date('2026-11-23T14:30:05.250Z'),
  patientId: '2b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  courseId: '3b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  at: new Date('2026-11-23T14:30:00Z'),
  channel: 'phone',
  outcome: 'agreed',
  status: 'completed',
  snoozeUntilOn: null,
  note: null,
};

it('tells who was called, by what and what came of it', () => {
  const told = communicationResource(ROW);
  expect(told).toMatchObject({
    status: 'completed',
    medium: [{ coding: [{ code: 'phone' }] }],
    sent: '2026-11-23T14:30:00.000Z',
    extension: [{ url: 'urn:botulinum-toxin-clinic:contact:outcome', valueCode: 'agreed' }],
  });
  expect(told).not.toHaveProperty('statusReason');
  expect(told).not.toHaveProperty('note');
});

it('where nobody answered it was not done, and when to try again is a day', () => {
  const row = { outcome: 'no-answer', status: 'not-done', snoozeUntilOn: '2026-11-30' } as const;
  expect(communicationResource({ ...ROW, ...row })).toMatchObject({
    status: 'not-done',
    statusReason: { coding: [{ code: 'no-answer' }] },
    extension: [{ valueCode: 'no-answer' }, { valueDate: '2026-11-30' }],
  });
});
