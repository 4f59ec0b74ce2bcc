import type { ComponentChildren } from 'preact';
import type { Finding } from '../../../clinical/finding';
import { FindingItem } from '../../shared/injection-findings';
import { countedRows } from '../grid-state/grid-judge';
import type { GridAction, GridState } from '../grid-state/grid-state';
import type { Saving } from '../grid-state/injection-saving';

export interface GridFindings {
  readonly atRow: (key: number) => readonly Finding[];
  readonly atVials: readonly Finding[];
  /** What belongs to no row and no vial. */
  readonly general: readonly Finding[];
  readonly show: (finding: Finding) => ComponentChildren;
}

/** What was found, each at the place where it can be put right, its reason asked for once. */
export function gridFindings(
  state: GridState,
  { status, findings }: Saving,
  dispatch: (action: GridAction) => void,
): GridFindings {
  const keys = 'rowKeys' in status ? status.rowKeys : countedRows(state).map(({ key }) => key);
  const keyOf = ({ pointer = '' }: Finding): number | undefined =>
    keys[Number(/^\/injections\/(\d+)/.exec(pointer)?.[1] ?? NaN)];
  const isAtVials = ({ pointer = '' }: Finding): boolean => pointer.startsWith('/vials');
  const asked = new Set<string>();
  return {
    atRow: (key) => findings.filter((finding) => keyOf(finding) === key),
    atVials: findings.filter(isAtVials),
    general: findings.filter((finding) => keyOf(finding) === undefined && !isAtVials(finding)),
    show(finding) {
      const { code, message, severity } = finding;
      const asks = severity === 'confirm' && !asked.has(code);
      if (asks) asked.add(code);
      return (
        <FindingItem
          key={`${code} ${message}`}
          finding={finding}
          {...(asks && {
            reason: state.reasons[code] ?? '',
            missing: status.kind !== 'idle' && !state.reasons[code]?.trim(),
            onReason: (value: string) => dispatch({ type: 'reason', code, value }),
          })}
        />
      );
    },
  };
}
