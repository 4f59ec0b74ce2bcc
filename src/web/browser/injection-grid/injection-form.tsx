import { useMemo, useRef } from 'preact/hooks';
import type { PlainDate } from '../../../clinical/calendar';
import type { Finding } from '../../../clinical/finding';
import { isMuscle } from '../../../clinical/catalogue/muscles';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import type { ToxinProduct } from '../../../clinical/units';
import { dayWords } from '../../shared/day-text';
import { placeWords } from '../../shared/injection-words';
import { announceNext } from '../api-form/announce';
import { continuedIn, gapsOf, judgeGrid, type Gap } from '../grid-state/grid-judge';
import { isBlank } from '../grid-state/grid-rows';
import { removedOf, type GridState, type Removed } from '../grid-state/grid-state';
import type { GridAction } from '../grid-state/reduce-grid';
import type { InjectionFormData } from '../grid-state/injection-data';
import { DAY_ID, lacksAmendReason, useSaving } from '../grid-state/saving/injection-saving';
import { begunFrom } from '../grid-state/start-choices';
import { useKeptGrid, type KeptGrid } from '../grid-state/saving/kept-grid';
import { focusField, useFieldFocus } from './field-focus';
import { useUndoKey } from './undo-key';
import { DilutionField } from './vials/dilution-field';
import { gridFindings, type GridFindings } from './grid-findings';
import { InjectionHead } from './injection-head';
import { InjectionMap } from '../injection-map/injection-map';
import { InjectionNotes } from './injection-notes';
import { InjectionRows } from './rows/injection-rows';
import { InjectionSaveBar } from './injection-save-bar';
import { InjectionVials } from './vials/injection-vials';

interface InjectionFormProps {
  readonly data: InjectionFormData;
  /** Called in the browser once what is typed is kept. */
  readonly onReady?: () => void;
}

/** Log or change a session: list and map over one state, judged while typing, kept until saved. */
export function InjectionForm({ data, onReady }: InjectionFormProps) {
  const { start, target, courseId, zone, judge } = data;
  const grid = useKeptGrid(data, onReady);
  const { state } = grid;
  const lastAction = useRef<GridAction['type']>();
  const judgement = useMemo(() => judgeGrid(state, judge), [state]);
  const focusNext = useFieldFocus(firstField(start), judgement?.findings.some(isStop) ?? false);
  const gaps = useMemo(() => gapsOf(state), [state]);
  const saving = useSaving({
    state,
    here: judgement?.findings ?? [],
    target,
    zone,
    continuesId: continuedIn(state, judge)?.sessionId ?? null,
    begun: begunFrom(state, data.protocols),
    onMissing: focusNext,
    onSaved: (nextDueOn, signed) => {
      grid.drop();
      announceNext(
        `${signed ? 'The session is saved and signed.' : 'The session is saved, not signed yet.'}${nextDueWords(nextDueOn, judge.session.today)}`,
      );
      location.assign(`/courses/${courseId}`);
    },
  });
  const { status, unreasoned, stops } = saving;
  const shownGaps = status.kind === 'incomplete' ? gaps : [];
  const dispatch = (action: GridAction) => {
    saving.changed(action);
    grid.change(action);
    lastAction.current = action.type;
  };
  const undo = () => {
    const last = removedOf(state).at(-1);
    if (last?.list === 'rows') focusNext(`units-${last.item.key}`);
    dispatch({ type: 'undo-remove' });
  };
  useUndoKey(() => removedOf(state).length > 0 && /remove|start/.test(lastAction.current ?? ''), undo);
  const findings = gridFindings(state, saving, dispatch);

  return (
    <form
      aria-label="Session"
      onSubmit={(event) => {
        event.preventDefault();
        saving.save(status.kind === 'no-connection' ? status.sign : true);
      }}
      onKeyDown={(event) => {
        // Enter in a field is no signature.
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
      }}
    >
      <div class="log">
        <div class="log-list">
          <InjectionHead data={data} state={state} dispatch={dispatch} />
          <DraftNotice grid={grid} />
          <SessionFindings findings={findings} />
          <InjectionList {...{ data, state, gaps: shownGaps, findings, dispatch, focusNext }} />
          <RemovedNotice state={state} onUndo={undo} />
          <section class="panel">
            <InjectionVials
              vials={state.vials}
              product={state.product}
              stock={data.stock[state.product] ?? []}
              gaps={shownGaps}
              findings={findings.atVials}
              dispatch={dispatch}
              showFinding={findings.show}
            />
            <InjectionNotes
              state={state}
              amends={target.kind === 'amend'}
              lacksReason={status.kind === 'incomplete' && lacksAmendReason(state, target)}
              dispatch={dispatch}
            />
          </section>
        </div>
        <InjectionMap state={state} course={judge.session} dispatch={dispatch} />
      </div>
      <InjectionSaveBar
        status={status}
        target={target}
        totals={judgement?.totals}
        gaps={gaps.length}
        stops={stops.length}
        asked={new Set(unreasoned.map(({ code }) => code)).size}
        worst={saving.worst}
        lacksAmendReason={lacksAmendReason(state, target)}
        onSaveOnly={() => saving.save(false)}
      />
    </form>
  );
}

interface InjectionListProps {
  readonly data: InjectionFormData;
  readonly state: GridState;
  readonly gaps: readonly Gap[];
  readonly findings: GridFindings;
  readonly dispatch: (action: GridAction) => void;
  readonly focusNext: (id: string) => void;
}

/** The rows, and the ways from one to the next. */
function InjectionList({ data, state, gaps, findings, dispatch, focusNext }: InjectionListProps) {
  const { rows, product, nextKey } = state;
  const addRow = () => {
    focusNext(`muscle-${nextKey}`);
    dispatch({ type: 'add' });
  };
  const goOn = (key: number, backwards: boolean) => {
    const next = rows[rows.findIndex((row) => row.key === key) + (backwards ? -1 : 1)];
    if (next) focusField(`${next.muscle === '' ? 'muscle' : 'units'}-${next.key}`);
    else if (!backwards) addRow();
  };
  const remove = (key: number) => {
    const last = rows.findLast((row) => row.key !== key);
    focusNext(last ? `units-${last.key}` : 'add-row');
    dispatch({ type: 'remove', key });
  };
  return (
    <section class="panel">
      <h2>
        Injections <small class="muted">{PRODUCTS[product].brand} units</small>
      </h2>
      <InjectionRows
        state={state}
        guidance={data.guidance}
        unitsBefore={unitsBefore(state, data.start)}
        gaps={gaps}
        dispatch={dispatch}
        onEnter={goOn}
        onGoTo={(key, field) => focusField(`${field}-${key}`)}
        onRemove={remove}
        findingsOf={findings.atRow}
        showFinding={findings.show}
      />
      <button id="add-row" type="button" onClick={addRow}>
        Add a muscle
      </button>
      {state.dilution && <DilutionField state={state} dispatch={dispatch} />}
      <p class="hint">
        Enter goes to the next row, ↑ and ↓ step the units, Ctrl+Enter saves and signs, Ctrl+Z brings a
        removed row back. A side may follow the muscle: “scm r”.
        {data.target.kind === 'log' && (
          <>
            {' '}
            What a session may start from stands among the <a href="/protocols">protocols</a>.
          </>
        )}
      </p>
    </section>
  );
}

/** What speaks against the session as a whole: read before anything is injected, so it stands above the rows. */
function SessionFindings({ findings: { general, show } }: { readonly findings: GridFindings }) {
  if (general.length === 0) return null;
  return (
    <section class="panel log-findings" aria-label="About the patient and the session">
      {general.map(show)}
    </section>
  );
}

function RemovedNotice({ state, onUndo }: { readonly state: GridState; readonly onUndo: () => void }) {
  const last = removedOf(state).at(-1);
  if (!last) return null;
  return (
    <div class="notice log-removed" role="status">
      {`Removed: ${removedWords(last, state.product)}.`}{' '}
      <button type="button" class="quiet" onClick={onUndo}>
        Undo
      </button>
    </div>
  );
}

function removedWords(removed: Removed, product: ToxinProduct): string {
  if (removed.list === 'start')
    return `${removed.item.rows.filter((row) => !isBlank(row)).length} rows as they stood`;
  if (removed.list === 'vials') return `vial ${removed.item.lotNumber}`.trim();
  const { muscle, text, side, units } = removed.item;
  const place = isMuscle(muscle) ? placeWords(muscle, side) : text || 'a row';
  return units.trim() === '' ? place : `${place}, ${units} U ${PRODUCTS[product].brand}`;
}

function DraftNotice({ grid }: { readonly grid: KeptGrid }) {
  if (!grid.isBack) return null;
  return (
    <div class="notice log-draft" role="status">
      What you typed before is back.{' '}
      <button type="button" class="quiet" onClick={grid.startAfresh}>
        Start afresh
      </button>
    </div>
  );
}

function isStop({ severity }: Finding): boolean {
  return severity === 'stop';
}

function firstField({ rows, performedOn }: GridState): string {
  if (performedOn === '') return DAY_ID;
  const first = rows.find((row) => !isBlank(row));
  return first ? `units-${first.key}` : `muscle-${rows[0]?.key}`;
}

/** Units copied forward, by row: with another product there are none. */
function unitsBefore({ product }: GridState, start: GridState): ReadonlyMap<number, string> {
  return new Map(product === start.product ? start.rows.map(({ key, units }) => [key, units]) : []);
}

function nextDueWords(nextDueOn: PlainDate | null, today: PlainDate): string {
  return nextDueOn ? ` The next one is due ${dayWords(nextDueOn, today)}.` : '';
}
