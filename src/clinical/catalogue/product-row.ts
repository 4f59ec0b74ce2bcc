import type { Duration } from '../calendar';
import type { FindingCode } from '../finding';
import type { SESSION_RULES } from '../session-rules/session-rules';
import type { IndicationSlug } from './indication-slugs';
import type { MuscleRegion, MuscleSize } from './anatomy/muscle-regions';
import type { UsualRange } from './usual-range';

/** A statement and where it was read (`V:` key), or `M` from memory, `P` proposed. Shown, never calculated with. */
export interface SourcedText {
  readonly text: string;
  readonly source: string;
}

export type SessionRuleId = (typeof SESSION_RULES)[number]['id'];
/** A rule that says from which age a label holds. */
export type AgeRule = Extract<SessionRuleId, `S10.${string}`>;
/** `S05.abo.child` where there are both `S05.abo.child.perKg` and `S05.abo.child.cap`. */
export type ByWeight = {
  [Id in SessionRuleId]: Id extends `${infer Head}.perKg` ? Head : never;
}[SessionRuleId];
type ByIndication<T> = Readonly<Partial<Record<IndicationSlug, T>>>;

/**
 * What one product is: what is shown of it, and all that is done otherwise than with another product. The numbers of
 * its limits are rules of `session-rules.ts`, named here.
 */
export interface ProductRow {
  readonly facts: ProductFacts;
  /** What the US label names; whatever is left out is off-label. */
  readonly label: ByIndication<'on-label' | 'arguable'>;
  /** Where the label itself speaks against a use that it does not name. */
  readonly labelledAgainst: ByIndication<SourcedText>;
  readonly labelAge: LabelAge;
  readonly interval: Intervals;
  /** Effect lengths of products of one epoch are read together: type B and the long-acting have a usual of their own. */
  readonly epoch: string;
  /** How many times as long as usual for the indication it lasts. */
  readonly lasts: number;
  /** Where it lasts shorter than that, days; longer usual lengths come down to it. */
  readonly lastsAtMost: ByIndication<{ readonly days: number; readonly source: string }>;
  readonly limits: DoseLimits;
  readonly firstDose: FirstDoseLimit | null;
  /** Where the label starts, by indication: more in a first session is noted. */
  readonly labelStart: ByIndication<SessionRuleId>;
  readonly sites: SiteLimits;
  readonly hoursInUse: Extract<SessionRuleId, `S11.${string}`>;
  /** Sold as a solution of this strength: nothing is reconstituted, diluent only added. */
  readonly solution: { readonly unitsPerMl: number; readonly source: string } | null;
  /** Units a millilitre as people make it up, or dilute it. */
  readonly strength: { readonly least: SessionRuleId; readonly most: SessionRuleId };
  readonly doseStep: DoseStep;
  /** Its mark in a chart, so that a change of product is seen without colour. */
  readonly mark: MarkShape;
}

/** What `GET /catalog/products` shows. */
export interface ProductFacts {
  readonly brand: string;
  readonly generic: string;
  readonly serotype: 'A' | 'B';
  /** Labelled content of the single-dose vials, in this product's units. */
  readonly vialUnits: readonly number[];
  readonly vialSource: string;
  /** Sizes of which it is not settled whether they exist: asked about, with why. */
  readonly doubtfulVials: readonly {
    readonly units: number;
    readonly why: string;
    readonly source: string;
  }[];
  readonly hcpcs: string;
  /** Units of this product in one HCPCS billing unit. */
  readonly unitsPerBillingUnit: number;
  readonly billingSource: string;
  readonly onset: SourcedText;
  readonly duration: SourcedText;
  readonly storage: SourcedText;
  readonly diluent: SourcedText;
  readonly containsAlbumin: boolean;
  /** In one session, where the indication has no range for it. */
  readonly usualDose: UsualRange;
  /** In one muscle of one side, where neither the muscle nor its size has a range for it. */
  readonly usualByRegion: Readonly<Record<MuscleRegion, UsualRange>>;
  /** In one muscle of one side that is smaller than its region's, where the muscle has no range for it. */
  readonly usualBySize: Readonly<Record<MuscleSize, UsualRange>>;
  readonly notes: readonly SourcedText[];
}

interface LabelAge {
  /** Where the label has one age for all that it names, it is asked of every other use as well. */
  readonly everyUse: AgeRule | null;
  /** Where it differs from what labels of the indication say. */
  readonly byIndication: ByIndication<AgeRule>;
  /** The cause of a child's spasticity that the label leaves out. */
  readonly childSpasticityExcept: 'cerebral_palsy' | null;
}

interface Intervals {
  readonly least: SessionRuleId;
  /** In one indication, at every age. */
  readonly leastBy: ByIndication<SessionRuleId>;
  readonly leastInChild: SessionRuleId | null;
  /** In a child, beside `least`, under a code of its own. */
  readonly leastInChildBy: ByIndication<{ readonly code: FindingCode; readonly ruleId: SessionRuleId }>;
  /** The code of a rule that holds the interval between all sessions with the product, of whichever region. */
  readonly everyRegion: FindingCode | null;
  /** The usual one, where it is not that of the indication; `shown` is the same in weeks. */
  readonly usual: ByIndication<{ readonly ruleId: SessionRuleId; readonly shown: Duration }>;
}

interface DoseLimits {
  /** None where a session is not limited, but a first dose or a sum over weeks. */
  readonly adult: SessionLimit | null;
  /** Over the window of `S03.window` and all indications, or one: by label, or by payers as a setting. */
  readonly cumulative: readonly CumulativeLimit[];
  /** What the label usually gives at most in one arm; more is noted. */
  readonly arm: SessionRuleId | null;
  /** Null: what holds for adults holds at every age. */
  readonly child: ChildLimits | null;
  /** What the label gives in one indication, where that is less; more is asked about. */
  readonly labelledBy: ByIndication<LabelledDose>;
}

/** A labelled dose of one session: for adults a rule, for children steps of body weight where the label has them. */
export interface LabelledDose {
  readonly code: FindingCode;
  readonly ruleId: SessionRuleId;
  readonly scope: string;
  readonly child: {
    /** The label has no dose for a lighter child. */
    readonly leastKg: SessionRuleId;
    /** From this weight on, kg, so many units; ascending. */
    readonly steps: readonly (readonly [fromKg: number, units: number])[];
  } | null;
}

export interface CumulativeLimit {
  readonly code: FindingCode;
  readonly ruleId: SessionRuleId;
  readonly only: IndicationSlug | null;
}

/** A limit of one day with the product. */
export interface SessionLimit {
  readonly code: FindingCode;
  readonly ruleId: SessionRuleId;
  readonly scope: string;
  /** `stop-in-spasticity`: the label gives it for spasticity; elsewhere it is borrowed, so it asks. */
  readonly severity: 'stop' | 'confirm' | 'stop-in-spasticity';
  /** Another limit for what one indication gets; it stops. */
  readonly inIndication: {
    readonly indication: IndicationSlug;
    readonly ruleId: SessionRuleId;
    readonly scope: string;
  } | null;
}

export interface ChildLimits {
  readonly code: FindingCode;
  /** `spasticity`: elsewhere the number is borrowed, so it asks. */
  readonly labelledFor: 'every-use' | 'spasticity';
  readonly upperLimb: ByWeight | null;
  readonly lowerLimb: ByWeight | null;
  /** The label does not say whether its limit for "the upper limb" is for each arm: both together are asked about. */
  readonly bothUpperLimbs: boolean;
  readonly whole: ByWeight;
  /** What the whole adds up: a day, or the window of `S03.window`. */
  readonly wholeIn: 'session' | 'window';
}

/** A first session of the product has a limit of its own in one indication. */
export interface FirstDoseLimit {
  readonly code: FindingCode;
  readonly indication: IndicationSlug;
  readonly cap: SessionRuleId;
  /** From here on somebody must have tolerated botulinum toxin before. */
  readonly untried: SessionRuleId;
  /** The label's own starting range, never computed from the units of another product. */
  readonly labelStart: SourcedText;
}

interface SiteLimits {
  readonly sternocleidomastoid: {
    readonly ruleId: SessionRuleId;
    readonly counts: 'both-sides' | 'each-side';
  } | null;
  readonly eyelid:
    | {
        readonly counts: 'window';
        readonly ruleId: SessionRuleId;
        readonly windowRule: SessionRuleId;
        readonly siteRule: SessionRuleId;
      }
    | { readonly counts: 'each-eye'; readonly ruleId: SessionRuleId; readonly sessionRule: SessionRuleId }
    | null;
  /** In one site, wherever it is. */
  readonly units: SessionRuleId | null;
  readonly volume: { readonly adult: SessionRuleId; readonly child: SessionRuleId } | null;
}

interface DoseStep {
  /** One arrow key in the grid. */
  readonly arrow: number;
  /** Doses are written in whole multiples of it. */
  readonly least: number;
}

export type MarkShape = 'circle' | 'square' | 'diamond' | 'triangle' | 'hexagon' | 'cross';
