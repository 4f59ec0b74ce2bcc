import type { Guidance } from '../../../../clinical/catalogue/guidance';
import type { Finding } from '../../../../clinical/finding';
import { isMuscle } from '../../../../clinical/catalogue/muscles';
import type { Gap } from '../../grid-state/grid-judge';
import type { GridRow, GridState } from '../../grid-state/grid-state';
import type { GridAction } from '../../grid-state/reduce-grid';
import { placeWords } from '../../../shared/injection-words';
import {
  GuidanceCell,
  MuscleCell,
  SideCell,
  SitesCell,
  UnitsCell,
  VolumeCell,
  type CellProps,
} from './row-cells';

export interface InjectionRowsProps {
  readonly state: GridState;
  readonly guidance: readonly Guidance[];
  /** Units copied forward, by row. */
  readonly unitsBefore: ReadonlyMap<number, string>;
  readonly gaps: readonly Gap[];
  readonly dispatch: (action: GridAction) => void;
  /** Enter in a row: to the next one, or to a new one after the last. */
  readonly onEnter: (key: number, backwards: boolean) => void;
  readonly onGoTo: (key: number, field: 'units' | 'muscle') => void;
  readonly onRemove: (key: number) => void;
  readonly findingsOf: (key: number) => readonly Finding[];
  readonly showFinding: (finding: Finding) => preact.ComponentChildren;
}

/** The list of injections, a row per muscle and side. */
export function InjectionRows(props: InjectionRowsProps) {
  return (
    <table class="grid">
      <thead>
        <tr>
          <th scope="col">Muscle</th>
          <th scope="col">Side</th>
          <th scope="col">Units</th>
          <th scope="col">Sites</th>
          <th scope="col">mL</th>
          <th scope="col">Guidance</th>
          <th scope="col">
            <span class="visually-hidden">Remove</span>
          </th>
        </tr>
      </thead>
      {props.state.rows.map((row) => (
        <Row key={row.key} row={row} {...props} />
      ))}
    </table>
  );
}

function Row(props: InjectionRowsProps & { readonly row: GridRow }) {
  const { row, gaps, findingsOf, showFinding, onRemove } = props;
  const { key } = row;
  const rowGaps = gaps.filter((gap) => gap.key === key);
  const findings = findingsOf(key);
  const messages = rowGaps.length > 0 ? `row-${key}-messages` : undefined;
  const place = isMuscle(row.muscle) ? placeWords(row.muscle, row.side) : 'new row';
  const cell: CellProps = {
    ...props,
    place,
    messages,
    isInvalid: (field) => rowGaps.some((gap) => gap.field === field) || undefined,
  };
  return (
    <tbody>
      <tr>
        <MuscleCell {...cell} />
        <SideCell {...cell} />
        <UnitsCell {...cell} />
        <SitesCell {...cell} />
        <VolumeCell {...cell} />
        <GuidanceCell {...cell} />
        <td>
          <button
            type="button"
            class="quiet remove"
            aria-label={`Remove ${place}`}
            onClick={() => onRemove(key)}
          >
            ×
          </button>
        </td>
      </tr>
      {(rowGaps.length > 0 || findings.length > 0) && (
        <tr class="row-messages">
          <td colSpan={7} id={`row-${key}-messages`}>
            {rowGaps.map(({ message }) => (
              <p key={message} class="error">
                {message}
              </p>
            ))}
            {findings.map(showFinding)}
          </td>
        </tr>
      )}
    </tbody>
  );
}
