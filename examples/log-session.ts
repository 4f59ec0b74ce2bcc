/*
 * Logs a session as another system would: asks first what speaks against it, sends it under an id of its own, so that
 * sending again writes nothing twice, and says when the course is due next.
 *
 *   CLINIC_TOKEN=… node examples/log-session.ts <course> <day> <product> <muscle> <side> <units>
 */
interface Finding {
  readonly code: string;
  readonly severity: 'stop' | 'confirm' | 'note';
  readonly message: string;
}

interface Logged {
  readonly totalUnits: number;
  readonly nextDueOn: string;
}

const CLINIC = process.env['CLINIC_URL'] ?? 'http://127.0.0.1:3000';

async function post<T>(path: string, body: object): Promise<T> {
  const answer = await fetch(`${CLINIC}/api/v1${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${process.env['CLINIC_TOKEN']}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  const said: unknown = await answer.json();
  if (answer.ok) return said as T;
  const { title, detail = '' } = said as { title: string; detail?: string };
  throw new Error(`${answer.status} ${title}: ${detail}`);
}

async function main(): Promise<void> {
  const [courseId, performedOn, product, muscle, side, units] = process.argv.slice(2);
  const session = { courseId, performedOn, product, injections: [{ muscle, side, units: Number(units) }] };

  const { findings } = await post<{ findings: Finding[] }>('/sessions/check', session);
  for (const { code, severity, message } of findings) console.log(`${code} ${severity}: ${message}`);
  if (findings.some(({ severity }) => severity !== 'note')) {
    throw new Error('Not logged: a person is to decide about these findings.');
  }

  const id = crypto.randomUUID();
  await post('/sessions', { id, ...session });
  // As after a broken connection: the same id again is the same session.
  const logged = await post<Logged>('/sessions', { id, ...session });
  console.log(`Logged ${logged.totalUnits} units of ${product}; due again on ${logged.nextDueOn}.`);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
