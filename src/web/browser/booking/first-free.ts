import { wallTimeAt } from '../../../clinical/schedule/wall-clock';
import { sendJson } from '../api-form/send';

/** A time as the fields of a form hold it. */
export interface ProposedTime {
  readonly startsAt: string;
  readonly durationMin: string;
}

interface Slots {
  readonly items: readonly { readonly startsAt: string; readonly durationMin: number }[];
}

/** The first time that fits for a course and those treated with it, on the clinic's wall; undefined where it cannot be had. */
export async function firstFree(
  courseId: string,
  alsoFor: readonly string[],
  zone: string,
): Promise<ProposedTime | undefined> {
  const beside = alsoFor.length > 0 ? `&alsoFor=${alsoFor.join(',')}` : '';
  const sent = await sendJson('GET', `/api/v1/free-slots?courseId=${courseId}${beside}&limit=1`);
  const slot = sent.kind === 'answered' ? (sent.data as Slots).items[0] : undefined;
  if (!slot) return undefined;
  return { startsAt: wallTimeAt(new Date(slot.startsAt), zone), durationMin: String(slot.durationMin) };
}
