import type { Finding } from '../../clinical/finding';
import { saidDays } from './day-text';
import { sourceWords } from './source-words';
import { reasonAsked } from '../../clinical/reason';
import { CLASSES } from './classes';

const SEVERITY_WORDS = { stop: 'Cannot be saved', confirm: 'Needs a reason', note: 'Note' } as const;

export interface FindingItemProps {
  readonly id?: string;
  /** Something else stops the session: then no reason helps, and none is asked for. */
  readonly stopped?: boolean;
  readonly finding: Finding & { readonly reason?: string };
  /** The reason typed so far; left out where none is asked for. */
  readonly reason?: string;
  /** The reason is missing and the session was to be saved. */
  readonly missing?: boolean;
  readonly onReason?: (reason: string) => void;
}

/** One objection, what to do about it, where it comes from, and the reason for going on in its place. */
export function FindingItem({ id, finding, stopped, reason, missing, onReason }: FindingItemProps) {
  const { code, severity, message, sourceText } = finding;
  return (
    <div id={id} tabIndex={id === undefined ? undefined : -1} class={CLASSES.finding[severity]}>
      <p>
        <b class="finding-word">{findingWord(finding, stopped)}</b> {saidDays(message)}{' '}
        <small class="muted">
          {code} · {sourceWords(sourceText)}
        </small>
      </p>
      {finding.reason !== undefined && (
        <p>
          Reason given: <q>{finding.reason}</q>
        </p>
      )}
      {onReason && (
        <label class="finding-reason">
          Reason for going on
          <input
            id={`reason-${code}`}
            type="text"
            maxLength={2000}
            value={reason ?? ''}
            aria-invalid={missing || undefined}
            aria-describedby={missing ? `reason-${code}-error` : undefined}
            onInput={(event) => onReason(event.currentTarget.value)}
          />
          {missing && (
            <span class="error" id={`reason-${code}-error`}>
              {`${reasonAsked()} Or change the session.`}
            </span>
          )}
        </label>
      )}
    </div>
  );
}

function findingWord({ severity, reason }: FindingItemProps['finding'], stopped = false): string {
  if (severity !== 'confirm') return SEVERITY_WORDS[severity];
  if (reason !== undefined) return 'Given with a reason';
  return stopped ? 'Found besides' : SEVERITY_WORDS.confirm;
}
