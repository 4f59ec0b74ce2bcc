/** A mutant that no case can tell from the original. */
export interface Equivalent {
  readonly file: string;
  /** The line it begins on, without its indent. */
  readonly line: string;
  /** The text that is replaced, and what is put in its place. */
  readonly original: string;
  readonly replacement: string;
  readonly why: string;
}

const FILLED = '["Stryker was here"]';

export const EQUIVALENT: readonly Equivalent[] = [
  {
    file: 'src/clinical/session-check/interval-check.ts',
    line: 'const [first, second] = other < day ? [other, day] : [day, other];',
    original: 'other < day',
    replacement: 'other <= day',
    why: 'two sessions of one day are that day in either order',
  },
  {
    file: 'src/clinical/session-check/interval-check.ts',
    line: 'if (other < day) {',
    original: 'other < day',
    replacement: 'other <= day',
    why: 'a session of the same day has been answered above',
  },
  {
    file: 'src/clinical/doses/dose-window.ts',
    line: '.filter((day) => day > session.performedOn && day <= lastEnd);',
    original: 'day > session.performedOn',
    replacement: 'day >= session.performedOn',
    why: 'a window that ends on the session’s day is looked at anyway',
  },
  {
    file: 'src/clinical/due/due-forecast.ts',
    line: "if (state === 'completed' && (anchorOn === undefined || performedOn > anchorOn)) anchorOn = performedOn;",
    original: 'performedOn > anchorOn',
    replacement: 'performedOn >= anchorOn',
    why: 'the same day is put in its own place',
  },
  {
    file: 'src/clinical/watch/decline-flag.ts',
    line: 'circumstances: readonly (SessionCircumstances | undefined)[] = [],',
    original: '[]',
    replacement: FILLED,
    why: 'a text has none of the circumstances that are asked for',
  },
  {
    file: 'src/clinical/watch/response-trend.ts',
    line: 'const { nextSessionOn, noise = usualNoise(rules), circumstances = [] } = options;',
    original: '[]',
    replacement: FILLED,
    why: 'a text has none of the circumstances that are asked for',
  },
  {
    file: 'src/clinical/watch/trend-stretch.ts',
    line: 'return less >= 0 ? less : Math.max(0, from);',
    original: 'less >= 0',
    replacement: 'less > 0',
    why: 'when the very first session gave less, the loss begins no later: 0 either way',
  },
  {
    file: 'src/clinical/watch/evidence/progression-check.ts',
    line: 'const holds = now.fall !== undefined && before.fall !== undefined && now.fall >= holdsFrom * before.fall;',
    original: 'now.fall !== undefined && before.fall !== undefined',
    replacement: 'true',
    why: 'a fall that is not known is never as large: undefined compares as not a number',
  },
  {
    file: 'src/clinical/watch/evidence/progression-check.ts',
    line: 'const holds = now.fall !== undefined && before.fall !== undefined && now.fall >= holdsFrom * before.fall;',
    original: 'now.fall !== undefined && before.fall !== undefined',
    replacement: 'now.fall !== undefined || before.fall !== undefined',
    why: 'a fall that is not known is never as large: undefined compares as not a number',
  },
  {
    file: 'src/clinical/watch/evidence/progression-check.ts',
    line: 'const holds = now.fall !== undefined && before.fall !== undefined && now.fall >= holdsFrom * before.fall;',
    original: 'now.fall !== undefined',
    replacement: 'true',
    why: 'a fall that is not known is never as large: undefined compares as not a number',
  },
  {
    file: 'src/clinical/watch/evidence/progression-check.ts',
    line: 'const holds = now.fall !== undefined && before.fall !== undefined && now.fall >= holdsFrom * before.fall;',
    original: 'before.fall !== undefined',
    replacement: 'true',
    why: 'a fall that is not known is never as large: undefined compares as not a number',
  },
  {
    file: 'src/clinical/watch/evidence/progression-check.ts',
    line: 'if (index < since) count.before += 1;',
    original: 'index < since',
    replacement: 'index >= since',
    why: 'both counts are asked for alike, so before and since may change places',
  },
  {
    file: 'src/clinical/watch/evidence/progression-check.ts',
    line: 'for (const scale of severityAtStart(response?.measurements ?? []).keys()) {',
    original: '[]',
    replacement: FILLED,
    why: 'a text is no measurement of any scale',
  },
  {
    file: 'src/clinical/watch/evidence/progression-check.ts',
    line: 'const measured = (response?.measurements ?? []).filter((each) => each.scale === scale);',
    original: '[]',
    replacement: FILLED,
    why: 'a text is no measurement of any scale',
  },
  {
    file: 'src/clinical/watch/evidence/response-evidence.ts',
    line: 'const measured = response.measurements ?? [];',
    original: '[]',
    replacement: FILLED,
    why: 'a text is no measurement of any scale',
  },
  {
    file: 'src/clinical/watch/evidence/scale-evidence.ts',
    line: 'const severity = reading && start !== undefined ? start - (reading.zero ?? 0) : 0;',
    original: 'start !== undefined',
    replacement: 'true',
    why: 'what was not measured is not above zero',
  },
  {
    file: 'src/clinical/due/due-forecast.ts',
    line: 'return [...minimums, ...holds, ...across].toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));',
    original: 'a.on < b.on',
    replacement: 'false',
    why: 'sorting asks only whether the one stands before the other, which is left as it was',
  },
  {
    file: 'src/clinical/due/due-forecast.ts',
    line: 'return [...minimums, ...holds, ...across].toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));',
    original: 'a.on < b.on',
    replacement: 'a.on <= b.on',
    why: 'sorting asks only whether the one stands before the other, which is left as it was',
  },
  {
    file: 'src/clinical/due/effect-length.ts',
    line: 'if (response?.woreOffOn != null && notedDays <= intervalDays) {',
    original: 'response?.woreOffOn',
    replacement: 'response.woreOffOn',
    why: 'without a response nothing was noted, which is answered above',
  },
  {
    file: 'src/records/responses/response-shape.ts',
    line: 'if (!day) continue;',
    original: '!day',
    replacement: 'false',
    why: 'a day that is not known is neither before nor after another',
  },
  {
    file: 'src/records/responses/response-shape.ts',
    line: 'if (woreOffOn && onsetOn && onsetOn > woreOffOn) {',
    original: 'woreOffOn && onsetOn',
    replacement: 'true',
    why: 'a day that is not known is neither before nor after another',
  },
  {
    file: 'src/records/responses/response-shape.ts',
    line: 'if (woreOffOn && onsetOn && onsetOn > woreOffOn) {',
    original: 'woreOffOn && onsetOn',
    replacement: 'woreOffOn || onsetOn',
    why: 'a day that is not known is neither before nor after another',
  },
  {
    file: 'src/records/responses/response-shape.ts',
    line: 'if (woreOffOn && stillEffectiveOn && stillEffectiveOn >= woreOffOn) {',
    original: 'woreOffOn && stillEffectiveOn',
    replacement: 'true',
    why: 'a day that is not known is neither before nor after another',
  },
  {
    file: 'src/records/responses/response-shape.ts',
    line: 'if (woreOffOn && stillEffectiveOn && stillEffectiveOn >= woreOffOn) {',
    original: 'woreOffOn && stillEffectiveOn',
    replacement: 'woreOffOn || stillEffectiveOn',
    why: 'a day that is not known is neither before nor after another',
  },
];
