import type { ComponentChildren } from 'preact';
import type { Guidance } from '../../../../clinical/catalogue/guidance';
import {
  INJECTION_SIDES,
  isMuscle,
  MUSCLES,
  type InjectionSide,
} from '../../../../clinical/catalogue/muscles';
import { GUIDANCE_WORDS, numberWords, SIDE_WORDS } from '../../../shared/injection-words';
import type { Gap } from '../../grid-state/grid-judge';
import { drawnIn, unitsIn } from '../../grid-state/grid-volumes';
import { numberText } from '../../../shared/typed-number';
import type { GridRow, GridState } from '../../grid-state/grid-state';
import type { GridAction } from '../../grid-state/reduce-grid';
import { selectsOnFocus } from '../field-focus';
import { MuscleCombobox } from './muscle-combobox';
import { UnitsInput } from './units-input';

/** What the cells of a row share. */
export interface CellProps {
  readonly row: GridRow;
  readonly state: GridState;
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

export function MuscleCell({
  row,
  place,
  state: { product },
  isInvalid,
  messages,
  dispatch,
  onGoTo,
}: CellProps) {
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

export function UnitsCell({
  row,
  state,
  place,
  unitsBefore,
  isInvalid,
  messages,
  dispatch,
  onEnter,
}: CellProps) {
  const { key, units, side } = row;
  const before = unitsBefore.get(key);
  const held = unitsIn(row, state);
  return (
    <td class="cell-units">
      <UnitsInput
        units={units}
        id={`units-${key}`}
        onUnits={(value) => dispatch({ type: 'row', key, field: 'units', value })}
        onStep={(steps) => dispatch({ type: 'step', key, steps })}
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
      {held !== undefined && (
        <button
          type="button"
          class="quiet take-units"
          aria-label={`Take ${numberWords(held)} units, which the volume holds, ${place}`}
          onClick={() => dispatch({ type: 'row', key, field: 'units', value: numberText(held) })}
        >
          {`= ${numberWords(held)} U`}
        </button>
      )}
    </td>
  );
}

/** Sites, and beneath it the units that each of them gets. */
export function SitesCell(cell: CellProps) {
  const { siteUnits } = drawnIn(cell.row, cell.state) ?? {};
  return (
    <NumberCell {...cell} field="sites" label="Sites">
      {siteUnits !== undefined && `${numberWords(siteUnits)} U each`}
    </NumberCell>
  );
}

/** The volume: as it is typed, or as units and dilution make it, and beneath it what each site gets. */
export function VolumeCell(cell: CellProps) {
  const { row, state } = cell;
  const drawn = drawnIn(row, state);
  const workedOut = drawn && state.dilution && row.volumeMl === '';
  return (
    <NumberCell
      {...cell}
      field="volumeMl"
      label="Volume in mL"
      placeholder={workedOut ? numberText(drawn.volumeMl) : undefined}
    >
      {drawn && (
        <>
          {workedOut ? (
            <span class="visually-hidden">{`worked out: ${numberText(drawn.volumeMl)} mL `}</span>
          ) : (
            row.volumeMl !== numberText(drawn.volumeMl) && `${numberText(drawn.volumeMl)} worked out `
          )}
          {drawn.siteMl !== undefined && `${numberText(drawn.siteMl)} each`}
        </>
      )}
    </NumberCell>
  );
}

type NumberCellProps = CellProps & {
  readonly field: 'sites' | 'volumeMl';
  readonly label: string;
  /** What is taken while nothing is typed. */
  readonly placeholder?: string;
  /** What stands beneath it. */
  readonly children: ComponentChildren;
};

function NumberCell({
  row,
  field,
  label,
  place,
  placeholder,
  children,
  isInvalid,
  dispatch,
  onEnter,
}: NumberCellProps) {
  return (
    <td>
      <input
        class="num"
        type="text"
        inputMode={field === 'sites' ? 'numeric' : 'decimal'}
        autocomplete="off"
        aria-label={`${label}, ${place}`}
        aria-invalid={isInvalid(field)}
        aria-describedby={`${field}-${row.key}-each`}
        placeholder={placeholder}
        value={row[field]}
        {...selectsOnFocus}
        onInput={({ currentTarget: { value } }) => dispatch({ type: 'row', key: row.key, field, value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          onEnter(row.key, event.shiftKey);
        }}
      />
      <small id={`${field}-${row.key}-each`} class="muted">
        {children}
      </small>
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
