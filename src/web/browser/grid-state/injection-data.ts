import type { Protocol } from '../../../clinical/protocols/protocol';
import type { Guidance } from '../../../clinical/catalogue/guidance';
import { changedSessionRules, sessionRuleValues } from '../../../clinical/session-rules/session-rule';
import type { JudgeContext } from './grid-judge';
import type { SaveTarget } from './saving/grid-save';
import type { GridState, StockVialRow } from './grid-state';
import type { ToxinProduct } from '../../../clinical/units';

/** A protocol as the form offers it: units of another product are never offered. */
export interface OfferedProtocol extends Omit<Protocol, 'indication'> {
  /** Where it was published; null: the clinic's own. */
  readonly source: string | null;
}

/** What the server hands over with the page. */
export interface InjectionFormData {
  readonly courseId: string;
  readonly target: SaveTarget;
  readonly start: GridState;
  /** The session that was copied forward, and its day in words. */
  readonly basedOn: { readonly id: string; readonly words: string } | null;
  /** What a new session of this indication may start from besides; of one on record none. */
  readonly protocols: readonly OfferedProtocol[];
  readonly judge: JudgeContext;
  readonly guidance: readonly Guidance[];
  /** What may be drawn from today, by product, the first to expire first; closed vials of a lot one after the other. */
  readonly stock: Readonly<Partial<Record<ToxinProduct, readonly StockVialRow[]>>>;
  readonly zone: string;
}

/** As it stands in the page: of the rules only what the clinic has changed, since their defaults are in the script. */
export function writeInjectionData({ judge, ...data }: InjectionFormData): string {
  const rules = changedSessionRules(judge.rules);
  // Whatever stands in it, it ends no element.
  return JSON.stringify({ ...data, judge: { ...judge, rules } }).replaceAll('<', '\\u003c');
}

export function readInjectionData(text: string): InjectionFormData {
  const { judge, ...data } = JSON.parse(text) as InjectionFormData;
  return { ...data, judge: { ...judge, rules: sessionRuleValues(judge.rules) } };
}
