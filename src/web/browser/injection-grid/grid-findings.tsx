import type { ComponentChildren } from 'preact';
import type { FindingSeverity } from '../../../clinical/finding';
import type { AnsweredFinding } from '../../../clinical/session-check/corrections/confirmation';
import { isReason } from '../../../clinical/reason';
import { FindingItem } from '../../shared/injection-findings';
import { countedRows } from '../grid-state/grid-judge';
import type { GridState } from '../grid-state/grid-state';
import type { GridAction } from '../grid-state/reduce-grid';
import { WORST_ID, type Saving } from '../grid-state/saving/injection-saving';

export interface GridFindings {
  readonly atRow: (key: number) => readonly AnsweredFinding[];
  readonly atVials: readonly AnsweredFinding[];
  /** What belongs to no row and no vial. */
  readonly general: readonly AnsweredFinding[];
  readonly show: (finding: AnsweredFinding) => ComponentChildren;
}

/** What stops comes first, a note last. */
const SEVERITIES: readonly FindingSeverity[] = ['stop', 'confirm', 'note'];

/** What was found, each at the place where it can be put right, its reason asked for once. */
export function gridFindings(
  state: GridState,
  { status, findings, stops, worst }: Saving,
  dispatch: (action: GridAction) => void,
): GridFindings {
  const keys = 'rowKeys' in status ? status.rowKeys : countedRows(state).map(({ key }) => key);
  const keyOf = ({ pointer = '' }: AnsweredFinding): number | undefined =>
    keys[Number(/^\/injections\/(\d+)/.exec(pointer)?.[1] ?? NaN)];
  const isAtVials = ({ pointer = '' }: AnsweredFinding): boolean => pointer.startsWith('/vials');
  const asked = new Set<string>();
  return {
    atRow: (key) => findings.filter((finding) => keyOf(finding) === key),
    atVials: findings.filter(isAtVials),
    general: findings
      .filter((finding) => keyOf(finding) === undefined && !isAtVials(finding))
      .toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)),
    show(finding) {
      const { code, message, severity, reason } = finding;
      const asks = severity === 'confirm' && reason === undefined && stops.length === 0 && !asked.has(code);
      if (asks) asked.add(code);
      return (
        <FindingItem
          key={`${code} ${message}`}
          finding={finding}
          id={finding === worst ? WORST_ID : undefined}
          stopped={stops.length > 0}
          {...(asks && {
            reason: state.reasons[code] ?? '',
            missing: status.kind !== 'idle' && !isReason(state.reasons[code] ?? ''),
            onReason: (value: string) => dispatch({ type: 'reason', code, value }),
          })}
        />
      );
    },
  };
}
