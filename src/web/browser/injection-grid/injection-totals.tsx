import { PRODUCTS } from '../../../clinical/catalogue/products';
import type { SessionTotals } from '../../../clinical/doses/session-totals';
import { counted } from '../../../clinical/words';
import { numberWords } from '../../shared/injection-words';
import { sideSums } from '../../shared/side-sums';

/** Units so far: each side, the session, and the limit that is fullest with what is left of it; the others are folded. */
export function InjectionTotals({ totals }: { readonly totals: SessionTotals | undefined }) {
  if (!totals) return <p class="muted">Totals appear once the day of the session is filled in.</p>;
  const { cumulative, caps } = totals;
  const { right, left, midline } = sideSums(totals.bySide);
  const { brand } = PRODUCTS[totals.product];
  const [fullest, ...others] = caps.toSorted((a, b) => filled(b) - filled(a));
  const over = others.filter(isOver).length;
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
        {fullest && <Cap cap={fullest} caps={caps} />}
        {cumulative.capUnits === null && (
          <p class="cap-words">
            <span>All courses, three months{weeks}</span>{' '}
            <span class="num">
              <b>{numberWords(cumulative.units)}</b> U {brand} · no limit is set
            </span>
          </p>
        )}
      </div>
      {others.length > 0 && (
        <details class="caps-more">
          <summary>
            {counted(others.length, 'more limit')}
            {over > 0 && <b class="cap-over-count">{`, ${over} passed`}</b>}
          </summary>
          {others.map((cap) => (
            <Cap key={`${cap.ruleId} ${cap.scope}`} cap={cap} caps={caps} />
          ))}
        </details>
      )}
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

type DoseCap = SessionTotals['caps'][number];

/** From so much of a limit its bar is marked: how a bar looks, no rule (P). */
const NEAR_PCT = 90;

interface CapProps {
  readonly cap: DoseCap;
  /** All of the session: one that is asked of each side says of which. */
  readonly caps: readonly DoseCap[];
}

/** A limit as a bar that fills: what is used, what is left, what is over. Said in words too. */
function Cap({ cap, caps }: CapProps) {
  const { units, capUnits } = cap;
  const { brand } = PRODUCTS[cap.product];
  const full = Math.min(100, filled(cap) * 100);
  const isOneOfSeveral = caps.some((other) => other !== cap && other.ruleId === cap.ruleId);
  const rest = isOver(cap)
    ? `${numberWords(units - capUnits)} U over`
    : `${numberWords(capUnits - units)} U left`;
  return (
    <div class={isOver(cap) ? 'cap-over' : full >= NEAR_PCT ? 'cap-near' : undefined}>
      <div class="cap-words">
        <span>{isOneOfSeveral ? `${cap.text}, ${cap.scope}` : cap.text}</span>{' '}
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

/** How much of a limit is used, as a share; of one of nothing all. */
function filled({ units, capUnits }: DoseCap): number {
  return capUnits > 0 ? units / capUnits : Infinity;
}

function isOver({ units, capUnits }: DoseCap): boolean {
  return units > capUnits;
}
