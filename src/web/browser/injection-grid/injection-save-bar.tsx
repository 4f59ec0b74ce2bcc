import type { AnsweredFinding } from '../../../clinical/session-check/corrections/confirmation';
import type { SessionTotals } from '../../../clinical/doses/session-totals';
import type { SaveTarget } from '../grid-state/saving/grid-save';
import { counted } from '../../../clinical/words';
import { CLASSES } from '../../shared/classes';
import { saidDays } from '../../shared/day-text';
import { WORST_ID, type SavingStatus } from '../grid-state/saving/injection-saving';
import { InjectionTotals } from './injection-totals';

export interface InjectionSaveBarProps {
  readonly status: SavingStatus;
  readonly target: SaveTarget;
  readonly totals: SessionTotals | undefined;
  /** How many rows are incomplete. */
  readonly gaps: number;
  /** How many findings stop the session, and how many ask for a reason that is not given yet. */
  readonly stops: number;
  readonly asked: number;
  /** The gravest of them. */
  readonly worst: AnsweredFinding | undefined;
  readonly lacksAmendReason: boolean;
  readonly onSaveOnly: () => void;
}

/** Always in sight, so as low as it can be: the units so far beside their limits, how saving stands, and the way to do it. */
export function InjectionSaveBar(props: InjectionSaveBarProps) {
  const { status, target, totals, gaps, stops, asked, worst, lacksAmendReason, onSaveOnly } = props;
  const errors = status.kind === 'refused' ? status.errors : [];
  const saving = status.kind === 'saving';
  const words = statusWords(status, {
    gaps,
    lacksDay: totals === undefined,
    lacksReason: asked > 0 || lacksAmendReason,
  });
  return (
    <div class="log-save">
      <InjectionTotals totals={totals} />
      <div class="log-words">
        {worst && <InTheWay stops={stops} asked={asked} worst={worst} isSaid={status.kind === 'stopped'} />}
        <p class="log-state" role="status">
          {words}
        </p>
        {errors.length > 0 && (
          <ul class="error">
            {errors.map(({ pointer, message }) => (
              <li key={`${pointer} ${message}`}>{saidDays(message)}</li>
            ))}
          </ul>
        )}
      </div>
      {status.kind === 'unsigned' ? (
        <a class="button log-buttons" href={`/sessions/${status.sessionId}`}>
          Go to the saved session
        </a>
      ) : (
        <div class="log-buttons">
          <button type="submit" class="primary" disabled={saving}>
            {status.kind === 'no-connection' ? 'Try again' : 'Save and sign'}
          </button>
          {target.kind !== 'amend' && (
            <button type="button" disabled={saving} onClick={onSaveOnly}>
              Save, sign later
            </button>
          )}
        </div>
      )}
    </div>
  );
}

type InTheWayProps = Pick<InjectionSaveBarProps, 'stops' | 'asked'> & {
  readonly worst: AnsweredFinding;
  /** Its words stand below already. */
  readonly isSaid: boolean;
};

/**
 * What is in the way, from the start: `1 stop`, or `2 reasons to give`, and the gravest on one line that leads to it. No reason is
 * asked for while something stops the session, so none is counted then.
 */
function InTheWay({ stops, asked, worst, isSaid }: InTheWayProps) {
  return (
    <p class="in-the-way">
      <b class={CLASSES.findingCount[stops > 0 ? 'stop' : 'confirm']}>
        {stops > 0 ? counted(stops, 'stop') : `${counted(asked, 'reason')} to give`}
      </b>
      {!isSaid && <a href={`#${WORST_ID}`}>{saidDays(worst.message)}</a>}
    </p>
  );
}

interface Missing {
  readonly gaps: number;
  readonly lacksDay: boolean;
  readonly lacksReason: boolean;
}

function statusWords(status: SavingStatus, { gaps, lacksDay, lacksReason }: Missing): string {
  switch (status.kind) {
    case 'idle':
      return '';
    case 'saving':
      return 'Saving …';
    case 'incomplete':
      if (lacksDay) return 'Not saved yet: the day of the session is missing.';
      if (gaps > 0) return 'Not saved yet: something is missing in the rows marked above.';
      return lacksReason
        ? 'Not saved yet: a reason is missing.'
        : 'Not saved yet: fill in at least one muscle with its units.';
    case 'stopped':
      return `Cannot be saved as it is. ${saidDays(status.message)}`;
    case 'no-connection':
      return `Not saved: ${status.reached ? 'the service cannot write at the moment' : 'no connection'}. Nothing you typed is lost; it is tried again by itself.`;
    case 'signed-out':
      return 'Not saved: sign in again.';
    case 'outdated':
      return `Not saved: ${status.message} What you typed stays on this device.`;
    case 'unsigned':
      return `Saved, but not signed. ${status.message}`;
    case 'refused':
      return `Not saved. ${saidDays(status.message)}`;
  }
}
