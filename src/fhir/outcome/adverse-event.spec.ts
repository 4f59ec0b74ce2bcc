import { adverseEventResource, type AdverseEventRow } from './adverse-event';

const ROW: AdverseEventRow = {
  id: '0b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  updatedAt: new Date('2026-11-23T14:30:05.250Z'),
  patientId: '2b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  sessionId: '3b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  kind: 'dysphagia',
  onsetOn: '2026-09-01',
  severity: 'moderate',
  seriousness: 'Non-serious',
  resolvedOn: null,
  version: 1,
  createdAt: new Date('2026-09-02T10:00:00Z'),
};

it('tells what it was, when it began, and after which session', () => {
  expect(adverseEventResource(ROW)).toMatchObject({
    actuality: 'actual',
    event: { coding: [{ system: 'urn:botulinum-toxin-clinic:adverse-event', code: 'dysphagia' }] },
    subject: { reference: `Patient/${ROW.patientId}` },
    date: '2026-09-01',
    suspectEntity: [{ instance: { reference: `Procedure/${ROW.sessionId}` } }],
  });
});

it.each`
  severity      | seriousness
  ${'mild'}     | ${'Non-serious'}
  ${'moderate'} | ${'Non-serious'}
  ${'severe'}   | ${'Serious'}
`('$severity, $seriousness', ({ severity, seriousness }) => {
  const told = adverseEventResource({ ...ROW, severity, seriousness });
  expect([told.severity, told.seriousness].map((of) => of?.coding?.[0]?.code)).toEqual([
    severity,
    seriousness,
  ]);
});

it('is resolved from the day that says so; before it nothing is known of its end', () => {
  expect(adverseEventResource(ROW)).not.toHaveProperty('outcome');
  expect(adverseEventResource({ ...ROW, resolvedOn: '2026-09-20' })).toMatchObject({
    outcome: { coding: [{ code: 'resolved' }] },
    extension: [{ url: 'urn:botulinum-toxin-clinic:adverse-event:resolved-on', valueDate: '2026-09-20' }],
  });
});
