import type { RuleValues } from '../../rules';
import { sessionsText } from '../checklist/checklist-item';
import type { BenefitShare, UsualBenefit } from '../change-point/percent-card';
import type { SessionEvidence, TrendState } from '../trend-state';
import { inWeeks, lengthsOf, lengthsText } from './told-lengths';
import { keyOf } from '../evidence/entered-reading';
import { singleMeasure, sizesText, valuesText } from './told-sizes';

/** The sessions that a sentence speaks of, and what they are held against. */
interface Seen {
  readonly state: TrendState;
  /** All sessions of the stretch. */
  readonly evidence: readonly SessionEvidence[];
  /** Index in `evidence` of the first session of the suspected loss. */
  readonly since: number;
  readonly rules: RuleValues;
}

type Known = SessionEvidence & { readonly share: BenefitShare };

/** `Since session 7 (2025-05-19) benefit is 20-30 % (patient's rating) for 6-7 weeks; …` */
export function lessBenefitText({ evidence, since, state, rules }: Seen): string {
  const known = evidence.slice(since).filter(isKnown);
  const less = known.filter(({ share }) => share.benefit <= rules['R.review.less']);
  const first = evidence[since]!;
  const told = less.length ? less : known;
  const all = told.length === known.length;
  const sinceFirst = `Since session ${first.session} (${first.performedOn})`;
  const [where, tense] =
    told.length === 1
      ? [`At session ${told[0]!.session} (${told[0]!.performedOn})`, 'past' as const]
      : all
        ? [sinceFirst, 'present' as const]
        : [`${sinceFirst} ${told.length} of ${known.length} sessions gave less:`, 'past' as const];
  const usual = usualText({ from: evidence.slice(0, since).filter(isKnown), told, known, state });
  return `${where} ${benefitText(told, tense)}; ${usual}, so ${sharesText(known, less, rules)}${doseText(evidence.slice(since), rules)}`;
}

/** R1: the length alone. */
export function shorterText({ evidence, since, state, rules }: Seen): string {
  const known = evidence.slice(since).filter(({ share }) => share?.length !== undefined) as Known[];
  const first = evidence[since]!;
  const from = evidence.slice(0, since).filter(({ length }) => length);
  const usual = usualAt(known, state);
  const told = known.slice(-3).map(({ share }) => percent(share.length!));
  return `Since session ${first.session} (${first.performedOn}) the effect lasts ${lengthsText(lengthsOf(known))}; this patient's usual is ${inWeeks(usual.days)} weeks (${spanOfSessions(from)}), so the last sessions lasted ${listed(told)} of usual${doseText(evidence.slice(since), rules)}`;
}

export function neverHelpedText({ evidence, state }: Seen): string {
  const known = evidence.filter(isKnown);
  const { usual } = known[0]!.share;
  const sessions =
    known.length === evidence.length ? `${known.length}` : `${known.length} of ${evidence.length}`;
  const expected = `an improvement of ${Math.round(usual.sizePct)} % for ${inWeeks(usual.days)} weeks is usual`;
  return `In the first sessions (${sessions} known, from session ${state.epochSession}) ${benefitText(known, 'past')}; ${expected} in this indication`;
}

/** What size and length some sessions had, as far as they are known. */
function benefitText(sessions: readonly SessionEvidence[], tense: 'present' | 'past'): string {
  const lengths = lengthsOf(sessions);
  const length = lengths.length ? lengthsText(lengths) : '';
  if (!sessions.some(({ size }) => size))
    return `the effect ${tense === 'present' ? 'lasts' : 'lasted'} ${length}`;
  const size = sizesText(sessions, tense);
  return length ? `${size} for ${length}` : size;
}

interface Usual {
  /** The sessions before the suspected loss. */
  readonly from: readonly Known[];
  /** The sessions whose values are told: the usual is told by the same measure. */
  readonly told: readonly Known[];
  readonly known: readonly Known[];
  readonly state: TrendState;
}

function usualText({ from, told, known, state }: Usual): string {
  const usual = usualAt(known, state);
  const days = told.some(({ length }) => length) ? `${inWeeks(usual.days)} weeks` : '';
  const size = told.some((session) => session.size) ? usualSizeText(usual, from, told) : '';
  const learned = from.length ? spanOfSessions(from) : 'of the indication';
  return `this patient's usual is ${[size, days].filter(Boolean).join(' for ')} (${learned})`;
}

/** Where one measure is all that is told, what it was before: percent of an improvement were never entered. */
function usualSizeText(usual: UsualBenefit, from: readonly Known[], told: readonly Known[]): string {
  const single = singleMeasure(told);
  const before = from.flatMap(({ size }) =>
    (size?.entered ?? []).filter((entered) => keyOf(entered) === single),
  );
  return single && single !== 'rating' && before.length
    ? valuesText(single, before)
    : `${Math.round(usual.sizePct)} %`;
}

/** What the last sessions gave beside the usual, and of what: a size, a length, or both together. */
function sharesText(known: readonly Known[], less: readonly Known[], rules: RuleValues): string {
  const shares = known.map(({ share }) => Math.max(0, share.benefit));
  const lowInThree = shares.length >= 3 && Math.max(...shares.slice(-3)) <= rules['R.review.last-three'];
  const lowInTwo = Math.max(...shares.slice(-2)) <= rules['R.review.last-two'];
  const lessBefore = shares.length >= 3 && less.some((session) => session === known.at(-3));
  const mixed = less.length > 0 && less.length < known.length;
  const last = known.slice((lowInThree && !lowInTwo) || (mixed && lessBefore) ? -3 : -2);
  const of = `of usual (${comparedText(last)})`;
  const told = last.map(({ share }) => percent(Math.max(0, share.benefit)));
  if (told.length === 1) return `it gave ${told[0]} ${of}`;
  return `the last ${told.length === 2 ? 'two' : 'three'} sessions gave ${listed(told)} ${of}`;
}

function comparedText(sessions: readonly Known[]): string {
  const kinds = new Set(
    sessions.map(({ share: { size, length } }) =>
      size === undefined ? 'length only' : length === undefined ? 'size only' : 'size and length together',
    ),
  );
  return kinds.size === 1 ? [...kinds][0]! : 'size and length as far as known';
}

function doseText(since: readonly SessionEvidence[], rules: RuleValues): string {
  if (since.some(({ changes }) => changes.includes('product'))) return ' after a change of product';
  const cut = since.filter(({ changes }) => changes.includes('dose-cut'));
  if (cut.length) return `, with a reduced dose at ${sessionsText(cut)}`;
  const ratios = since.slice(-2).map(({ doseRatio }) => doseRatio);
  if (ratios.some((ratio) => ratio < rules['R.dose.unchanged'])) return ' at a slightly lower dose';
  return ratios.some((ratio) => ratio > rules['R.dose.raised'])
    ? ' although the dose was raised'
    : ' at an unchanged dose';
}

/** The usual that the last known session was compared with. */
function usualAt(known: readonly Known[], state: TrendState): UsualBenefit {
  return known.at(-1)?.share.usual ?? state.usual;
}

function spanOfSessions(sessions: readonly SessionEvidence[]): string {
  const [first, last] = [sessions[0]!.session, sessions.at(-1)!.session];
  return first === last ? `session ${first}` : `sessions ${first}-${last}`;
}

/** `43 %, 95 % and 47 %` */
function listed(told: readonly string[]): string {
  return told.length > 1 ? `${told.slice(0, -1).join(', ')} and ${told.at(-1)}` : told[0]!;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function isKnown(session: SessionEvidence): session is Known {
  return session.share !== undefined;
}
