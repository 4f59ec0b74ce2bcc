import { AUDIT_ACTIONS } from '../../platform/audit/audit-entry.entity';
import { auditEventResource, type AuditEventRow } from './audit-event';

const ROW: AuditEventRow = {
  id: '17',
  updatedAt: new Date('2026-11-23T14:30:05.250Z'),
  actorId: '4b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  actorName: 'Dr. Amara Osei',
  actorRole: 'neurologist',
  action: 'update',
  subject: 'injection_session',
  subjectId: '0b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  patientId: '2b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  patientIds: null,
  before: { note: 'tender', version: 1 },
  after: { note: 'very tender', version: 2 },
  detail: null,
};

it('tells who did it, to what, of whom, and which fields changed, but no value of them', () => {
  const told = auditEventResource(ROW);
  expect(told).toMatchObject({
    id: '17',
    recorded: '2026-11-23T14:30:05.250Z',
    agent: [
      {
        role: [{ coding: [{ code: 'neurologist' }] }],
        who: { identifier: { value: ROW.actorId }, display: 'Dr. Amara Osei' },
        requestor: true,
      },
    ],
    entity: [
      {
        what: { identifier: { value: ROW.subjectId } },
        type: { code: 'injection_session' },
        detail: [{ type: 'changed', valueString: 'note' }],
      },
      { what: { reference: `Patient/${ROW.patientId}` }, role: { code: '1' } },
    ],
  });
  expect(JSON.stringify(told)).not.toContain('tender');
});

it.each`
  action              | type        | code   | outcome
  ${'insert'}         | ${'rest'}   | ${'C'} | ${'0'}
  ${'update'}         | ${'rest'}   | ${'U'} | ${'0'}
  ${'delete'}         | ${'rest'}   | ${'D'} | ${'0'}
  ${'read'}           | ${'rest'}   | ${'R'} | ${'0'}
  ${'export'}         | ${'rest'}   | ${'R'} | ${'0'}
  ${'refused'}        | ${'rest'}   | ${'E'} | ${'4'}
  ${'sign-in'}        | ${'110114'} | ${'E'} | ${'0'}
  ${'sign-in-failed'} | ${'110114'} | ${'E'} | ${'4'}
  ${'sign-out'}       | ${'110114'} | ${'E'} | ${'0'}
`('$action is $type $code $outcome, and our own word beside it', ({ action, type, code, outcome }) => {
  expect(AUDIT_ACTIONS).toContain(action);
  expect(auditEventResource({ ...ROW, action })).toMatchObject({
    type: { code: type },
    subtype: [{ system: 'urn:botulinum-toxin-clinic:trail', code: action }],
    action: code,
    outcome,
  });
});

it('a list names everybody whom it showed; somebody who did not get in has no id', () => {
  const list = auditEventResource({ ...ROW, patientId: null, patientIds: ['a', 'b'], subjectId: null });
  expect(list.entity!.slice(1).map(({ what }) => what?.reference)).toEqual(['Patient/a', 'Patient/b']);
  expect(list.entity![0]).not.toHaveProperty('what');
  const nobody = auditEventResource({ ...ROW, actorId: null, actorName: 'nobody', actorRole: 'none' });
  expect(nobody.agent[0]!.who).toEqual({ display: 'nobody' });
});
