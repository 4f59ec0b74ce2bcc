import { appointmentResource, type AppointmentRow } from './appointment';

const ROW: AppointmentRow = {
  id: '0b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11',
  updatedAt: new Date('2026-11-23T14:30:05.250Z'),
  patientId: '6a0b7c1e-5c1f-4e6a-9a57-3f1d2f0f6a12',
  indication: 'cervical_dystonia',
  startsAt: new Date('2026-12-07T15:00:00Z'),
  durationMin: 30,
  booked: 'booked',
  note: null,
  cancelReason: null,
  version: 1,
  createdAt: new Date('2026-11-20T08:00:00Z'),
};

it('begins, ends and has a patient', () => {
  expect(appointmentResource(ROW)).toMatchObject({
    id: ROW.id,
    meta: { versionId: '1' },
    start: '2026-12-07T15:00:00.000Z',
    end: '2026-12-07T15:30:00.000Z',
    minutesDuration: 30,
    created: '2026-11-20T08:00:00.000Z',
    participant: [{ actor: { reference: `Patient/${ROW.patientId}` }, status: 'accepted' }],
  });
});

it.each`
  booked         | status
  ${'booked'}    | ${'booked'}
  ${'attended'}  | ${'fulfilled'}
  ${'no-show'}   | ${'noshow'}
  ${'cancelled'} | ${'cancelled'}
`('$booked is $status', ({ booked, status }) => {
  expect(appointmentResource({ ...ROW, booked }).status).toBe(status);
});

it('says why it was cancelled and what was noted, where it was said', () => {
  expect(appointmentResource({ ...ROW, cancelReason: 'the course ended', note: 'wheelchair' })).toMatchObject(
    {
      cancelationReason: { text: 'the course ended' },
      comment: 'wheelchair',
    },
  );
  const plain = appointmentResource(ROW);
  expect(plain).not.toHaveProperty('cancelationReason');
  expect(plain).not.toHaveProperty('comment');
});
