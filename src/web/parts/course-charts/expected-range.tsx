import type { ExpectedRange } from '../../../clinical/watch/change-point/expected-response';
import type { ChartSession } from '../../../records/courses/course-page.query';
import { round, type TimeAxis } from './course-chart';

interface ExpectedProps {
  /** Sessions of one usual. */
  readonly sessions: readonly ChartSession[];
  readonly axis: TimeAxis;
  readonly of: (session: ChartSession) => ExpectedRange;
  readonly at: (value: number) => number;
}

/** How far the range reaches before its first session and behind its last: one session alone has a width too. */
const BESIDE = 14;

/**
 * What was expected of each session before it was judged: this patient's usual, and between what and what eight of ten
 * sessions lie. A mark below the range is less than expected, before a word is read.
 */
export function ExpectedBand({ sessions, axis, of, at }: ExpectedProps) {
  const corners = (edge: (range: ExpectedRange) => number) =>
    sessions.flatMap((session, i) => {
      const x = axis.x(session.performedOn);
      const y = at(edge(of(session)));
      return [
        ...(i === 0 ? [[round(x - BESIDE), y]] : []),
        [x, y],
        ...(i === sessions.length - 1 ? [[round(x + BESIDE), y]] : []),
      ];
    });
  const line = (points: readonly (readonly (number | undefined)[])[]) =>
    points.map(([x, y]) => `${x},${y}`).join(' ');
  const around = [...corners(({ to }) => to), ...corners(({ from }) => from).toReversed()];
  return (
    <>
      <polygon class="expected" points={line(around)} />
      <polyline class="usual" points={line(corners(({ usual }) => usual))} />
    </>
  );
}
