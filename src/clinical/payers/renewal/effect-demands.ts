import { daysBetween } from '../../calendar';
import { INDICATIONS } from '../../catalogue/indications';
import { scaleOf, type ScaleSlug } from '../../catalogue/scales';
import { dayText, weeksText } from '../../due/due-text';
import { responseLine, type PaperTreatment } from '../../papers/course-lines';
import { isEffectKnown } from '../../papers/appeal/packet-facts';
import {
  betterBy,
  betterByPct,
  scaleChanges,
  scaleLine,
  type ScaleChange,
} from '../../papers/appeal/scale-change';
import { capitalised, counted, slugWords } from '../../words';
import { fallsShort, GIVE_REASON, met, type Judged, type RenewalFacts } from './demand';

/** A treatment with those before it: a scale is compared with what it was untreated. */
type Shown = readonly PaperTreatment[];

/** Where a payer does not say how many: the effect of the two treatments before (V:NGS). */
const USUALLY_SHOWN = 2;

/** The treatments with the planned product that a payer wants to hear of, the latest last. */
export function shownTreatments({ treatments, course, terms }: RenewalFacts): readonly Shown[] {
  return treatments
    .map((_, i) => treatments.slice(0, i + 1))
    .filter((until) => until.at(-1)!.product === course.plannedProduct)
    .slice(-(terms?.treatmentsShown ?? USUALLY_SHOWN));
}

export function effectDemand({ terms }: RenewalFacts, shown: readonly Shown[]): Judged | undefined {
  if (shown.length === 0) return undefined;
  const asked = terms?.treatmentsShown ?? USUALLY_SHOWN;
  const text = `The effect of the last ${asked === 1 ? 'treatment' : `${asked} treatments`} on record.`;
  const unknown = shown.filter((until) => !isEffectKnown(until)).map(dayOf);
  const known = shown.filter(isEffectKnown);
  const evidence = known.length > 0 ? known.map(effectText).join(' ') : null;
  if (evidence !== null && unknown.length === 0) return met('effect', text, evidence);
  return {
    code: 'effect',
    text,
    met: known.length > 0 ? false : null,
    evidence,
    todo: `Ask the patient how it worked and record it for ${unknown.map((day) => `the session of ${day}`).join(' and ')}.`,
    lacks: unknown.map((day) => `effect of the session of ${day}`),
  };
}

/**
 * By the latest treatment that says. A scale that the payer names decides alone; where it asks for scales they do, else the rating
 * does as well; the best of them counts. A fall in days is enough beside percent; where no scale of days is named, headache days
 * are counted.
 */
export function improvementDemand({ terms }: RenewalFacts, shown: readonly Shown[]): Judged | undefined {
  const asked = terms?.mustImprovePct ?? null;
  const fewer = terms?.mustFallDays ?? null;
  const last = shown.at(-1);
  if ((asked === null && fewer === null) || !last) return undefined;
  const named = terms?.mustImproveScale ?? (asked === null ? HEADACHE_DAYS : null);
  const byScales = named !== null || terms?.scalesShown === true;
  const text = `${demandWords(asked, fewer)}${named === null ? '' : `, by ${scaleOf(named).name}`}.`;
  const sharesOf = (until: Shown): number[] =>
    asked === null
      ? []
      : [
          ...changesOf(until, named).flatMap((change) => betterByPct(change) ?? []),
          ...(byScales ? [] : [until.at(-1)!.response?.improvementPct ?? []].flat()),
        ];
  const fallsOf = (until: Shown): number[] =>
    fewer === null ? [] : changesOf(until, daysScale(named)).flatMap((change) => betterBy(change) ?? []);
  const telling = shown.findLast((until) => sharesOf(until).length + fallsOf(until).length > 0);
  if (!telling) {
    const todo = byScales
      ? `Take ${named === null ? 'a scale' : scaleOf(named).name} before the injection and again at the peak: this payer does not go by a rating.`
      : `Record by how many percent the session of ${dayOf(last)} helped.`;
    const lacks = [
      `by how many percent the session of ${dayOf(last)} helped${named === null ? '' : `, by ${scaleOf(named).name}`}`,
    ];
    return { code: 'improvement', text, met: null, evidence: null, todo, lacks };
  }
  const evidence = `Session of ${dayOf(telling)}: ${improvementText(telling, named)}`;
  const isEnough =
    sharesOf(telling).some((share) => share >= asked!) || fallsOf(telling).some((days) => days >= fewer!);
  return isEnough
    ? met('improvement', text, evidence)
    : fallsShort('improvement', text, evidence, GIVE_REASON);
}

const HEADACHE_DAYS = 'mhd';
const SCALES_OF_DAYS: readonly ScaleSlug[] = [HEADACHE_DAYS, 'mmd'];

/** The scale in which days are counted: the one that the payer names, where it is one of days. */
function daysScale(named: ScaleSlug | null): ScaleSlug {
  return named !== null && SCALES_OF_DAYS.includes(named) ? named : HEADACHE_DAYS;
}

function demandWords(pct: number | null, days: number | null): string {
  const share = pct === null ? [] : [`at least ${pct} % improvement`];
  const fall = days === null ? [] : [`at least ${counted(days, 'headache day')} in a month fewer`];
  return capitalised([...share, ...fall].join(' or '));
}

/** By the latest treatment whose length is known, or long enough already. */
export function benefitDemand({ terms }: RenewalFacts, shown: readonly Shown[]): Judged | undefined {
  const asked = terms?.benefitWeeks ?? null;
  const last = shown.at(-1);
  if (asked === null || !last) return undefined;
  const text = `Benefit for at least ${counted(asked, 'week')}.`;
  const lengths = shown.map((until) => lengthOf(until.at(-1)!));
  const telling = lengths.findLast((length) => length && (length.isOver || length.days >= asked * 7));
  if (telling) {
    return telling.days >= asked * 7
      ? met('benefit', text, telling.text)
      : fallsShort('benefit', text, telling.text, GIVE_REASON);
  }
  const evidence = lengths.findLast((length) => length !== undefined)?.text ?? null;
  const what = `how long the session of ${dayOf(last)} worked`;
  return { code: 'benefit', text, met: null, evidence, todo: `Record ${what}.`, lacks: [what] };
}

interface Length {
  readonly days: number;
  /** Whether it has worn off: else it is at least as long. */
  readonly isOver: boolean;
  readonly text: string;
}

function lengthOf({ performedOn, response }: PaperTreatment): Length | undefined {
  const { woreOffOn, stillEffectiveOn } = response ?? {};
  const until = woreOffOn ?? stillEffectiveOn;
  if (!until) return undefined;
  const days = daysBetween(performedOn, until);
  const how = woreOffOn ? 'wore off' : 'still effective';
  return {
    days,
    isOver: woreOffOn !== undefined,
    text: `Session of ${dayText(performedOn)}: ${how} on ${dayText(until)}, after ${days % 7 === 0 ? weeksText(days) : counted(days, 'day')}.`,
  };
}

export function scalesDemand({ terms, course }: RenewalFacts, shown: readonly Shown[]): Judged | undefined {
  const last = shown.at(-1);
  if (!terms?.scalesShown || !last) return undefined;
  const text = 'A scale taken before treatment and after it.';
  const told = shown.flatMap((until) => {
    const whole = scaleChanges(until).filter(({ before, after }) => before !== null && after !== null);
    return whole.length > 0 ? [`Session of ${dayOf(until)}: ${whole.map(scaleLine).join(' ')}`] : [];
  });
  if (told.length > 0) return met('scales', text, told.join(' '));
  const partly = scaleChanges(last).map(scaleLine).join(' ');
  const { scales, peakCheckWeeks } = INDICATIONS[course.indication];
  return {
    code: 'scales',
    text,
    met: null,
    evidence: partly ? `Session of ${dayOf(last)}: ${partly}` : null,
    todo: `Take ${scaleOf(scales[0]!).name} before the injection, and again ${peakCheckWeeks.from} to ${peakCheckWeeks.to} weeks after it.`,
    lacks: [`one scale both before and after the session of ${dayOf(last)}`],
  };
}

/** What was rated, without the scales, which have a demand of their own. */
function effectText(until: Shown): string {
  const treatment = until.at(-1)!;
  const { measurements: _taken, ...rated } = treatment.response ?? {};
  if (Object.keys(rated).length > 0) return responseLine({ ...treatment, response: rated });
  return `Session of ${dayOf(until)}: ${scaleChanges(until).map(scaleLine).join(' ')}`;
}

/** Of the scale that the payer names, else of all. */
function changesOf(until: Shown, named: ScaleSlug | null): readonly ScaleChange[] {
  return scaleChanges(until).filter(({ scale }) => named === null || scale === named);
}

/** `rated 60 % better; TWSTRS total 42 to 21 (50 % better).` */
function improvementText(until: Shown, named: ScaleSlug | null): string {
  const rating = until.at(-1)!.response?.improvementPct;
  const rated = rating === undefined ? [] : [`rated ${shareText(rating)}`];
  const measured = changesOf(until, named).flatMap((change) => {
    const share = betterByPct(change);
    if (share === undefined) return [];
    const { name, of, before, after } = change;
    const where = of ? ` of the ${slugWords(of).toLowerCase()}` : '';
    return [`${name}${where} ${before!.value} to ${after!.value} (${shareText(share)})`];
  });
  return `${[...rated, ...measured].join('; ')}.`;
}

/** Cut, not rounded: 49.6 is not yet 50. */
function shareText(pct: number): string {
  return `${Math.trunc(Math.abs(pct))} % ${pct < 0 ? 'worse' : 'better'}`;
}

function dayOf(until: Shown): string {
  return dayText(until.at(-1)!.performedOn);
}
