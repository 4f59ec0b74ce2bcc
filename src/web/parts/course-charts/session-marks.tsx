import { addDays, type PlainDate } from '../../../clinical/calendar';
import { ProductMark } from './chart-marks';
import { CLASSES } from '../../shared/classes';
import type { ChartSession } from '../../../records/courses/course-page.query';
import type { TimeAxis } from './course-chart';
import { EFFECT, LENGTH_BOTTOM, NUMBER, OF_USUAL, type ResponseScales, SIZE_TOP } from './response-scales';

interface MarksProps {
  readonly session: ChartSession;
  readonly axis: TimeAxis;
  readonly scales: ResponseScales;
  /** At most this share of the usual is drawn as low. */
  readonly lowUpTo: number;
  /** A flag rests on it; `watched` where it is no task. */
  readonly mark?: 'flagged' | 'watched';
}

/** What came of one session. It can be linked to (`#session-3`). */
export function SessionMarks({ session, axis, scales, lowUpTo, mark }: MarksProps) {
  const { number, performedOn, product, evidence } = session;
  const { sizeAt, lengthAt } = scales;
  const x = axis.x(performedOn);
  const clip = (day: PlainDate) => Math.min(axis.right, axis.x(day));
  const { size, length, share } = evidence;
  const low = share !== undefined && share.benefit <= lowUpTo;
  return (
    <g id={`session-${number}`} class={low ? 'session low' : 'session'}>
      {mark && (
        <rect
          class={CLASSES.evidence[mark]}
          x={x - 15}
          y={SIZE_TOP - 4}
          width={30}
          height={OF_USUAL + 6 - SIZE_TOP}
          rx={6}
        />
      )}
      <rect class="halo" x={x - 15} y={SIZE_TOP - 4} width={30} height={OF_USUAL + 6 - SIZE_TOP} rx={6} />
      {size && (
        <>
          <ProductMark product={product} x={x} y={sizeAt(size.improvementPct)} size={6} />
          <text
            class="value"
            x={x}
            y={sizeAt(size.improvementPct) + (size.improvementPct > 88 ? 19 : -10)}
            text-anchor="middle"
          >
            {Math.round(size.improvementPct)}
          </text>
        </>
      )}
      {length && (
        <>
          <line class="length" x1={x} x2={x} y1={LENGTH_BOTTOM} y2={lengthAt(length.days)} />
          {length.kind === 'at-least' ? (
            <path class="arrow" d={arrowUp(x, lengthAt(length.days))} />
          ) : (
            <path class="wear-off" d={cross(x, lengthAt(length.days))} />
          )}
          <line class="effect" x1={x} x2={clip(addDays(performedOn, length.days))} y1={EFFECT} y2={EFFECT} />
          {length.kind === 'at-least' ? (
            <path class="arrow" d={arrowRight(clip(addDays(performedOn, length.days)), EFFECT)} />
          ) : (
            <path class="wear-off" d={cross(clip(addDays(performedOn, length.days)), EFFECT)} />
          )}
        </>
      )}
      <line class="given" x1={x} x2={x} y1={EFFECT - 8} y2={EFFECT + 8} />
      <text class="number" x={x} y={NUMBER} text-anchor="middle">
        {number}
      </text>
      {share && (
        <text class="share" x={x} y={OF_USUAL} text-anchor="middle">
          {Math.round(100 * share.benefit)}
        </text>
      )}
    </g>
  );
}

function cross(x: number, y: number): string {
  return `M${x - 5} ${y - 5}L${x + 5} ${y + 5}M${x - 5} ${y + 5}L${x + 5} ${y - 5}`;
}

function arrowUp(x: number, y: number): string {
  return `M${x} ${y}V${y - 10}M${x - 5} ${y - 5}L${x} ${y - 11}L${x + 5} ${y - 5}`;
}

function arrowRight(x: number, y: number): string {
  return `M${x} ${y}H${x + 10}M${x + 5} ${y - 5}L${x + 11} ${y}L${x + 5} ${y + 5}`;
}
