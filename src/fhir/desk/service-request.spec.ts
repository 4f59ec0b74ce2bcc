import type { Role } from '../../platform/actor';
import { serviceRequestResource, type DueRow } from './service-request';

const ROW: DueRow = {
  id: '0b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  updatedAt: new Date('2026-11-23T14:30:05.250Z'),
  patientId: '6a0b7c1e-5c1f-4e6a-9a57-3f1d2f0f6a12',
  indication: 'cervical_dystonia',
  status: 'active',
  earliestOn: '2026-10-26',
  dueOn: '2026-11-02',
  lastOnTimeOn: '2026-11-15',
  bookOn: '2026-11-03',
  reasons: [],
};
const by = (role: Role) => ({ actor: { id: ROW.id, name: 'somebody', role } });

it('is a plan from the earliest day to the last one on time', () => {
  expect(serviceRequestResource(ROW, by('scheduler'))).toMatchObject({
    resourceType: 'ServiceRequest',
    id: ROW.id,
    status: 'active',
    intent: 'plan',
    subject: { reference: `Patient/${ROW.patientId}` },
    occurrencePeriod: { start: '2026-10-26', end: '2026-11-15' },
    extension: [
      { url: 'urn:botulinum-toxin-clinic:due:due-on', valueDate: '2026-11-02' },
      { url: 'urn:botulinum-toxin-clinic:due:book-on', valueDate: '2026-11-03' },
    ],
    reasonCode: [
      {
        coding: [
          {
            system: 'urn:botulinum-toxin-clinic:indication',
            code: 'cervical_dystonia',
            display: 'Cervical dystonia',
          },
        ],
        text: 'Cervical dystonia',
      },
    ],
  });
});

const HELD = 'on hold until 7 December 2026: had 300 U elsewhere';

it.each`
  code                    | text                                                 | forScheduler
  ${'minimum-interval'}   | ${'12 weeks after the session of 3 August 2026'}     | ${'12 weeks after the session of 3 August 2026'}
  ${'hold'}               | ${HELD}                                              | ${'on hold until 7 December 2026'}
  ${'lifted-to-earliest'} | ${`moved to the earliest day, 7 December (${HELD})`} | ${'moved to the earliest day, 7 December'}
`('of $code a scheduler reads no words of a neurologist', ({ code, text, forScheduler }) => {
  const row: DueRow = { ...ROW, reasons: [{ field: 'earliestOn', code, text }] };
  expect(serviceRequestResource(row, by('scheduler')).note).toEqual([{ text: forScheduler }]);
  expect(serviceRequestResource(row, by('neurologist')).note).toEqual([{ text }]);
});
