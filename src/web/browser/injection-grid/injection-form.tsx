import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import type { Finding } from '../../../clinical/finding';
import type { PlainDate } from '../../../clinical/calendar';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import { announceNext } from '../api-form/announce';
import { dropDraft, keepDraft } from '../api-form/draft';
import { readGridDraft } from '../grid-state/grid-draft';
import { countedRows, gapsOf, judgeGrid } from '../grid-state/grid-judge';
import { newId } from '../api-form/once-id';
import { isBlank, reduceGrid, type GridAction } from '../grid-state/grid-state';
import { dayWords } from '../../shared/day-text';
import type { InjectionFormData } from '../grid-state/injection-data';
import { FindingItem } from '../../shared/injection-findings';
import { InjectionHead } from './injection-head';
import { InjectionMap } from './injection-map';
import { InjectionNotes } from './injection-notes';
import { InjectionRows } from './injection-rows';
import { InjectionSaveBar } from './injection-save-bar';
import { lacksAmendReason, useSaving } from '../grid-state/injection-saving';
import { InjectionVials } from './injection-vials';

/** Log or change a session: list and map over one state, judged while typing, kept until saved. */
export function InjectionForm({ data }: { readonly data: InjectionFormData }) {
  const { start, target, courseId, zone } = data;
  const draftName = `log-session:${target.kind === 'log' ? courseId : `${target.kind}:${target.sessionId}`}`;
  const [state, change] = useReducer(reduceGrid, start);
  const [kept, setKept] = useState(false);
  const [ready, setReady] = useState(false);
  const touched = useRef(false);
  const focusNext = useRef<string>();

  const judgement = useMemo(() => judgeGrid(state, data.judge), [state]);
  const gaps = useMemo(() => gapsOf(state), [state]);
  const saving = useSaving({
    state,
    here: judgement?.findings ?? [],
    target,
    zone,
    onMissing: (fieldId) => (focusNext.current = fieldId),
    onSaved: (nextDueOn) => {
      dropDraft(draftName);
      announceNext(`The session is saved.${nextDueWords(nextDueOn, data.judge.session.today)}`);
      location.assign(`/courses/${courseId}`);
    },
  });
  const { status, findings, unreasoned } = saving;
  const shownGaps = status.kind === 'incomplete' ? gaps : [];

  const dispatch = (action: GridAction) => {
    touched.current = true;
    saving.changed(action);
    change(action);
  };
  const dispatchAndFocus = (focus: string, action: GridAction) => {
    focusNext.current = focus;
    dispatch(action);
  };
  const startAfresh = () => change({ type: 'restore', state: { ...start, id: newId() } });

  useEffect(() => {
    const draft = readGridDraft(draftName);
    if (draft) {
      touched.current = true;
      setKept(true);
      change({ type: 'restore', state: draft });
    } else startAfresh();
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

  return (
    <form
      aria-label="Session"
      onSubmit={(event) => {
        event.preventDefault();
        saving.save(false);
      }}
    >
      <div class="log">
        <div class="log-list">
          <InjectionHead data={data} state={state} dispatch={dispatch} />
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
                  startAfresh();
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
            <p class="hint">
              Enter goes to the next row, ↑ and ↓ step the units, Ctrl+Enter saves. A side may follow the
              muscle: “scm r”.
            </p>
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
            <InjectionNotes state={state} amends={target.kind === 'amend'} dispatch={dispatch} />
          </section>
        </div>
        <InjectionMap state={state} dispatch={dispatch} />
      </div>
      <InjectionSaveBar
        status={status}
        target={target}
        totals={judgement?.totals}
        gaps={gaps.length}
        reasons={unreasoned.length + Number(lacksAmendReason(state, target))}
        onSaveAndSign={() => saving.save(true)}
      />
    </form>
  );
}

function focusField(id: string): boolean {
  const field = document.getElementById(id);
  field?.focus();
  return field !== null;
}

function nextDueWords(nextDueOn: PlainDate | null, today: PlainDate): string {
  return nextDueOn ? ` The next one is due ${dayWords(nextDueOn, today)}.` : '';
}
