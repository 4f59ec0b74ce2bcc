import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { dropDraft, keepDraft, readDraft } from '../../api-form/draft/draft';
import { newId } from '../../api-form/draft/once-id';
import type { GridState } from '../grid-state';
import { reduceGrid, type GridAction } from '../reduce-grid';
import type { InjectionFormData } from '../injection-data';

export interface KeptGrid {
  readonly state: GridState;
  readonly change: (action: GridAction) => void;
  /** Is it what was typed before, and not saved? */
  readonly isBack: boolean;
  /** Forgets what was typed and begins as the page came. */
  readonly startAfresh: () => void;
  /** It is saved: nothing is kept any more. */
  readonly drop: () => void;
}

/**
 * The state of the grid, kept on this device while somebody types, and brought back until it is saved. `onReady`: from
 * here on nothing that is typed is lost.
 */
export function useKeptGrid({ start, target, courseId }: InjectionFormData, onReady?: () => void): KeptGrid {
  const name = `log-session:${target.kind === 'log' ? courseId : `${target.kind}:${target.sessionId}`}`;
  const [state, dispatch] = useReducer(reduceGrid, start);
  const [isBack, setIsBack] = useState(false);
  const [ready, setReady] = useState(false);
  const touched = useRef(false);
  const begin = () => dispatch({ type: 'restore', state: { ...start, id: newId() } });
  useEffect(() => {
    const draft = draftOf(name);
    if (draft) {
      touched.current = true;
      setIsBack(true);
      dispatch({ type: 'restore', state: draft });
    } else begin();
    setReady(true);
  }, []);
  useLayoutEffect(() => {
    if (ready) onReady?.();
  }, [ready]);
  // Before the next frame, which a page that is left does not paint any more.
  useLayoutEffect(() => {
    if (ready && touched.current) keepDraft(name, state);
  }, [state]);
  return {
    state,
    isBack,
    change(action) {
      touched.current = true;
      dispatch(action);
    },
    startAfresh() {
      dropDraft(name);
      touched.current = false;
      setIsBack(false);
      begin();
    },
    drop: () => dropDraft(name),
  };
}

const FIELDS = ['id', 'performedOn', 'product', 'rows', 'vials', 'note', 'reasons', 'nextKey'] as const;

/** What was typed here and not yet saved; nothing when it was kept by another release and does not fit. */
function draftOf(name: string): GridState | undefined {
  const draft = readDraft(name);
  if (typeof draft !== 'object' || draft === null) return undefined;
  return FIELDS.every((field) => field in draft) ? (draft as GridState) : undefined;
}
