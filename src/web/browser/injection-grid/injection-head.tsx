import { addDays, type PlainDate } from '../../../clinical/calendar';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../../../clinical/units';
import type { GridState } from '../grid-state/grid-state';
import type { GridAction } from '../grid-state/reduce-grid';
import type { InjectionFormData, OfferedProtocol } from '../grid-state/injection-data';
import { DAY_ID } from '../grid-state/saving/injection-saving';
import { dayWords, shortDay } from '../../shared/day-text';
import { numberWords, productWords } from '../../shared/injection-words';
import { continuableIn, continuedIn } from '../grid-state/grid-judge';
import { startChoices, startOf } from '../grid-state/start-choices';
import { StartField } from './start-field';
import { sourceWords } from '../../shared/source-words';

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
          id={DAY_ID}
          type="date"
          required
          max={latestDay(data)}
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
      <TreatmentField data={data} state={state} dispatch={dispatch} />
      {data.target.kind === 'log' && !continuedIn(state, data.judge) && (
        <StartField data={data} state={state} dispatch={dispatch} />
      )}
      <p class="muted log-origin">{originWords(data, state)}</p>
    </section>
  );
}

/** Is it a session of its own, or does it complete or touch up one of the weeks before? Not asked where there is none. */
function TreatmentField({ data, state, dispatch }: InjectionHeadProps) {
  const choices = continuableIn(state, data.judge);
  if (choices.length === 0) return null;
  const chosen = continuedIn(state, data.judge)?.sessionId;
  return (
    <label class="field log-treatment">
      This is
      <select
        onChange={({ currentTarget: { value } }) =>
          dispatch({
            type: 'continues',
            sessionId: value === '' ? null : value,
            afresh: data.target.kind === 'log' && state.rows === data.start.rows,
          })
        }
      >
        <option value="">a session of its own</option>
        {choices.map(({ sessionId, performedOn, dose }) => (
          <option key={sessionId} value={sessionId} selected={sessionId === chosen}>
            {`more of the session of ${dayWords(performedOn, data.judge.session.today)} (${numberWords(dose.units)} U): it is completed or touched up`}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A course that has ended takes what was given before its end. */
function latestDay({ judge, target }: InjectionFormData): PlainDate {
  const { today, courseEndedOn } = judge.session;
  return target.kind === 'log' && courseEndedOn ? addDays(courseEndedOn, -1) : today;
}

function originWords(data: InjectionFormData, state: GridState): string {
  const { basedOn, target, start } = data;
  const { product } = state;
  const first = continuedIn(state, data.judge);
  if (first)
    return `Enter only what is given in addition. Both are one treatment, of ${shortDay(first.performedOn)}: due day and response are those of that session, the units of both count.`;
  if (target.kind !== 'log') return 'You are changing a session that was given.';
  const { protocol } = startOf(state, startChoices(data, state)) ?? {};
  if (protocol) return protocolWords(protocol, product);
  if (state.startedFrom === 'nothing') return 'An empty list.';
  if (!basedOn) return 'The first session of this course.';
  return product === start.product
    ? `Copied from ${basedOn.words}. Change what was different${start.performedOn === '' ? '' : ' today'}.`
    : `Muscles and sides are those of ${basedOn.words}. Units never cross over to another product: fill them in.`;
}

function protocolWords({ name, product, source }: OfferedProtocol, chosen: ToxinProduct): string {
  if (product !== chosen)
    return `Muscles and sides are those of ${name}. Units never cross over to another product: fill them in.`;
  return `${name}: ${source === null ? 'a protocol of this clinic' : sourceWords(source)}. Change what is different today.`;
}
