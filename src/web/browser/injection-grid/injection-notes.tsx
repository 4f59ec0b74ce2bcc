import { reasonAsked } from '../../../clinical/reason';
import type { GridState } from '../grid-state/grid-state';
import type { GridAction } from '../grid-state/reduce-grid';

export interface InjectionNotesProps {
  readonly state: GridState;
  /** Is a signed session amended? Then it asks why. */
  readonly amends: boolean;
  /** The session was to be saved, and the reason of the amendment is no words. */
  readonly lacksReason: boolean;
  readonly dispatch: (action: GridAction) => void;
}

/** What is written down beside the doses. */
export function InjectionNotes({ state, amends, lacksReason, dispatch }: InjectionNotesProps) {
  return (
    <>
      <label class="field">
        Note
        <textarea
          rows={2}
          maxLength={10_000}
          value={state.note}
          onInput={(event) => dispatch({ type: 'head', field: 'note', value: event.currentTarget.value })}
        />
      </label>
      {amends && (
        <label class="field">
          Why is the signed session amended?
          <input
            id="amend-reason"
            required
            maxLength={2000}
            value={state.amendReason}
            aria-invalid={lacksReason || undefined}
            aria-describedby={lacksReason ? 'amend-reason-error' : undefined}
            onInput={(event) =>
              dispatch({ type: 'head', field: 'amendReason', value: event.currentTarget.value })
            }
          />
          {lacksReason && (
            <span class="error" id="amend-reason-error">
              {reasonAsked()}
            </span>
          )}
        </label>
      )}
    </>
  );
}
