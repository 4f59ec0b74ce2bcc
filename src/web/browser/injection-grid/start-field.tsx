import type { GridState } from '../grid-state/grid-state';
import type { GridAction } from '../grid-state/reduce-grid';
import { isBlank } from '../grid-state/grid-rows';
import type { InjectionFormData } from '../grid-state/injection-data';
import { isAsBegun, startChoices, startOf } from '../grid-state/start-choices';

export interface StartFieldProps {
  readonly data: InjectionFormData;
  readonly state: GridState;
  readonly dispatch: (action: GridAction) => void;
}

/** What the rows begin from: the last session, a protocol, nothing. Not asked where there is no protocol. */
export function StartField({ data, state, dispatch }: StartFieldProps) {
  const choices = startChoices(data, state);
  if (!choices.some(({ protocol }) => protocol)) return null;
  const begun = startOf(state, choices);
  const start = (key: string) => {
    const chosen = choices.find((choice) => choice.key === key);
    if (!chosen) return;
    const { from, rows, dilution } = chosen;
    const keeps = !isAsBegun(state.rows, begun) && !state.rows.every(isBlank);
    dispatch({ type: 'start', from, rows, dilution, keeps });
  };
  return (
    <label class="field log-start">
      Start from
      <select id="start-from" onChange={({ currentTarget: { value } }) => start(value)}>
        {choices.map(({ key, words }) => (
          <option key={key} value={key} selected={key === begun?.key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
