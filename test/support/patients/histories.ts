import { addDays, type PlainDate } from '../../../src/clinical/calendar';
import type { Client } from '../app';
import { logged } from '../builders';

export interface Outcome {
  readonly improvementPct: number;
  readonly weeks: number;
  readonly product?: string;
  readonly units?: number;
}

/** Sessions thirteen weeks apart from a day on, each with how it turned out; answers the sessions' ids. */
export async function treated(
  client: Client,
  courseId: string,
  from: PlainDate,
  outcomes: readonly Outcome[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const [i, outcome] of outcomes.entries()) {
    const performedOn = addDays(from, 91 * i);
    const { product = 'ona', units = 130 } = outcome;
    const id = await logged(client, courseId, {
      performedOn,
      product,
      injections: [{ muscle: 'splenius_capitis', side: 'right', units, sites: 3, guidance: 'emg' }],
      confirmed: [
        { code: 'S07', reason: 'label range' },
        { code: 'S09', reason: 'planned switch' },
      ],
    });
    await respond(client, id, performedOn, outcome);
    ids.push(id);
  }
  return ids;
}

export async function respond(
  client: Client,
  sessionId: string,
  performedOn: PlainDate,
  { improvementPct, weeks }: Outcome,
): Promise<void> {
  const answer = await client.put(`/sessions/${sessionId}/response`, {
    assessedOn: addDays(performedOn, 35),
    onsetOn: addDays(performedOn, 5),
    woreOffOn: addDays(performedOn, 7 * weeks),
    improvementPct,
  });
  if (answer.status !== 200) throw new Error(`no response recorded: ${JSON.stringify(answer.body)}`);
}

const GOOD: Outcome = { improvementPct: 65, weeks: 13 };
const POOR: Outcome = { improvementPct: 20, weeks: 6 };

/** Five good sessions, then two that gave little. */
export const FADING: readonly Outcome[] = [
  GOOD,
  GOOD,
  { improvementPct: 70, weeks: 12 },
  GOOD,
  GOOD,
  POOR,
  POOR,
];
export { GOOD, POOR };
