import type { ComponentChildren } from 'preact';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import type { ChartSession } from '../../../records/courses/course-page.query';
import { CLASSES } from '../../shared/classes';
import { ProductMark } from './chart-marks';

/** What the marks of the charts mean; only those that are drawn. */
export function Legend({
  sessions,
  flagged,
  withScales,
}: {
  readonly sessions: readonly ChartSession[];
  readonly flagged?: 'flagged' | 'watched';
  readonly withScales: boolean;
}) {
  const lengths = new Set(sessions.map(({ evidence }) => evidence.length?.kind));
  return (
    <ul class="legend" aria-label="What the marks mean">
      {[...new Set(sessions.map(({ product }) => product))].map((product) => (
        <li key={product}>
          <Swatch>
            <ProductMark product={product} x={12} y={9} size={6} />
          </Swatch>
          {PRODUCTS[product].brand}
        </li>
      ))}
      <li>
        <Swatch>
          <line class="usual" x1={1} x2={23} y1={9} y2={9} />
        </Swatch>
        {`${usualWords(sessions)} usual, at this dose`}
      </li>
      <li>
        <Swatch>
          <rect class="expected" x={1} y={3} width={22} height={12} />
        </Swatch>
        expected: eight of ten sessions lie here
      </li>
      {flagged && (
        <li>
          <Swatch>
            <rect class={CLASSES.evidence[flagged]} x={5} y={1} width={14} height={16} rx={4} />
          </Swatch>
          {flagged === 'watched' ? 'it is watched because of this' : 'the flag rests on it'}
        </li>
      )}
      {lengths.has('wore-off') && (
        <li>
          <Swatch>
            <path class="wear-off" d="M7 4L17 14M7 14L17 4" />
          </Swatch>
          wore off
        </li>
      )}
      {lengths.has('at-least') && (
        <li>
          <Swatch>
            <path class="arrow" d="M1 9H18M13 4L19 9L13 14" />
          </Swatch>
          still working when last asked
        </li>
      )}
      <li>
        <Swatch>
          <rect class="three-months" x={1} y={1} width={22} height={16} />
        </Swatch>
        three months after the latest session
      </li>
      {withScales && (
        <>
          <li>
            <Swatch>
              <circle class="start" cx={12} cy={9} r={5} />
            </Swatch>
            start of the cycle
          </li>
          <li>
            <Swatch>
              <circle class="peak" cx={12} cy={9} r={5} />
            </Swatch>
            at the peak
          </li>
          <li>
            <Swatch>
              <path class="expected-bracket" d="M14 2H10V16H14" />
              <line class="usual-stroke" x1={6} x2={14} y1={9} y2={9} />
            </Swatch>
            expected at the peak
          </li>
          <li>
            <Swatch>
              <rect class="band" x={4} y={1} width={16} height={16} />
            </Swatch>
            less than the change that matters
          </li>
        </>
      )}
    </ul>
  );
}

/** Whose usual is drawn. */
function usualWords(sessions: readonly Pick<ChartSession, 'usualOf'>[]): string {
  const whose = new Set(sessions.map(({ usualOf }) => usualOf));
  if (!whose.has('indication')) return 'this patient’s';
  return whose.has('patient') ? 'this patient’s or, without benefit, the indication’s' : 'the indication’s';
}

function Swatch({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg class="swatch" viewBox="0 0 24 18" width={24} height={18} aria-hidden="true">
      {children}
    </svg>
  );
}
