import { readDraft } from '../api-form/draft';
import type { GridState } from './grid-state';

const FIELDS = ['id', 'performedOn', 'product', 'rows', 'vials', 'note', 'reasons', 'nextKey'] as const;

/** What was typed here and not yet saved; nothing when it was kept by another release and does not fit. */
export function readGridDraft(key: string): GridState | undefined {
  const draft = readDraft(key);
  if (typeof draft !== 'object' || draft === null) return undefined;
  return FIELDS.every((field) => field in draft) ? (draft as GridState) : undefined;
}
