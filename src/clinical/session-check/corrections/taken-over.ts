import type { PlainDate } from '../../calendar';
import type { Finding } from '../../finding';

export interface TakenOver {
  /** No session can have been given so: its day or its patient is wrong. */
  readonly impossible: readonly Finding[];
  /** What is kept with the session. */
  readonly notes: readonly Finding[];
  /** The same in the check's own words. */
  readonly told: readonly Finding[];
}

/**
 * What becomes of what the check says of a session that was given elsewhere or before these rules, and is taken over from
 * another record?
 *
 * A day that lies in the future, before birth or after death is impossible. What would have stopped a session, or asked for a
 * reason, blocks no history: it is kept as a note. What is only noted, and that the session is entered late, is left out.
 */
export function takenOver(findings: readonly Finding[], importedOn: PlainDate): TakenOver {
  const impossible = findings.filter(isImpossible);
  const told = findings.filter(
    ({ code, severity }) => (severity === 'stop' || severity === 'confirm') && code !== 'past-day',
  );
  return { impossible, told, notes: told.map((finding) => asNote(finding, importedOn)) };
}

function isImpossible({ code, severity }: Finding): boolean {
  return severity === 'stop' && ['future-day', 'before-birth', 'S29'].includes(code);
}

function asNote({ severity, ...finding }: Finding, importedOn: PlainDate): Finding {
  const said = severity === 'stop' ? 'would have stopped this session' : 'would have asked for a reason';
  const message = `Taken over from another record on ${importedOn}; the check ${said}: ${finding.message}`;
  return { ...finding, severity: 'note', message };
}
