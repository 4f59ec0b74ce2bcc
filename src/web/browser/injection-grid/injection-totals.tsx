import { PRODUCTS } from '../../../clinical/catalogue/products';
import type { SessionTotals } from '../../../clinical/doses/session-totals';
import { numberWords } from '../../shared/injection-words';
import { sideSums } from '../../shared/side-sums';

/** Units so far: each side, the session, and every limit with what is left of it. */
export function InjectionTotals({ totals }: { readonly totals: SessionTotals | undefined }) {
  if (!totals) return <p class="muted">Totals appear once the day of the session is filled in.</p>;
  const { cumulative, caps } = totals;
  const { right, left, midline } = sideSums(totals.bySide);
  const { brand } = PRODUCTS[totals.product];
  const weeks = cumulative.windowDays % 7 === 0 ? ` (${cumulative.windowDays / 7} weeks)` : '';
  return (
    <section class="totals" aria-label="Totals and limits">
      <dl class="sums">
        <Sum name="This session" units={totals.units} strong />
        <Sum name="Right" units={right} />
        <Sum name="Left" units={left} />
        {midline > 0 && <Sum name="Midline" units={midline} />}
      </dl>
      <div class="caps">
        {caps.map((cap) => (
          <CapBar
            key={`${cap.ruleId} ${cap.scope}`}
            {...cap}
            text={
              caps.some((other) => other !== cap && other.ruleId === cap.ruleId)
                ? `${cap.text}, ${cap.scope}`
                : cap.text
            }
            brand={PRODUCTS[cap.product].brand}
          />
        ))}
        {cumulative.capUnits === null && (
          <p class="cap-words">
            <span>All courses, three months{weeks}</span>
            <span class="num">
              <b>{numberWords(cumulative.units)}</b> U {brand} · no limit is set
            </span>
          </p>
        )}
      </div>
    </section>
  );
}

function Sum({ name, units, strong }: { name: string; units: number; strong?: boolean }) {
  return (
    <div class={strong ? 'sum sum-all' : 'sum'}>
      <dt>{name}</dt>
      <dd class="num">{numberWords(units)} U</dd>
    </div>
  );
}

interface CapBarProps {
  readonly text: string;
  readonly units: number;
  readonly capUnits: number;
  readonly brand: string;
}

/** A limit as a bar that fills: what is used, what is left, what is over. Said in words too. */
function CapBar({ text, units, capUnits, brand }: CapBarProps) {
  const over = units > capUnits;
  const full = capUnits > 0 ? Math.min(100, (units / capUnits) * 100) : 100;
  const rest = over ? `${numberWords(units - capUnits)} U over` : `${numberWords(capUnits - units)} U left`;
  return (
    <div class={over ? 'cap-over' : full >= 90 ? 'cap-near' : undefined}>
      <div class="cap-words">
        <span>{text}</span>
        <span class="num">
          <b>{numberWords(units)}</b> of {numberWords(capUnits)} U {brand} · {rest}
        </span>
      </div>
      <svg class="cap-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect class="cap-track" x="0" y="0" width="100" height="4" />
        <rect class="cap-fill" x="0" y="0" width={full} height="4" />
      </svg>
    </div>
  );
}
