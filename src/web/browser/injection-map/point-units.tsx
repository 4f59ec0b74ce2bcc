import { numberText, readNumber } from '../../shared/typed-number';
import { pointsOf, withoutPoint, withPointUnits } from '../grid-state/grid-points';
import type { GridRow } from '../grid-state/grid-state';
import type { GridAction } from '../grid-state/reduce-grid';
import { isAmount } from '../grid-state/typed-amounts';

interface PointUnitsProps {
  readonly row: GridRow;
  readonly dispatch: (action: GridAction) => void;
}

/** What each point gets; together they are the units of the row. */
export function PointUnits({ row, dispatch }: PointUnitsProps) {
  const points = pointsOf(row);
  if (points.length === 0) return null;
  const change = (changed: typeof points) => dispatch({ type: 'points', key: row.key, points: changed });
  return (
    <ol class="map-points">
      {points.map((point, at) => (
        // A place has no other name than where it stands in the list.
        <li key={at}>
          <input
            inputMode="decimal"
            aria-label={`Units of point ${at + 1}`}
            value={numberText(point.units)}
            onChange={({ currentTarget }) => {
              const { value } = currentTarget;
              if (isAmount(value)) change(withPointUnits(row, at, readNumber(value)!));
              else currentTarget.value = numberText(point.units);
            }}
          />{' '}
          U{' '}
          <button
            type="button"
            class="quiet"
            aria-label={`Remove point ${at + 1}`}
            onClick={() => change(withoutPoint(row, at))}
          >
            ×
          </button>
        </li>
      ))}
    </ol>
  );
}
