import { randomUUID } from 'node:crypto';
import { addDays } from '../../src/clinical/calendar';
import { aCourse, aPatient, aSession } from '../support/builders';
import type { Attempt, Event } from './history';

/** What came back, or that nothing did. */
interface Reply {
  readonly status: number | undefined;
  readonly detail: string;
  readonly body: unknown;
}

export interface Writer {
  readonly history: Event[];
  /** Answers that no fault excuses. */
  readonly wrong: string[];
  readonly counts: Map<string, number>;
  /** What a 503 said, each once. */
  readonly refusals: Set<string>;
  /** How long the longest of its requests took since this was last asked, in milliseconds. */
  takeLongest(): number;
  /** Settled once no request of it is under way; it goes on after `resume`. */
  pause(): Promise<void>;
  resume(): void;
  stop(): Promise<void>;
}

const SESSIONS_A_COURSE = 12;
/** A client waits so long; then it does not know. */
const PATIENCE_MS = 60_000;
const AGAIN_MS = 50;

/**
 * Writes one thing after the other, as a clinic's client does: under ids of its own, and again under the same id until it is
 * told how it stands. Between them it looks, and asks for what cannot be.
 */
export function startWriter(url: string, token: string): Writer {
  const history: Event[] = [];
  const wrong: string[] = [];
  const counts = new Map<string, number>();
  const refusals = new Set<string>();
  let longest = 0;
  let stopped = false;
  let gate: Promise<void> | undefined;
  let open = (): void => undefined;
  let atGate = (): void => undefined;

  async function ask(method: string, path: string, body?: unknown): Promise<Reply> {
    const since = performance.now();
    try {
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const { status, headers } = response;
      const answer = (await response.json()) as { detail?: string };
      count(String(status));
      if (status === 503) refusals.add(answer.detail ?? '');
      if (status >= 500 && status !== 503) wrong.push(`${method} ${path}: ${status} ${answer.detail}`);
      if (
        status === 503 &&
        !(headers.get('content-type')?.startsWith('application/problem+json') && headers.get('retry-after'))
      )
        wrong.push(`${method} ${path}: a 503 that is no problem, or does not say when to come back`);
      return { status, detail: answer.detail ?? '', body: answer };
    } catch {
      count('no answer');
      return { status: undefined, detail: '', body: undefined };
    } finally {
      longest = Math.max(longest, performance.now() - since);
    }
  }

  function count(what: string): void {
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }

  async function turn(): Promise<void> {
    if (!gate) return;
    atGate();
    await gate;
  }

  /** Until it is known how it stands. @returns whether it is written. */
  async function send(path: string, what: Omit<Attempt, 'outcome'>, body: object): Promise<boolean> {
    for (;;) {
      await turn();
      if (stopped) return false;
      const attempt: Attempt = { ...what, outcome: 'unknown' };
      history.push(attempt);
      const reply = await ask('POST', path, { id: what.id, ...body });
      attempt.outcome = outcomeOf(reply);
      if (attempt.outcome === 'written' || attempt.outcome === 'repeated') return true;
      if (attempt.outcome === 'refused') return false;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }

  async function look(courseId: string): Promise<void> {
    await turn();
    const { status, body } = await ask('GET', `/courses/${courseId}/sessions?limit=100`);
    if (status !== 200) return;
    const { items } = body as { items: { id: string }[] };
    history.push({ kind: 'look', courseId, seen: items.map(({ id }) => id) });
  }

  async function treatPatient(): Promise<void> {
    const [patientId, courseId] = [randomUUID(), randomUUID()];
    if (!(await send('/patients', { kind: 'patient', id: patientId }, aPatient()))) return;
    const started = aCourse(patientId);
    if (!(await send('/courses', { kind: 'course', id: courseId }, started))) return;
    for (let n = 0; n < SESSIONS_A_COURSE && !stopped; n += 1) {
      const session = aSession(courseId, { performedOn: addDays('2022-01-10', 91 * n) });
      const injections = (session.injections as unknown[]).length;
      const id = randomUUID();
      if (!(await send('/sessions', { kind: 'session', id, courseId, injections }, session)) && !stopped)
        wrong.push(`session ${n + 1} of a course was refused`);
      await look(courseId);
      if (n % 4 === 0)
        await send(
          '/sessions',
          { kind: 'session', id: randomUUID(), courseId, injections },
          { ...session, injections: [{ muscle: 'trapezius', side: 'right', units: -5 }] },
        );
    }
  }

  const finished = (async () => {
    while (!stopped) await treatPatient();
    atGate();
  })();

  return {
    history,
    wrong,
    counts,
    refusals,
    takeLongest() {
      const taken = longest;
      longest = 0;
      return taken;
    },
    pause() {
      gate = new Promise((resolve) => (open = resolve));
      return new Promise((resolve) => (atGate = resolve));
    },
    resume() {
      gate = undefined;
      open();
    },
    async stop() {
      stopped = true;
      open();
      await finished;
    },
  };
}

function outcomeOf({ status, detail }: Reply): Attempt['outcome'] {
  if (status === 201) return 'written';
  if (status === 200) return 'repeated';
  if (status === undefined || status >= 500)
    return detail.includes('Nothing was written') ? 'unwritten' : 'unknown';
  return 'refused';
}
