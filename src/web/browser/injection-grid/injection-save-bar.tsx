import type { SessionTotals } from '../../../clinical/doses/session-totals';
import type { SaveTarget } from '../grid-state/grid-save';
import { saidDays } from '../../shared/day-text';
import type { SavingStatus } from '../grid-state/injection-saving';
import { InjectionTotals } from './injection-totals';

export interface InjectionSaveBarProps {
  readonly status: SavingStatus;
  readonly target: SaveTarget;
  readonly totals: SessionTotals | undefined;
  /** How many rows are incomplete, and how many reasons are missing. */
  readonly gaps: number;
  readonly reasons: number;
  readonly onSaveAndSign: () => void;
}

/** Always in sight: the units so far beside their limits, how saving stands, and the way to do it. */
export function InjectionSaveBar(props: InjectionSaveBarProps) {
  const { status, target, totals, gaps, reasons, onSaveAndSign } = props;
  const errors = status.kind === 'refused' ? status.errors : [];
  const saving = status.kind === 'saving';
  const words = statusWords(status, gaps, reasons);
  return (
    <div class="log-save">
      <InjectionTotals totals={totals} />
      <div>
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
        {status.kind === 'unsigned' ? (
          <a class="button" href={`/sessions/${status.sessionId}`}>
            Go to the saved session
          </a>
        ) : (
          <div class="row">
            <button type="submit" class="primary" disabled={saving}>
              {saveWords(status, target)}
            </button>
            {target.kind !== 'amend' && (
              <button type="button" disabled={saving} onClick={onSaveAndSign}>
                Save and sign
              </button>
            )}
          </div>
        )}
      </div>
    </div>
  );
}

function saveWords({ kind }: SavingStatus, target: SaveTarget): string {
  if (kind === 'no-connection') return 'Try again';
  return target.kind === 'amend' ? 'Save and sign' : 'Save';
}

function statusWords(status: SavingStatus, gaps: number, reasons: number): string {
  switch (status.kind) {
    case 'idle':
      return '';
    case 'saving':
      return 'Saving …';
    case 'incomplete':
      if (gaps > 0) return 'Not saved yet: something is missing in the rows marked above.';
      return reasons > 0
        ? 'Not saved yet: a reason is missing.'
        : 'Not saved yet: fill in at least one muscle with its units.';
    case 'no-connection':
      return 'Not saved: no connection. Nothing you typed is lost; it is tried again by itself.';
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
