import { provenanceResource, type ProvenanceRow } from './provenance';

const ROW: ProvenanceRow = {
  id: '0b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11-logged',
  updatedAt: new Date('2026-11-23T14:30:06Z'),
  recorded: new Date('2026-11-23T14:30:05.250Z'),
  sessionId: '0b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  patientId: '2b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  act: 'logged',
  actorId: '4b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  actor: 'Dr. Amara Osei',
  reason: null,
};

it('tells of which session, of whom, when and by whom', () => {
  const told = provenanceResource(ROW);
  expect(told).toMatchObject({
    id: ROW.id,
    extension: [{ valueReference: { reference: `Patient/${ROW.patientId}` } }],
    target: [{ reference: `Procedure/${ROW.sessionId}` }],
    meta: { lastUpdated: '2026-11-23T14:30:06.000Z' },
    recorded: '2026-11-23T14:30:05.250Z',
    activity: { coding: [{ system: 'urn:botulinum-toxin-clinic:session-act', code: 'logged' }] },
    agent: [{ who: { identifier: { value: ROW.actorId }, display: 'Dr. Amara Osei' } }],
  });
  expect(told).not.toHaveProperty('reason');
});

it.each`
  act          | reason               | parts                     | why
  ${'logged'}  | ${null}              | ${['author']}             | ${'who wrote it'}
  ${'signed'}  | ${null}              | ${['verifier']}           | ${'who answers for it'}
  ${'amended'} | ${'the other side'}  | ${['author', 'verifier']} | ${'an amendment is signed at once'}
  ${'voided'}  | ${'another patient'} | ${['author']}             | ${'who took it back'}
`('$act: $why', ({ act, reason, parts }) => {
  const { agent, reason: told } = provenanceResource({ ...ROW, act, reason });
  expect(agent.map(({ type }) => type?.coding?.[0]?.code)).toEqual(parts);
  expect(told?.[0]?.text ?? null).toBe(reason);
});

it('a token that is no more has an id and no name', () => {
  const [agent] = provenanceResource({ ...ROW, actor: '' }).agent;
  expect(agent!.who).toEqual({
    identifier: { system: 'urn:botulinum-toxin-clinic:actor', value: ROW.actorId },
  });
});
