import type { PlainDate } from '../../../clinical/calendar';
import { dayText } from '../../../clinical/due/due-text';
import { INDICATIONS } from '../../../clinical/catalogue/indications';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import type { OutcomeGroup } from '../../../reporting/outcome-groups.query';

interface OutcomeTableProps {
  readonly groups: readonly OutcomeGroup[];
  /** The first day that counts. */
  readonly from?: PlainDate;
  /** Nobody asked for that day. */
  readonly isUsual: boolean;
}

/** What came of the sessions, an indication and product a row: numbers with a bar beside them. */
export function OutcomeTable({ groups, from, isUsual }: OutcomeTableProps) {
  const longest = Math.max(1, ...groups.map(({ medianEffectDays }) => medianEffectDays ?? 0));
  const mostEvents = Math.max(10, ...groups.map((group) => group.adverseEventsPer100Sessions));
  return (
    <section class="panel stack" aria-labelledby="outcomes">
      <h2 id="outcomes">Outcomes per indication and product</h2>
      <p class="muted">
        Improvement as patients rate it, median. Length of effect after Kaplan and Meier: an effect still felt
        counts as at least so long; a dash where the median is not reached. Products are not compared: groups
        differ in more than the product.
      </p>
      {isUsual && from && (
        <p>
          {`Sessions of the last year, since ${dayText(from)}. `}
          <a href="/reports?from=">All sessions</a>
        </p>
      )}
      {groups.length === 0 ? (
        <p class="empty">No session fits these filters.</p>
      ) : (
        <div class="scroll" tabIndex={0} role="region" aria-label="Table of outcomes">
          <table class="table">
            <thead>
              <tr>
                <th scope="col">Indication</th>
                <th scope="col">Product</th>
                <th scope="col" class="num">
                  Patients
                </th>
                <th scope="col" class="num">
                  Sessions
                </th>
                <th scope="col">Improvement</th>
                <th scope="col">Length of effect</th>
                <th scope="col">Side effects per 100 sessions</th>
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => (
                <tr key={`${group.indication}-${group.product}`}>
                  <th scope="row">{INDICATIONS[group.indication].name}</th>
                  <td>{PRODUCTS[group.product].brand}</td>
                  <td class="num">{group.patients}</td>
                  <td class="num">{group.sessions}</td>
                  <Measure
                    value={group.medianImprovementPct}
                    most={100}
                    unit=" %"
                    of={`${group.improvementRatings} rated`}
                  />
                  <Measure
                    value={group.medianEffectDays}
                    most={longest}
                    unit=" days"
                    of={`${group.effectsEnded} ended, ${group.effectsOngoing} ongoing`}
                  />
                  <Measure value={group.adverseEventsPer100Sessions} most={mostEvents} unit="" />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

interface MeasureProps {
  readonly value: number | null;
  readonly most: number;
  readonly unit: string;
  readonly of?: string;
}

function Measure({ value, most, unit, of }: MeasureProps) {
  const share = value === null ? 0 : Math.max(0, Math.min(1, value / most));
  return (
    <td>
      {value === null ? '–' : `${Number(value.toFixed(1))}${unit}`} {of && <small>{of}</small>}
      <svg class="cell-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class="bar-room" width="100" height="8" />
        <rect class="bar-fill" width={share * 100} height="8" />
      </svg>
    </td>
  );
}
