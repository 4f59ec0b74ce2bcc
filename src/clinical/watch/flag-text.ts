import type { IndicationSlug } from '../catalogue/indications';
import { sessionsText, type ChecklistItem } from './decline-checklist';
import type { RuleValues } from '../rules';
import type { ResponseEvidence } from './evidence/response-evidence';
import type { SessionEvidence, TrendState } from './trend-state';
import { LOSS_BY_INDICATION } from './indication-loss';
import { shareText } from './true-loss-share';

/** What a flag is written from: the state that is shown, the stretch it speaks of, and the filled-in checklist. */
export interface FlagMaterial {
  readonly indication: IndicationSlug;
  readonly state: TrendState;
  /** All sessions of the stretch. */
  readonly evidence: readonly SessionEvidence[];
  /** Index in `evidence` of the first session of the suspected loss. */
  readonly since: number;
  readonly checklist: readonly ChecklistItem[];
  /** The numbers that decided are those that are spoken of. */
  readonly rules: RuleValues;
}

/** What two sentences can carry. */
const OPEN_POINTS = 4;

/**
 * The flag in two sentences that a neurologist can check against the chart: what the last sessions gave beside this
 * patient's usual, then how often such a pattern was a lasting loss and what is still open. It names no dose and
 * recommends no product.
 */
export function flagText(material: FlagMaterial): string {
  const { state, checklist } = material;
  const open = openPoints(checklist);
  const still = open.length
    ? `still open: ${open.join(', ')}`
    : 'no change of dose, product, injector or muscles on record';
  if (state.tier === 'primary')
    return `${neverText(material)} Before the toxin is blamed: diagnosis, dose and muscles; ${still}.`;
  if (state.restsOn === 'length')
    return `${shorterText(material)} A shorter effect is often the first sign of a loss: it is watched, and the peak still holds it from being a review; ${still}.`;
  if (state.dryMouthAndBenefitLost)
    return `${lossText(material)} Dry mouth is gone together with the benefit, so type B may be failing; ${still}.`;
  const first = LOSS_BY_INDICATION[material.indication].thinkFirst;
  const thinkFirst = first ? ': a lasting loss is rare in this indication, so think of ' + first : '';
  if (state.trueLossShare === null)
    return `${lossText(material)} How often such a pattern is a lasting loss has not been counted with this clinic's settings; ${still}.`;
  return `${lossText(material)} Of simulated courses with this pattern ${shareText(state.trueLossShare)} had a lasting loss${thinkFirst}; ${still}.`;
}

/** `20-30 % for 6-7 weeks`; of several sessions the smallest and the largest. */
function benefitText(sessions: readonly ResponseEvidence[]): string {
  const sizes = sessions.flatMap(({ size }) => (size ? [Math.max(0, toFive(size.improvementPct))] : []));
  const lengths = sessions.flatMap(({ length }) => (length ? [length] : []));
  const percent = sizes.length ? `${span(Math.min(...sizes), Math.max(...sizes))} %` : '';
  const length = lengths.length ? lengthText(lengths) : '';
  if (!percent) return `${length} of effect`;
  return length ? `${percent} for ${length}` : percent;
}

function lossText({ evidence, since, state, rules }: FlagMaterial): string {
  const known = evidence.slice(since).filter(({ share }) => share);
  const first = evidence[since]!;
  const day = `session ${first.session} (${first.performedOn})`;
  const single = known.length === 1 && known[0] === first;
  const now = single
    ? `At ${day} benefit was ${benefitText(known)}`
    : `Since ${day} benefit is ${benefitText(known)}`;
  const usual = usualText(evidence, since, known, state);
  return `${now}; ${usual}, so ${sharesText(known, rules)}${doseText(known, rules)}.`;
}

/** R1: the length alone. */
function shorterText({ evidence, since, state, rules }: FlagMaterial): string {
  const known = evidence.slice(since).filter(({ share }) => share?.length !== undefined);
  const first = evidence[since]!;
  const from = evidence.slice(0, since).filter(({ length }) => length);
  const usual = known[known.length - 1]?.share?.usual ?? state.usual;
  const told = known.slice(-3).map(({ share }) => `${Math.round(100 * share!.length!)} %`);
  const last = told.pop();
  const lengths = lengthText(known.flatMap(({ length }) => length ?? []));
  return `Since session ${first.session} (${first.performedOn}) the effect lasts ${lengths}; this patient's usual is ${weeks(usual.days)} weeks (${spanOfSessions(from)}), so the last sessions lasted ${told.join(', ')} and ${last} of usual${doseText(known, rules)}.`;
}

function usualText(
  evidence: readonly SessionEvidence[],
  since: number,
  known: readonly SessionEvidence[],
  state: TrendState,
): string {
  const usual = known[known.length - 1]?.share?.usual ?? state.usual;
  const from = evidence.slice(0, since).filter(({ share }) => share);
  const learned = from.length ? spanOfSessions(from) : 'of the indication';
  return `this patient's usual is ${toFive(usual.sizePct)} % for ${weeks(usual.days)} weeks (${learned})`;
}

function sharesText(known: readonly SessionEvidence[], rules: RuleValues): string {
  const shares = known.map(({ share }) => Math.max(0, share!.benefit));
  const lowInThree = shares.length >= 3 && Math.max(...shares.slice(-3)) <= rules['R.review.last-three'];
  const lowInTwo = Math.max(...shares.slice(-2)) <= rules['R.review.last-two'];
  const told = shares.slice(lowInThree && !lowInTwo ? -3 : -2).map((share) => `${Math.round(100 * share)} %`);
  if (told.length === 1) return `it gave ${told[0]} of usual`;
  const last = told.pop();
  return `the last ${told.length === 1 ? 'two' : 'three'} sessions gave ${told.join(', ')} and ${last} of usual`;
}

function doseText(known: readonly SessionEvidence[], rules: RuleValues): string {
  const last = known.slice(-2);
  if (last.some(({ changes }) => changes.includes('product'))) return ' after a change of product';
  const cut = last.filter(({ changes }) => changes.includes('dose-cut'));
  if (cut.length) return `, with a reduced dose at ${sessionsText(cut)}`;
  const ratios = last.map(({ doseRatio }) => doseRatio);
  if (ratios.some((ratio) => ratio < rules['R.dose.unchanged'])) return ' at a slightly lower dose';
  return ratios.some((ratio) => ratio > rules['R.dose.raised'])
    ? ' although the dose was raised'
    : ' at an unchanged dose';
}

function neverText({ evidence, state }: FlagMaterial): string {
  const known = evidence.filter(({ share }) => share);
  const usual = known[0]!.share!.usual;
  const sessions =
    known.length === evidence.length ? `${known.length}` : `${known.length} of ${evidence.length}`;
  const expected = `${toFive(usual.sizePct)} % for ${weeks(usual.days)} weeks are usual`;
  return `In the first sessions (${sessions} known, from session ${state.epochSession}) benefit never was more than ${benefitText(known)}; ${expected} in this indication.`;
}

/** What the record itself raises; what only a person can say is on the checklist, not in the sentence. */
function openPoints(checklist: readonly ChecklistItem[]): string[] {
  const points = checklist.flatMap(({ code, status, detail }) => {
    if (status === 'excluded') return [];
    const explained = status === 'explained';
    if (code === 'dose-cut' && explained) return [`dose cut (${detail})`];
    if (code === 'product' && explained) return [`new product ${detail}`];
    if (code === 'injector' && explained) return [`new injector ${detail}`];
    if (code === 'muscles' && explained) return [`other muscles ${detail}`];
    if (code === 'one-off') return ['one session only, needs a second'];
    if (code === 'peak-check' || code === 'data-gaps') return [detail];
    return explained ? [detail] : [];
  });
  return points.slice(0, OPEN_POINTS);
}

function lengthText(lengths: readonly { readonly kind: string; readonly days: number }[]): string {
  const shortest = lengths.reduce((a, b) => (b.days < a.days ? b : a));
  const longest = lengths.reduce((a, b) => (b.days > a.days ? b : a));
  const atLeast = longest.kind === 'at-least' ? 'at least ' : '';
  if (weeks(shortest.days) === weeks(longest.days)) return `${atLeast}${weekWord(longest.days)}`;
  const to = atLeast ? ' to at least ' : '-';
  return `${weeks(shortest.days)}${to}${weekWord(longest.days)}`;
}

function weekWord(days: number): string {
  return weeks(days) === 1 ? '1 week' : `${weeks(days)} weeks`;
}

function spanOfSessions(sessions: readonly SessionEvidence[]): string {
  const [first, last] = [sessions[0]!.session, sessions[sessions.length - 1]!.session];
  return first === last ? `session ${first}` : `sessions ${first}-${last}`;
}

function span(from: number, to: number): string {
  return from === to ? `${from}` : `${from}-${to}`;
}

function weeks(days: number): number {
  return Math.round(days / 7);
}

function toFive(percent: number): number {
  return 5 * Math.round(percent / 5);
}
