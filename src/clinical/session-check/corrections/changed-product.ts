import type { ToxinProduct } from '../../units';

/** A change of a session: its product before and after, what it sends anew, and whether vials are on record. */
export interface ChangedSession {
  readonly from: ToxinProduct;
  readonly to: ToxinProduct;
  readonly sent: { readonly injections: boolean; readonly vials: boolean };
  readonly hasVials: boolean;
}

/** Which numbers must be sent with a change of product? Another product takes its own units: none are carried over to it. */
export function unitsToSend({ from, to, sent, hasVials }: ChangedSession): ('injections' | 'vials')[] {
  if (from === to) return [];
  const missing: ('injections' | 'vials')[] = [];
  if (!sent.injections) missing.push('injections');
  if (hasVials && !sent.vials) missing.push('vials');
  return missing;
}
