import { randomUUID } from 'node:crypto';
import { addDays } from '../../../src/clinical/calendar';
import type { TestApp } from '../app';
import { logged, registered, signs, started } from '../builders';
import { FADING, treated } from '../patients/histories';

/** One patient with something of everything that can be read. */
export interface ReadPatient {
  readonly patientId: string;
  readonly familyName: string;
  readonly courseId: string;
  readonly sessionId: string;
  readonly signedId: string;
  readonly flagId: string;
  readonly eyeSessionId: string;
  readonly appointmentId: string;
  readonly adverseEventId: string;
  readonly authorizationId: string;
  readonly contactId: string;
  readonly lotId: string;
  readonly vialId: string;
}

const EYE = [
  { muscle: 'orbicularis_oculi', side: 'left', units: 15 },
  { muscle: 'zygomaticus_major', side: 'left', units: 3 },
];
const FROM = addDays('2024-09-02', 0);

/** A patient whose last session of the neck was in March 2026: overdue in November, flagged, booked for December 7. That of the face is to be called about. */
export async function aReadPatient(
  { neurologist, scheduler }: TestApp,
  familyName: string,
): Promise<ReadPatient> {
  const patientId = await registered(scheduler, { familyName });
  const courseId = await started(neurologist, { patientId });
  const sessions = await treated(neurologist, courseId, FROM, FADING);
  const [signedId, sessionId] = [sessions[0]!, sessions.at(-1)!];
  await signs(neurologist, signedId);
  const eyeCourseId = await started(neurologist, { patientId, indication: 'hemifacial_spasm', side: 'left' });
  const eyeSessionId = await logged(neurologist, eyeCourseId, {
    performedOn: '2026-11-12',
    injections: EYE,
    vials: [{ lotNumber: 'C1', expiresOn: '2027-06-30', vialUnits: 100, unitsDiscarded: 82 }],
  });
  await started(neurologist, { patientId, indication: 'blepharospasm' });
  const made = async (path: string, body: object): Promise<string> => {
    const answer = await neurologist.post<{ id: string }>(path, body);
    if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body.id;
  };
  const adverseEventId = await made('/adverse-events', {
    sessionId,
    kind: 'ptosis',
    onsetOn: '2026-03-10',
    severity: 'mild',
    serious: false,
  });
  await made('/external-doses', { patientId, givenOn: '2024-01-10', brand: 'Jeuveau', source: 'patient' });
  const appointmentId = await made(`/courses/${courseId}/appointments`, {
    startsAt: '2026-12-07T15:00:00Z',
    callEarlier: true,
  });
  const contactId = await made(`/courses/${courseId}/contacts`, { channel: 'phone', outcome: 'agreed' });
  const lotId = await made('/lots', {
    patientId,
    product: 'ona',
    lotNumber: familyName,
    expiresOn: '2027-06-30',
    vialUnits: 200,
  });
  const vialId = await made('/vials', { lotId });
  await neurologist.post(`/vials/${vialId}/open`, {});
  const authorizationId = await made('/authorizations', {
    patientId,
    payer: 'Acme',
    number: randomUUID(),
    product: 'ona',
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
  });
  await made('/coverage-overrides', { patientId, coverage: 'pa_usual', reason: 'contract' });
  const flags = await neurologist.get<{ items: { id: string }[] }>(`/flags?courseId=${courseId}`);
  const flagId = flags.body.items[0]!.id;
  return {
    patientId,
    familyName,
    courseId,
    sessionId,
    signedId,
    flagId,
    eyeSessionId,
    appointmentId,
    adverseEventId,
    authorizationId,
    contactId,
    lotId,
    vialId,
  };
}
