import { addDays, type PlainDate } from '../calendar';
import type { Cover } from '../cover/cover';
import { dayText } from '../due/due-text';
import { coverItems } from '../readiness/readiness';
import type { RuleValues } from '../rules';
import { counted } from '../words';
import { payerNamed, type PayerNames } from './payer-names';

export interface AskedPayer extends PayerNames {
  readonly leadDays: number | null;
}

/** A session that is not covered, and who is to pay for it. */
export interface UncoveredVisit {
  /** The day from which one looks. */
  readonly asOf: PlainDate;
  readonly dueOn: PlainDate;
  /** On the due day, once that has passed on the day from which one looks. */
  readonly cover: Cover;
  /** As it was typed. */
  readonly payer: string | null;
}

/** What to ask of a payer, and from which day on. */
export interface ToStart {
  readonly startByOn: PlainDate;
  readonly leadDays: number;
  readonly why: string;
  readonly todo: string;
}

/**
 * Is it time to ask for the authorization of this session, so that it is there on the due day?
 *
 * From the due day less the payer’s lead days on, that day itself included; a payer whose time is not known is given the days
 * of the rule `payer.lead`. Not where the session is covered, or needs no authorization.
 */
export function toStart(
  { asOf, dueOn, cover, payer }: UncoveredVisit,
  payers: readonly AskedPayer[],
  rules: RuleValues,
): ToStart | undefined {
  if (cover.state === 'covered' || cover.state === 'not-needed') return undefined;
  const known = payer === null ? undefined : payerNamed(payer, payers);
  const leadDays = known?.leadDays ?? rules['payer.lead'];
  const startByOn = addDays(dueOn, -leadDays);
  if (asOf < startByOn) return undefined;
  const visit = { asOf, on: dueOn < asOf ? asOf : dueOn, cover };
  const inTheWay = coverItems(visit).filter(({ ready }) => !ready);
  return {
    startByOn,
    leadDays,
    why: [
      ...inTheWay.map(({ text }) => text),
      `Due on ${dayText(dueOn)}; ${timeText(payer, known, leadDays)}.`,
    ].join(' '),
    todo: inTheWay.map(({ todo }) => todo).join(' '),
  };
}

function timeText(typed: string | null, known: AskedPayer | undefined, leadDays: number): string {
  const days = counted(leadDays, 'day');
  if (typed === null) return `the insurer is not known, ${days} are allowed for it`;
  if (known === undefined || known.leadDays === null)
    return `how long ${typed} takes is not known, ${days} are allowed for it`;
  return `${known.name} takes ${days}`;
}

/** The longest that any payer takes: nobody due later than that is to be asked for yet. */
export function longestLead(payers: readonly AskedPayer[], rules: RuleValues): number {
  return Math.max(rules['payer.lead'], ...payers.map(({ leadDays }) => leadDays ?? 0));
}
