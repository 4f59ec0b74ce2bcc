import { useEffect, useRef, useState } from 'preact/hooks';
import { isPlainDate, type PlainDate } from '../../../../clinical/calendar';
import type { AnsweredFinding } from '../../../../clinical/session-check/corrections/confirmation';
import { countedRows, gapsOf } from '../grid-judge';
import { saveGrid, type Saved, type SaveTarget } from './grid-save';
import type { GridState } from '../grid-state';
import type { GridAction } from '../reduce-grid';
import { isReason } from '../../../../clinical/reason';
import { signInAgain } from '../../api-form/sign-in/sign-in';

/** How saving stands. */
export type SavingStatus =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving'; readonly sign: boolean }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'stopped'; readonly message: string }
  | (Exclude<Saved, { kind: 'saved' }> & { readonly sign: boolean; readonly rowKeys: readonly number[] });

export interface SavingOptions {
  readonly state: GridState;
  /** What the rules found here. */
  readonly here: readonly AnsweredFinding[];
  readonly target: SaveTarget;
  readonly zone: string;
  /** The session that this one completes or touches up. */
  readonly continuesId: string | null;
  /** The protocol that a new session began from. */
  readonly begun?: { readonly protocolId: string; readonly protocolVersion: number };
  /** The id of the field that still has to be filled in. */
  readonly onMissing: (fieldId: string) => void;
  readonly onSaved: (nextDueOn: PlainDate | null, signed: boolean) => void;
}

export interface Saving {
  readonly status: SavingStatus;
  /** What was found here, and what the server found besides. */
  readonly findings: readonly AnsweredFinding[];
  /** Reasons that are still missing before it can be saved. */
  readonly unreasoned: readonly AnsweredFinding[];
  /** What lets nobody save it, whatever the reason. */
  readonly stops: readonly AnsweredFinding[];
  /** The gravest of what is in the way. */
  readonly worst: AnsweredFinding | undefined;
  readonly save: (sign: boolean) => void;
  /** Something was changed since: what the server objected to is asked anew, but for a reason that answers it. */
  readonly changed: (action: GridAction) => void;
}

const RETRY_MS = 8000;

/** Saves a session: refuses what is incomplete, asks to sign in again, tries again when the connection is back. */
export function useSaving({
  state,
  here,
  target,
  zone,
  continuesId,
  begun,
  onMissing,
  onSaved,
}: SavingOptions): Saving {
  const [status, setStatus] = useState<SavingStatus>({ kind: 'idle' });
  const [again, setAgain] = useState<boolean>();
  const findings = allFindings(here, status);
  const unreasoned = findings.filter(
    ({ severity, code, reason }) =>
      severity === 'confirm' && reason === undefined && !isReason(state.reasons[code] ?? ''),
  );

  const stops = findings.filter(({ severity }) => severity === 'stop');

  const save = async (sign: boolean) => {
    if (status.kind === 'saving') return;
    const [stop] = stops;
    const missing = missingField(state, target, stops, unreasoned);
    if (missing === undefined && stop) {
      setStatus({ kind: 'stopped', message: stop.message });
      onMissing(WORST_ID);
      return;
    }
    if (missing !== undefined) {
      setStatus({ kind: 'incomplete' });
      onMissing(missing);
      return;
    }
    setStatus({ kind: 'saving', sign });
    const rowKeys = countedRows(state).map(({ key }) => key);
    const confirm = [...new Set(findings.map(({ code }) => code as string))];
    const saved = await saveGrid(state, target, { zone, confirm, continuesId, begun, sign });
    if (saved.kind === 'saved') return onSaved(saved.nextDueOn, sign || target.kind === 'amend');
    setStatus({ ...saved, sign, rowKeys });
    if (saved.kind === 'signed-out' && (await signInAgain())) setAgain(sign);
  };

  useEffect(() => {
    if (again === undefined) return;
    setAgain(undefined);
    void save(again);
  }, [again]);
  useRetry(status, () => void save(status.kind === 'no-connection' && status.sign));
  useSaveKeys((sign) => void save(sign));

  return {
    status,
    findings,
    unreasoned,
    stops,
    worst: stops[0] ?? unreasoned[0],
    save: (sign) => void save(sign),
    changed: ({ type }) => {
      const stays = status.kind === 'saving' || status.kind === 'unsigned';
      const answered = status.kind === 'refused' && type === 'reason';
      if (!stays && !answered) setStatus({ kind: 'idle' });
    },
  };
}

/** The id of the field of the session's day. */
export const DAY_ID = 'performed-on';

/** The id of the finding that is most in the way. */
export const WORST_ID = 'finding-worst';

/** Is the reason of a signed session's amendment missing? */
export function lacksAmendReason({ amendReason }: GridState, target: SaveTarget): boolean {
  return target.kind === 'amend' && !isReason(amendReason);
}

function missingField(
  state: GridState,
  target: SaveTarget,
  stops: readonly AnsweredFinding[],
  unreasoned: readonly AnsweredFinding[],
): string | undefined {
  if (!isPlainDate(state.performedOn)) return DAY_ID;
  const [gap] = gapsOf(state);
  if (gap) return `${gap.field === 'muscle' ? 'muscle' : 'units'}-${gap.key}`;
  if (stops.length > 0) return undefined;
  if (unreasoned[0]) return `reason-${unreasoned[0].code}`;
  if (lacksAmendReason(state, target)) return 'amend-reason';
  return countedRows(state).length === 0 ? `muscle-${state.rows[0]?.key}` : undefined;
}

function allFindings(here: readonly AnsweredFinding[], status: SavingStatus): readonly AnsweredFinding[] {
  const there = status.kind === 'refused' ? status.findings : [];
  const more = there.filter(({ code, message }) =>
    here.every((finding) => finding.code !== code || finding.message !== message),
  );
  return [...here, ...more];
}

/** While there is no connection: again when the device is back on line, and every few seconds until then. */
function useRetry(status: SavingStatus, again: () => void): void {
  const latest = useRef(again);
  latest.current = again;
  useEffect(() => {
    if (status.kind !== 'no-connection') return;
    const retry = () => latest.current();
    const timer = setInterval(retry, RETRY_MS);
    addEventListener('online', retry);
    return () => {
      clearInterval(timer);
      removeEventListener('online', retry);
    };
  }, [status]);
}

/** Ctrl+Enter saves and signs, with Shift it saves only. */
function useSaveKeys(save: (sign: boolean) => void): void {
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      latest.current(!event.shiftKey);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
