import type { CohortSession } from './cohort';
import type { Random } from './random';
import type { Setting } from './settings';

type Response = CohortSession['response'];

/** What of a response the simulated clinic keeps, and when it asks: the same courses, seen otherwise. */
export function keptOf(response: Response, setting: Setting, interval: number, random: Random): Response {
  return mistimed(withoutWhatIsNotRecorded(response, setting), setting, interval, random);
}

function withoutWhatIsNotRecorded(response: Response, { records }: Setting): Response {
  if (!records) return response;
  const length = records.includes('length');
  return {
    ...response,
    peakImprovementPct: records.includes('rating') ? response.peakImprovementPct : null,
    pgic: records.includes('pgic') ? response.pgic : null,
    scale: records.includes('scale') ? response.scale : null,
    wearOffDate: length ? response.wearOffDate : null,
    wearOffStatus: length ? response.wearOffStatus : 'unknown',
  };
}

/** Judged before the effect has set in, or at the next visit when it is gone: what is rated then is too low. */
function mistimed(
  response: Response,
  { mistimed: shares }: Setting,
  interval: number,
  random: Random,
): Response {
  if (!shares) return response;
  const when = random.unit();
  const [early, factor, lateFactor] = [
    random.whole(3, 11),
    random.between(0.1, 0.6),
    random.between(0.2, 0.6),
  ];
  if (when < shares.early) return lowered(response, factor, early);
  return when < shares.early + shares.late ? lowered(response, lateFactor, interval) : response;
}

function lowered(response: Response, factor: number, judgedDays: number): Response {
  const { peakImprovementPct: rating, pgic, scale } = response;
  const lost = 1 - factor;
  return {
    ...response,
    judgedDays,
    peakImprovementPct: rating === null ? null : Math.round((rating * factor) / 10) * 10,
    pgic: pgic === null ? null : Math.min(7, Math.round(pgic + lost * (4 - pgic))),
    scale:
      scale && typeof scale.peak === 'number' && typeof scale.baseline === 'number'
        ? { ...scale, peak: Math.round(scale.peak + lost * (scale.baseline - scale.peak)) }
        : scale,
  };
}
