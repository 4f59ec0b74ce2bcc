import type { ChecklistCourse, Finding } from './checklist-item';
import { excluded, open, sessionsText } from './checklist-item';

/** Of the last three known sessions a bad one counts, even where a good one after it began the suspicion anew. */
const LOOKED_BACK = 3;

/** Is it one bad session? A flag that rests on the length alone counts the short lengths. */
export function oneOff({ evidence, since, restsOn, rules }: ChecklistCourse): Finding {
  const known = evidence.filter(({ share }) => share);
  const from = Math.min(evidence[since]!.session, known.at(-LOOKED_BACK)?.session ?? 1);
  const low = known.filter(({ session, share }) => {
    if (session < from) return false;
    if (restsOn !== 'length') return share!.benefit <= rules['R.review.less'];
    return share!.length !== undefined && share!.length <= rules['R.watch.length.last-three'];
  });
  if (low.length === 1) return open('only one session with clearly less benefit so far');
  const what = restsOn === 'length' ? 'shorter' : 'less benefit';
  return excluded(low.length ? `${what} at ${sessionsText(low)}` : 'no single session stands out');
}

/** Any one reading at the peak is enough; one too early or at the next visit is none. */
export function peakCheck({ evidence, since }: ChecklistCourse): Finding {
  const unread = evidence.slice(since).filter(({ size }) => !size);
  const early = unread.filter(({ offPeak }) => offPeak === 'early');
  const late = unread.filter(({ offPeak }) => offPeak === 'late');
  const missing = unread.filter(({ offPeak }) => !offPeak);
  const told = [
    missing.length ? `no peak check after ${sessionsText(missing)}` : '',
    early.length ? `judged before the peak after ${sessionsText(early)}` : '',
    late.length ? `judged after the peak after ${sessionsText(late)}` : '',
  ].filter(Boolean);
  if (told.length) return open(told.join(' and '));
  const noScale = evidence.slice(since).filter(({ size }) => !size!.readings.includes('scale'));
  return excluded(
    noScale.length
      ? `judged each time, without a scale after ${sessionsText(noScale)}`
      : 'rated and measured at the peak',
  );
}

export function dataGaps({ evidence, rules }: ChecklistCourse): Finding {
  const known = evidence.filter(({ share }) => share).length;
  const detail = `benefit known in ${known} of ${evidence.length} sessions`;
  return known >= rules['R.checklist.known'] * evidence.length ? excluded(detail) : open(detail);
}

/** Headache days that were recorded do not prove a full diary; that none were says something. */
export function diaryGaps({ sessions, evidence, since }: ChecklistCourse): Finding {
  const without = evidence.slice(since).filter((_, index) => !countedDays(sessions[since + index]!));
  return open(without.length ? `no headache days recorded after ${sessionsText(without)}` : '');
}

function countedDays({ response }: ChecklistCourse['sessions'][number]): boolean {
  return (response?.measurements ?? []).some(
    ({ scale, phase }) => (scale === 'mhd' || scale === 'mmd') && phase !== 'untreated',
  );
}
