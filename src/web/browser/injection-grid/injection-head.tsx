import { TOXIN_PRODUCTS, type ToxinProduct } from '../../../clinical/units';
import type { GridAction, GridState } from '../grid-state/grid-state';
import type { InjectionFormData } from '../grid-state/injection-data';
import { productWords } from '../../shared/injection-words';

export interface InjectionHeadProps {
  readonly data: InjectionFormData;
  readonly state: GridState;
  readonly dispatch: (action: GridAction) => void;
}

/** The day, the product, and where the rows come from. */
export function InjectionHead({ data, state, dispatch }: InjectionHeadProps) {
  return (
    <section class="panel log-head">
      <label class="field">
        Day
        <input
          type="date"
          required
          max={data.judge.session.today}
          value={state.performedOn}
          onInput={(event) =>
            dispatch({ type: 'head', field: 'performedOn', value: event.currentTarget.value })
          }
        />
      </label>
      <label class="field">
        Product
        <select
          onChange={(event) =>
            dispatch({ type: 'product', product: event.currentTarget.value as ToxinProduct })
          }
        >
          {TOXIN_PRODUCTS.map((product) => (
            <option key={product} value={product} selected={product === state.product}>
              {productWords(product)}
            </option>
          ))}
        </select>
      </label>
      <p class="muted log-origin">{originWords(data, state)}</p>
    </section>
  );
}

function originWords({ basedOn, target, start }: InjectionFormData, { product }: GridState): string {
  if (target.kind !== 'log') return 'You are changing a session that was given.';
  if (!basedOn) return 'The first session of this course.';
  return product === start.product
    ? `Copied from ${basedOn.words}. Change what was different today.`
    : `Muscles and sides are those of ${basedOn.words}. Units never cross over to another product: fill them in.`;
}
