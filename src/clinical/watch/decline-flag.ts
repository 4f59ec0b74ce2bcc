import type { PlainDate } from '../calendar';
import { latestOf } from '../calendar';
import type { ChecklistItem } from './checklist/checklist-item';
import { fillChecklist } from './checklist/decline-checklist';
import { flagText } from './words/flag-text';
import { publishedText } from './words/published-text';
import type { UsualBenefit } from './change-point/percent-card';
import type { BaselineKind } from './evidence/baselines';
import type { ResponseTrend } from './response-trend';
import type { Change } from './evidence/session-comparability';
import type { RuleValues } from '../rules';
import type { SessionCircumstances, TreatedSession } from '../treated-session';
import type { SessionEvidence, TrendTier } from './trend-state';

/** A session that a flag speaks of. */
export interface FlaggedSession {
  readonly session: number;
  readonly sessionId?: string;
  readonly performedOn: PlainDate;
  readonly improvementPct: number | null;
  readonly lengthDays: number | null;
  /** The effect was still felt on the last day known. */
  readonly stillEffective: boolean;
  /** Share of this patient's usual benefit, percent. */
  readonly benefitPct: number | null;
  /** What the peak of a scale was held against; null where the size rests on no scale. */
  readonly baseline: BaselineKind | null;
}

/** A question to a neurologist; it decides nothing. */
export interface DeclineFlag {
  readonly tier: TrendTier;
  /** The same while one suspicion lasts; a flag opens at most once for it. */
  readonly cause: string;
  /** The day on which the suspicion could first be known. */
  readonly opensOn: PlainDate;
  readonly sinceSession: number;
  /** The evidence, oldest first. Sessions without an id are left out. */
  readonly sessionIds: readonly string[];
  readonly text: string;
  readonly comparable: readonly FlaggedSession[];
  /** Counted all the same, and listed with the reason for each. */
  readonly notComparable: readonly (FlaggedSession & { readonly reasons: readonly FlagReason[] })[];
  /** Everything that was looked at; `ruleOut` is what of it is not excluded. */
  readonly checklist: readonly ChecklistItem[];
  readonly ruleOut: readonly ChecklistItem[];
  readonly usual: UsualBenefit;
  readonly p: number;
  readonly trueLossShare: number | null;
  readonly publishedDefinitionMet: boolean;
  /** By which measure it is met, or why it is not; absent in flags that were kept from before it was told. */
  readonly publishedText?: string;
  readonly evaluable: number;
  readonly of: number;
  readonly rulesVersion: string;
}

export interface FlagReason {
  readonly code: Change;
  readonly text: string;
}

/**
 * What should be looked at after the latest session, as a neurologist reads it; null when there is nothing.
 *
 * @param sessions the ones that the trend was made from, in the same order
 */
export function flagOf(
  trend: ResponseTrend,
  sessions: readonly TreatedSession[],
  rules: RuleValues,
  circumstances: readonly (SessionCircumstances | undefined)[] = [],
): DeclineFlag | null {
  const state = trend.states[trend.states.length - 1];
  if (!state?.tier || state.sinceSession === null) return null;
  const start = state.epochSession - 1;
  const since = state.sinceSession - state.epochSession;
  const evidence = trend.sessions.slice(start);
  const given = sessions.slice(start);
  const checklist = fillChecklist(trend.indication, {
    sessions: given,
    evidence,
    circumstances: circumstances.slice(start),
    since,
    restsOn: state.restsOn,
    rules,
  });
  const known = evidence.slice(since).filter(({ share }) => share);
  const opened = startOfRun(trend, state.tier, start);
  return {
    tier: state.tier,
    cause: `${state.tier}:${sessions[opened]!.sessionId ?? sessions[opened]!.performedOn}`,
    opensOn: knownOn(sessions[opened]!),
    sinceSession: state.sinceSession,
    sessionIds: known.flatMap(({ sessionId }) => sessionId ?? []),
    text: flagText({ indication: trend.indication, state, evidence, since, checklist, rules }),
    comparable: known.filter(({ changes }) => !changes.length).map(toFlagged),
    notComparable: known
      .filter(({ changes }) => changes.length)
      .map((session) => ({
        ...toFlagged(session),
        reasons: session.changes.map((code) => ({ code, text: reasonText(code, session) })),
      })),
    checklist,
    ruleOut: checklist.filter(({ status }) => status !== 'excluded'),
    usual: state.usual,
    p: state.p,
    trueLossShare: state.trueLossShare,
    publishedDefinitionMet: state.publishedDefinitionMet,
    publishedText: publishedText(trend.indication, evidence, state.publishedDefinitionMet),
    evaluable: state.evaluable,
    of: state.of,
    rulesVersion: state.rulesVersion,
  };
}

/** Where the tier now shown began; a pause of one session does not end it. */
function startOfRun({ states }: ResponseTrend, tier: TrendTier, start: number): number {
  let first = states.length - 1;
  for (let index = first; index >= start && first - index <= 2; index--) {
    if (states[index]!.tier === tier) first = index;
  }
  return first;
}

/** The last day on which something was learned of this session. */
function knownOn({ performedOn, response }: TreatedSession): PlainDate {
  const days = [response?.assessedOn, response?.woreOffOn, response?.stillEffectiveOn];
  return latestOf(performedOn, ...days.flatMap((day) => day ?? []));
}

function toFlagged({
  session,
  sessionId,
  performedOn,
  size,
  length,
  share,
}: SessionEvidence): FlaggedSession {
  return {
    session,
    sessionId,
    performedOn,
    improvementPct: size ? Math.round(size.improvementPct) : null,
    lengthDays: length?.days ?? null,
    stillEffective: length?.kind === 'at-least',
    benefitPct: share ? Math.round(100 * share.benefit) : null,
    baseline: size?.entered.find(({ reading }) => reading === 'scale')?.baseline?.kind ?? null,
  };
}

function reasonText(code: Change, { doseRatio }: SessionEvidence): string {
  switch (code) {
    case 'dose-cut':
      return `dose reduced to ${Math.round(100 * doseRatio)} % of its usual with this product`;
    case 'product':
      return 'another product than the session before';
    case 'injector':
      return 'another injector than the session before';
    case 'muscles':
      return 'other muscles than the session before';
  }
}
