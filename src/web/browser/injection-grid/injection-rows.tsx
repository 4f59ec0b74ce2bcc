import type { Guidance } from '../../../clinical/catalogue/guidance';
import type { Finding } from '../../../clinical/finding';
import { INJECTION_SIDES, isMuscle, MUSCLES, type InjectionSide } from '../../../clinical/catalogue/muscles';
import type { ToxinProduct } from '../../../clinical/units';
import type { Gap } from '../grid-state/grid-judge';
import type { GridAction, GridRow } from '../grid-state/grid-state';
import { GUIDANCE_WORDS, placeWords, SIDE_WORDS } from '../../shared/injection-words';
import { MuscleCombobox } from './muscle-combobox';

export interface InjectionRowsProps {
  readonly rows: readonly GridRow[];
  readonly product: ToxinProduct;
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
      {props.rows.map((row) => (
        <Row key={row.key} row={row} {...props} />
      ))}
    </table>
  );
}

function Row({ row, ...props }: InjectionRowsProps & { readonly row: GridRow }) {
  const { key } = row;
  const { dispatch, product } = props;
  const gaps = props.gaps.filter((gap) => gap.key === key);
  const findings = props.findingsOf(key);
  const place = isMuscle(row.muscle) ? placeWords(row.muscle, row.side) : 'new row';
  const usual = isMuscle(row.muscle) ? MUSCLES[row.muscle].usualRange[product] : undefined;
  const before = props.unitsBefore.get(key);
  const sides = sidesFor(row);
  const invalid = (field: Gap['field']) => gaps.some((gap) => gap.field === field) || undefined;
  const messages = gaps.length > 0 ? `row-${key}-messages` : undefined;
  return (
    <tbody
      class={findings.some(({ severity }) => severity !== 'note') || gaps.length > 0 ? 'row-bad' : undefined}
    >
      <tr>
        <td>
          <MuscleCombobox
            id={`muscle-${key}`}
            label={`Muscle, ${place}`}
            text={row.text}
            muscle={row.muscle}
            invalid={invalid('muscle') ?? false}
            describedBy={messages}
            onText={(text) => dispatch({ type: 'search', key, text })}
            onPick={(muscle, side) => dispatch({ type: 'muscle', key, muscle, side })}
            onDone={() => props.onGoTo(key, 'units')}
          />
          {usual && <small class="muted">usual a side: {usual.text}</small>}
        </td>
        <td>
          <select
            aria-label={`Side, ${place}`}
            onChange={(event) =>
              dispatch({ type: 'side', key, side: event.currentTarget.value as InjectionSide })
            }
          >
            {sides.map((side) => (
              <option key={side} value={side} selected={side === row.side}>
                {SIDE_WORDS[side]}
              </option>
            ))}
          </select>
        </td>
        <td class="cell-units">
          <input
            id={`units-${key}`}
            class="num"
            type="text"
            inputMode="decimal"
            autocomplete="off"
            aria-label={`Units, ${place}`}
            aria-invalid={invalid('units')}
            aria-describedby={messages ?? `before-${key}`}
            value={row.units}
            onFocus={(event) => event.currentTarget.select()}
            onInput={(event) =>
              dispatch({ type: 'row', key, field: 'units', value: decimal(event.currentTarget.value) })
            }
            onKeyDown={(event) => {
              if (event.ctrlKey || event.metaKey || event.altKey) return;
              if (event.key === 'Enter') props.onEnter(key, event.shiftKey);
              else if (event.key === 'ArrowUp') dispatch({ type: 'step', key, steps: 1 });
              else if (event.key === 'ArrowDown') dispatch({ type: 'step', key, steps: -1 });
              else return;
              event.preventDefault();
            }}
          />
          <small id={`before-${key}`} class="muted">
            {before !== undefined && before !== '' && before !== row.units
              ? `was ${before} U`
              : row.side === 'bilateral' && 'both sides'}
          </small>
        </td>
        <td>
          <NumberCell
            row={row}
            field="sites"
            label={`Sites, ${place}`}
            invalid={invalid('sites')}
            {...props}
          />
        </td>
        <td>
          <NumberCell
            row={row}
            field="volumeMl"
            label={`Volume in mL, ${place}`}
            invalid={invalid('volumeMl')}
            {...props}
          />
        </td>
        <td>
          <select
            aria-label={`Guidance, ${place}`}
            onChange={(event) =>
              dispatch({ type: 'row', key, field: 'guidance', value: event.currentTarget.value })
            }
          >
            <option value="" selected={row.guidance === ''}>
              –
            </option>
            {props.guidance.map((slug) => (
              <option key={slug} value={slug} selected={slug === row.guidance}>
                {GUIDANCE_WORDS[slug]}
              </option>
            ))}
          </select>
        </td>
        <td>
          <button
            type="button"
            class="quiet remove"
            aria-label={`Remove ${place}`}
            onClick={() => props.onRemove(key)}
          >
            ×
          </button>
        </td>
      </tr>
      {(gaps.length > 0 || findings.length > 0) && (
        <tr class="row-messages">
          <td colSpan={7} id={`row-${key}-messages`}>
            {gaps.map(({ message }) => (
              <p key={message} class="error">
                {message}
              </p>
            ))}
            {findings.map((finding) => props.showFinding(finding))}
          </td>
        </tr>
      )}
    </tbody>
  );
}

type NumberCellProps = Pick<InjectionRowsProps, 'dispatch' | 'onEnter'> & {
  readonly row: GridRow;
  readonly field: 'sites' | 'volumeMl';
  readonly label: string;
  readonly invalid: boolean | undefined;
};

function NumberCell({ row, field, label, invalid, dispatch, onEnter }: NumberCellProps) {
  return (
    <input
      class="num short"
      type="text"
      inputMode={field === 'sites' ? 'numeric' : 'decimal'}
      autocomplete="off"
      aria-label={label}
      aria-invalid={invalid}
      value={row[field]}
      onFocus={(event) => event.currentTarget.select()}
      onInput={(event) =>
        dispatch({ type: 'row', key: row.key, field, value: decimal(event.currentTarget.value) })
      }
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        onEnter(row.key, event.shiftKey);
      }}
    />
  );
}

/** A comma on the keypad is a decimal point here: units have no thousands separator when they are typed. */
function decimal(text: string): string {
  return text.replace(',', '.').replaceAll(/[^\d.]/g, '');
}

function sidesFor({ muscle, side }: GridRow): readonly InjectionSide[] {
  if (!isMuscle(muscle)) return INJECTION_SIDES.filter((each) => each !== 'midline').toSorted(rightFirst);
  const fitting = INJECTION_SIDES.filter((each) => (each === 'midline') !== MUSCLES[muscle].paired);
  return (fitting.includes(side) ? fitting : [...fitting, side]).toSorted(rightFirst);
}

function rightFirst(a: InjectionSide, b: InjectionSide): number {
  const order: readonly InjectionSide[] = ['right', 'left', 'bilateral', 'midline'];
  return order.indexOf(a) - order.indexOf(b);
}
