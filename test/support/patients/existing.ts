import { randomUUID } from 'node:crypto';
import type { TestApp } from '../app';
import { logged, registered, signs, started } from '../builders';
import { RIGHT, type Existing } from '../right-bodies';

export interface ExistingThings extends Existing {
  /** The address of an operation with ids of these things in it. */
  address(path: string): string;
}

/** One of everything that an operation of the API may be about. */
export async function oneOfEach({ neurologist, scheduler, admin }: TestApp): Promise<ExistingThings> {
  const patientId = await registered(neurologist);
  const courseId = await started(neurologist, { patientId });
  const sessionId = await logged(neurologist, courseId, { performedOn: '2026-08-03' });
  const signedId = await logged(neurologist, courseId, { performedOn: '2026-04-03' });
  await signs(neurologist, signedId);
  const lot = await neurologist.post('/lots', RIGHT['POST /lots']!({ patientId, courseId, sessionId }));
  const made = { patientId, courseId, sessionId, lotId: lot.body.id as string };

  async function post(
    client: typeof admin,
    operation: string,
  ): Promise<{ id: string; holds: { id: string }[] }> {
    const path = operation.replace('POST ', '').replace('{id}', courseId);
    const { status, body } = await client.post(path, RIGHT[operation]!(made));
    if (status !== 201) throw new Error(`${operation}: ${JSON.stringify(body)}`);
    return body as { id: string; holds: { id: string }[] };
  }

  const holdId = (await post(neurologist, 'POST /courses/{id}/holds')).holds[0]!.id;
  const precaution = await neurologist.post(`/patients/${patientId}/precautions`, {
    code: 'muscle_relaxant',
  });
  const subjects: Record<string, string> = {
    patients: patientId,
    courses: courseId,
    'adverse-events': (await post(neurologist, 'POST /adverse-events')).id,
    'external-doses': (await post(neurologist, 'POST /external-doses')).id,
    lots: made.lotId,
    vials: (await post(neurologist, 'POST /vials')).id,
    protocols: (await post(neurologist, 'POST /protocols')).id,
    authorizations: (await post(scheduler, 'POST /authorizations')).id,
    payers: (await post(scheduler, 'POST /payers')).id,
    appointments: (await post(scheduler, 'POST /courses/{id}/appointments')).id,
    precautions: precaution.body.id as string,
    users: (await post(admin, 'POST /users')).id,
  };

  function address(path: string): string {
    const sessions = path.endsWith('/amend') ? signedId : sessionId;
    const subject = { ...subjects, sessions }[path.split('/')[1]!] ?? randomUUID();
    return path.replace('{holdId}', holdId).replace('{version}', '1').replace('{id}', subject);
  }

  return { ...made, address };
}
