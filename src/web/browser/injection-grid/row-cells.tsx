import type { Guidance } from '../../../clinical/catalogue/guidance';
import { INJECTION_SIDES, isMuscle, MUSCLES, type InjectionSide } from '../../../clinical/catalogue/muscles';
import type { ToxinProduct } from '../../../clinical/units';
import { GUIDANCE_WORDS, SIDE_WORDS } from '../../shared/injection-words';
import type { Gap } from '../grid-state/grid-judge';
import type { GridAction, GridRow } from '../grid-state/grid-state';
import { selectsOnFocus } from './field-focus';
import { MuscleCombobox } from './muscle-combobox';
import { UnitsInput } from './units-input';

/** What the cells of a row share. */
export interface CellProps {
  readonly row: GridRow;
  readonly product: ToxinProduct;
  readonly guidance: readonly Guidance[];
  readonly unitsBefore: ReadonlyMap<number, string>;
  readonly dispatch: (action: GridAction) => void;
  readonly onEnter: (key: number, backwards: boolean) => void;
  readonly onGoTo: (key: number, field: 'units' | 'muscle') => void;
  /** The muscle and side, as a screen reader says them with each field. */
  readonly place: string;
  readonly isInvalid: (field: Gap['field']) => boolean | undefined;
  /** The id of what is wrong with the row. */
  readonly messages: string | undefined;
}

export function MuscleCell({ row, place, product, isInvalid, messages, dispatch, onGoTo }: CellProps) {
  const { key } = row;
  const usual = isMuscle(row.muscle) ? MUSCLES[row.muscle].usualRange[product] : undefined;
  return (
    <td>
      <MuscleCombobox
        id={`muscle-${key}`}
        label={`Muscle, ${place}`}
        text={row.text}
        muscle={row.muscle}
        invalid={isInvalid('muscle') ?? false}
        describedBy={messages}
        onText={(text) => dispatch({ type: 'search', key, text })}
        onPick={(muscle, side) => dispatch({ type: 'muscle', key, muscle, side })}
        onDone={() => onGoTo(key, 'units')}
      />
      {usual && <small class="muted">usual a side: {usual.text}</small>}
    </td>
  );
}

export function SideCell({ row, place, dispatch }: CellProps) {
  return (
    <td>
      <select
        aria-label={`Side, ${place}`}
        onChange={(event) =>
          dispatch({ type: 'side', key: row.key, side: event.currentTarget.value as InjectionSide })
        }
      >
        {sidesFor(row).map((side) => (
          <option key={side} value={side} selected={side === row.side}>
            {SIDE_WORDS[side]}
          </option>
        ))}
      </select>
    </td>
  );
}

export function UnitsCell({ row, place, unitsBefore, isInvalid, messages, dispatch, onEnter }: CellProps) {
  const { key, units, side } = row;
  const before = unitsBefore.get(key);
  return (
    <td class="cell-units">
      <UnitsInput
        row={row}
        id={`units-${key}`}
        dispatch={dispatch}
        onKey={(event) => {
          if (event.key !== 'Enter') return false;
          onEnter(key, event.shiftKey);
          return true;
        }}
        attributes={{
          'aria-label': `Units, ${place}`,
          'aria-invalid': isInvalid('units'),
          'aria-describedby': messages ?? `before-${key}`,
        }}
      />
      <small id={`before-${key}`} class="muted">
        {before !== undefined && before !== '' && before !== units
          ? `was ${before} U`
          : side === 'bilateral' && 'both sides'}
      </small>
    </td>
  );
}

type NumberCellProps = CellProps & { readonly field: 'sites' | 'volumeMl'; readonly label: string };

export function NumberCell({ row, field, label, place, isInvalid, dispatch, onEnter }: NumberCellProps) {
  return (
    <td>
      <input
        class="num"
        type="text"
        inputMode={field === 'sites' ? 'numeric' : 'decimal'}
        autocomplete="off"
        aria-label={`${label}, ${place}`}
        aria-invalid={isInvalid(field)}
        value={row[field]}
        {...selectsOnFocus}
        onInput={({ currentTarget: { value } }) => dispatch({ type: 'row', key: row.key, field, value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          onEnter(row.key, event.shiftKey);
        }}
      />
    </td>
  );
}

export function GuidanceCell({ row, place, guidance, dispatch }: CellProps) {
  return (
    <td>
      <select
        aria-label={`Guidance, ${place}`}
        onChange={({ currentTarget: { value } }) =>
          dispatch({ type: 'row', key: row.key, field: 'guidance', value })
        }
      >
        <option value="" selected={row.guidance === ''}>
          –
        </option>
        {guidance.map((slug) => (
          <option key={slug} value={slug} selected={slug === row.guidance}>
            {GUIDANCE_WORDS[slug] ?? slug}
          </option>
        ))}
      </select>
    </td>
  );
}

function sidesFor({ muscle, side }: GridRow): readonly InjectionSide[] {
  if (!isMuscle(muscle)) return INJECTION_SIDES.filter((other) => other !== 'midline').toSorted(rightFirst);
  const fitting = INJECTION_SIDES.filter((other) => (other === 'midline') !== MUSCLES[muscle].paired);
  return (fitting.includes(side) ? fitting : [...fitting, side]).toSorted(rightFirst);
}

function rightFirst(a: InjectionSide, b: InjectionSide): number {
  const order: readonly InjectionSide[] = ['right', 'left', 'bilateral', 'midline'];
  return order.indexOf(a) - order.indexOf(b);
}
