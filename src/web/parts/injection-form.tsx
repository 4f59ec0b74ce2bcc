import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import type { Finding } from '../../clinical/finding';
import type { PlainDate } from '../../clinical/calendar';
import { PRODUCTS } from '../../clinical/products';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../../clinical/units';
import { announceNext } from '../browser/announce';
import { dropDraft, keepDraft } from '../browser/draft';
import { readGridDraft } from '../browser/grid-draft';
import { countedRows, gapsOf, judgeGrid, type JudgeContext } from '../browser/grid-judge';
import { saveGrid, type Saved, type SaveTarget } from '../browser/grid-save';
import { newId } from '../browser/once-id';
import { signInAgain } from '../browser/sign-in';
import { isBlank, reduceGrid, type GridAction, type GridState } from '../browser/grid-state';
import { dayWords } from './day-text';
import { FindingItem } from './injection-findings';
import { InjectionMap } from './injection-map';
import { InjectionRows } from './injection-rows';
import { InjectionTotals } from './injection-totals';
import { InjectionVials } from './injection-vials';
import { productWords } from './injection-words';

/** What the server hands over with the page. */
export interface InjectionFormData {
  readonly courseId: string;
  readonly target: SaveTarget;
  readonly start: GridState;
  /** The session that was copied forward, and its day in words. */
  readonly basedOn: { readonly id: string; readonly words: string } | null;
  readonly judge: JudgeContext;
  readonly guidance: readonly string[];
  readonly zone: string;
}

type Status =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving'; readonly sign: boolean }
  | { readonly kind: 'incomplete' }
  | (Exclude<Saved, { kind: 'saved' }> & { readonly sign: boolean; readonly rowKeys: readonly number[] });

const RETRY_MS = 8000;

/** Log or change a session: list and map over one state, judged while typing, kept until saved. */
export function InjectionForm({ data }: { readonly data: InjectionFormData }) {
  const { start, target, courseId, zone } = data;
  const draftName = `log-session:${target.kind === 'log' ? courseId : `${target.kind}:${target.sessionId}`}`;
  const [state, change] = useReducer(reduceGrid, start);
  const [status, setStatus] = useState<Status>({ kind: 'idle' });
  const [kept, setKept] = useState(false);
  const [ready, setReady] = useState(false);
  const [again, setAgain] = useState<boolean>();
  const touched = useRef(false);
  const focusNext = useRef<string>();
  const latest = useRef(state);
  latest.current = state;

  const dispatch = (action: GridAction) => {
    touched.current = true;
    if (status.kind !== 'saving' && status.kind !== 'unsigned') setStatus({ kind: 'idle' });
    change(action);
  };

  useEffect(() => {
    const draft = readGridDraft(draftName);
    if (draft) {
      touched.current = true;
      setKept(true);
      change({ type: 'restore', state: draft });
    } else {
      change({ type: 'restore', state: { ...start, id: newId() } });
    }
    setReady(true);
    if (window.matchMedia('(hover: hover)').matches) {
      const first = start.rows.find((row) => !isBlank(row));
      focusNext.current = first ? `units-${first.key}` : `muscle-${start.rows[0]?.key}`;
    }
  }, []);
  useEffect(() => {
    if (ready && touched.current) keepDraft(draftName, state);
  }, [state]);
  useLayoutEffect(() => {
    if (focusNext.current && focusField(focusNext.current)) focusNext.current = undefined;
  });

  const judgement = useMemo(() => judgeGrid(state, data.judge), [state]);
  const gaps = useMemo(() => gapsOf(state), [state]);
  const shownGaps = status.kind === 'incomplete' ? gaps : [];
  const findings = allFindings(judgement?.findings ?? [], status);
  const unreasoned = findings.filter(
    ({ severity, code }) => severity === 'confirm' && !state.reasons[code]?.trim(),
  );

  const save = async (sign: boolean) => {
    if (status.kind === 'saving') return;
    const missing = gapsOf(latest.current)[0];
    const noReason = target.kind === 'amend' && latest.current.amendReason.trim() === '';
    if (missing || noReason || unreasoned.length > 0 || countedRows(latest.current).length === 0) {
      setStatus({ kind: 'incomplete' });
      focusNext.current = missing
        ? `${missing.field === 'muscle' ? 'muscle' : 'units'}-${missing.key}`
        : unreasoned.length > 0
          ? `reason-${unreasoned[0]!.code}`
          : noReason
            ? 'amend-reason'
            : `muscle-${latest.current.rows[0]?.key}`;
      return;
    }
    setStatus({ kind: 'saving', sign });
    const rowKeys = countedRows(latest.current).map(({ key }) => key);
    const confirm = [...new Set(findings.map(({ code }) => code as string))];
    const saved = await saveGrid(latest.current, target, { zone, confirm, sign });
    if (saved.kind === 'saved') return leave(saved.nextDueOn);
    setStatus({ ...saved, sign, rowKeys });
    if (saved.kind === 'signed-out' && (await signInAgain()) !== 'not') setAgain(sign);
  };
  const leave = (nextDueOn: PlainDate | null) => {
    dropDraft(draftName);
    const due = nextDueOn ? ` The next one is due ${dayWords(nextDueOn, data.judge.session.today)}.` : '';
    announceNext(`The session is saved.${due}`);
    location.assign(`/courses/${courseId}`);
  };
  useEffect(() => {
    if (again === undefined) return;
    setAgain(undefined);
    void save(again);
  }, [again]);
  useRetry(status, () => void save(status.kind === 'no-connection' && status.sign));
  useSaveKeys((sign) => void save(sign));

  const keyAt = (pointer: string): number | undefined => {
    const index = Number(/^\/injections\/(\d+)/.exec(pointer)?.[1] ?? NaN);
    const keys = 'rowKeys' in status ? status.rowKeys : countedRows(state).map(({ key }) => key);
    return keys[index];
  };
  const withReason = new Set<string>();
  const showFinding = (finding: Finding) => {
    const asks = finding.severity === 'confirm' && !withReason.has(finding.code);
    if (asks) withReason.add(finding.code);
    return (
      <FindingItem
        key={`${finding.code} ${finding.message}`}
        finding={finding}
        {...(asks && {
          reason: state.reasons[finding.code] ?? '',
          missing: status.kind !== 'idle' && !state.reasons[finding.code]?.trim(),
          onReason: (value: string) => dispatch({ type: 'reason', code: finding.code, value }),
        })}
      />
    );
  };

  const goToNext = (key: number, backwards: boolean) => {
    const index = state.rows.findIndex((row) => row.key === key);
    const next = state.rows[index + (backwards ? -1 : 1)];
    if (next) focusField(`${next.muscle === '' ? 'muscle' : 'units'}-${next.key}`);
    else if (!backwards) dispatchAndFocus(`muscle-${state.nextKey}`, { type: 'add' });
  };
  const before = new Map(
    state.product === start.product ? start.rows.map(({ key, units }) => [key, units] as const) : [],
  );
  const general = findings.filter(
    ({ pointer = '' }) => keyAt(pointer) === undefined && !pointer.startsWith('/vials'),
  );
  const errors = status.kind === 'refused' ? status.errors : [];
  const dispatchAndFocus = (focus: string, action: GridAction) => {
    focusNext.current = focus;
    dispatch(action);
  };

  return (
    <form
      class="log"
      aria-label="Session"
      onSubmit={(event) => {
        event.preventDefault();
        void save(false);
      }}
    >
      <div class="log-list">
        <section class="panel log-head">
          <label class="field">
            Day
            <input
              type="date"
              required
              max={data.judge.session.today}
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
          <p class="muted log-origin">{originWords(data, state)}</p>
        </section>
        {kept && (
          <div class="notice log-draft" role="status">
            What you typed before is back.{' '}
            <button
              type="button"
              class="quiet"
              onClick={() => {
                dropDraft(draftName);
                touched.current = false;
                setKept(false);
                change({ type: 'restore', state: { ...start, id: newId() } });
              }}
            >
              Start afresh
            </button>
          </div>
        )}
        <section class="panel">
          <h2>
            Injections <small class="muted">{PRODUCTS[state.product].brand} units</small>
          </h2>
          <InjectionRows
            rows={state.rows}
            product={state.product}
            guidance={data.guidance}
            unitsBefore={before}
            gaps={shownGaps}
            dispatch={dispatch}
            onEnter={goToNext}
            onGoTo={(key, field) => focusField(`${field}-${key}`)}
            onRemove={(key) => {
              const rest = state.rows.filter((row) => row.key !== key);
              dispatchAndFocus(rest.length > 0 ? `units-${rest.at(-1)!.key}` : 'add-row', {
                type: 'remove',
                key,
              });
            }}
            findingsOf={(key) => findings.filter(({ pointer = '' }) => keyAt(pointer) === key)}
            showFinding={showFinding}
          />
          <button
            id="add-row"
            type="button"
            onClick={() => dispatchAndFocus(`muscle-${state.nextKey}`, { type: 'add' })}
          >
            Add a muscle
          </button>
          <p class="hint">Enter goes to the next row, ↑ and ↓ step the units, Ctrl+Enter saves.</p>
        </section>
        <section class="panel" aria-label="Totals and limits">
          <InjectionTotals totals={judgement?.totals} />
          {general.map(showFinding)}
        </section>
        <section class="panel">
          <InjectionVials
            vials={state.vials}
            product={state.product}
            gaps={shownGaps}
            findings={findings.filter(({ pointer = '' }) => pointer.startsWith('/vials'))}
            dispatch={dispatch}
            showFinding={showFinding}
          />
          <label class="field">
            Note
            <textarea
              rows={2}
              maxLength={10_000}
              value={state.note}
              onInput={(event) => dispatch({ type: 'head', field: 'note', value: event.currentTarget.value })}
            />
          </label>
          {target.kind === 'amend' && (
            <label class="field">
              Why is the signed session amended?
              <input
                id="amend-reason"
                required
                maxLength={2000}
                value={state.amendReason}
                onInput={(event) =>
                  dispatch({ type: 'head', field: 'amendReason', value: event.currentTarget.value })
                }
              />
            </label>
          )}
        </section>
        <div class="log-save">
          <p class="log-state" role="status">
            {statusWords(
              status,
              gaps.length,
              unreasoned.length + Number(target.kind === 'amend' && state.amendReason.trim() === ''),
            )}
          </p>
          {errors.length > 0 && (
            <ul class="error">
              {errors.map(({ pointer, message }) => (
                <li key={`${pointer} ${message}`}>{message}</li>
              ))}
            </ul>
          )}
          {status.kind === 'unsigned' ? (
            <a class="button" href={`/sessions/${status.sessionId}`}>
              Go to the saved session
            </a>
          ) : (
            <div class="row">
              <button type="submit" class="primary" disabled={status.kind === 'saving'}>
                {status.kind === 'no-connection'
                  ? 'Try again'
                  : target.kind === 'amend'
                    ? 'Save and sign'
                    : 'Save'}
              </button>
              {target.kind !== 'amend' && (
                <button type="button" disabled={status.kind === 'saving'} onClick={() => void save(true)}>
                  Save and sign
                </button>
              )}
              <a class="button quiet" href={`/courses/${courseId}`}>
                Back to the course
              </a>
            </div>
          )}
        </div>
      </div>
      <InjectionMap state={state} dispatch={dispatch} />
    </form>
  );
}

function focusField(id: string): boolean {
  const field = document.getElementById(id);
  field?.focus();
  return field !== null;
}

/** While there is no connection: again when the device is back on line, and every few seconds until then. */
function useRetry(status: Status, again: () => void): void {
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

function useSaveKeys(save: (sign: boolean) => void): void {
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      latest.current(event.shiftKey);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

/** What was found here, and what the server found besides, when it knows more. */
function allFindings(here: readonly Finding[], status: Status): readonly Finding[] {
  const there = status.kind === 'refused' ? status.findings : [];
  const more = there.filter(({ code, message }) =>
    here.every((finding) => finding.code !== code || finding.message !== message),
  );
  return [...here, ...more];
}

function originWords({ basedOn, target, start }: InjectionFormData, { product }: GridState): string {
  if (target.kind !== 'log') return 'You are changing a session that was given.';
  if (!basedOn) return 'The first session of this course.';
  return product === start.product
    ? `Copied from ${basedOn.words}. Change what was different today.`
    : `Muscles and sides are those of ${basedOn.words}. Units never cross over to another product: fill them in.`;
}

function statusWords(status: Status, gaps: number, unreasoned: number): string {
  switch (status.kind) {
    case 'idle':
      return '';
    case 'saving':
      return 'Saving …';
    case 'incomplete':
      if (gaps > 0) return 'Not saved yet: something is missing in the rows marked above.';
      return unreasoned > 0
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
      return `Not saved. ${status.message}`;
  }
}
