import type { PlainDate } from '../calendar';
import type { MuscleRegion } from '../catalogue/anatomy/muscle-regions';

export const EVENT_SEVERITIES = ['mild', 'moderate', 'severe'] as const;
export type EventSeverity = (typeof EVENT_SEVERITIES)[number];

/** A side effect of another session of the patient. */
export interface SideEffectOnRecord {
  /** One of the context's other sessions; of a session that is not among them it says nothing. */
  readonly sessionId: string;
  readonly kind: string;
  readonly onsetOn: PlainDate;
  readonly severity: EventSeverity;
  readonly serious: boolean;
  /** Its alert waits for a neurologist's answer. */
  readonly unanswered: boolean;
}

/** Why a neurologist should hear of it on the same day. */
export const ALERT_REASONS = ['swallowing', 'breathing', 'distant-weakness'] as const;
export type AlertReason = (typeof ALERT_REASONS)[number];

export interface SideEffectKind {
  /** What it is when it comes again, under whichever name: `dysphagia` and `aspiration` are both swallowing. */
  readonly group: string;
  /** From this severity on it limits the dose. */
  readonly limitsFrom: EventSeverity;
  /** It raises an alert, wherever toxin was given. */
  readonly alert?: AlertReason;
  /** Weakness that comes from muscles of these regions; when none of them was injected, the toxin went further. */
  readonly near?: readonly MuscleRegion[];
  /** It concerns a session anywhere in the body. */
  readonly everywhere: boolean;
}

const SWALLOWING = always('swallowing', 'moderate');
const BREATHING = always('breathing', 'mild');
const DISTANT = always('distant-weakness', 'mild');
const LIMBS = ['upper_limb', 'lower_limb', 'pelvis', 'skin'] as const;

/** Every kind that the clinic chooses from, and what follows from it. Boxed warning: V:BOT-GC. */
const ROWS = {
  dysphagia: SWALLOWING,
  aspiration: SWALLOWING,
  breathing_difficulty: BREATHING,
  weakness_elsewhere: DISTANT,
  neck_weakness: weakness('neck weakness', ['neck']),
  facial_weakness: weakness('facial weakness', ['face', 'jaw', 'gland', 'skin']),
  limb_weakness: weakness('limb weakness', LIMBS),
  hand_weakness: weakness('hand weakness', ['upper_limb', 'skin']),
  leg_weakness: weakness('leg weakness', ['lower_limb', 'pelvis', 'skin']),
  ptosis: weakness('ptosis', ['face', 'skin']),
  diplopia: weakness('diplopia', ['face', 'skin']),
  dysphonia: weakness('voice', ['larynx', 'neck', 'jaw']),
  dysarthria: weakness('speech', ['face', 'jaw', 'larynx', 'neck', 'gland']),
  incontinence: weakness('incontinence', ['pelvis']),
  dry_mouth: local('dry mouth'),
  dry_eye: local('dry eye'),
  blurred_vision: local('blurred vision'),
  constipation: local('constipation'),
  pain_at_site: local('pain'),
  bruising: local('bruising'),
  headache: local('headache'),
  flu_like_symptoms: local('flu-like'),
  allergic_reaction: { group: 'allergy', limitsFrom: 'moderate', everywhere: true },
  other: local('other'),
} as const satisfies Record<string, SideEffectKind>;

export type SideEffectSlug = keyof typeof ROWS;
export const SIDE_EFFECTS: Readonly<Record<SideEffectSlug, SideEffectKind>> = ROWS;
export const SIDE_EFFECT_SLUGS = Object.keys(ROWS) as readonly SideEffectSlug[];

/** A kind as somebody else named it: the first row whose words it holds. */
const BY_WORDS: readonly (readonly [RegExp, SideEffectSlug])[] = [
  [/swallow|dysphag|chok|aspirat/, 'dysphagia'],
  [/dyspn|breath(?!y)|respirat|apn(?:o?ea)|airway|stridor/, 'breathing_difficulty'],
  [/general|distant|remote|spread|botuli|widespread|systemic_weak/, 'weakness_elsewhere'],
  [/anaphyl|allerg|hypersens|angio_?o?edema|urticaria/, 'allergic_reaction'],
  [/incontinen/, 'incontinence'],
  [/ptosis|lid_droop|drooping_(?:eye)?lid/, 'ptosis'],
  [/diplop|double_vision/, 'diplopia'],
  [/dysarthr|slurr|speech/, 'dysarthria'],
  [/dysphon|hoarse|voice/, 'dysphonia'],
  [/(?:neck|head).*(?:weak|drop)/, 'neck_weakness'],
  [/(?:fac|smile|lip|mouth).*(?:weak|droop|asymm|pare)/, 'facial_weakness'],
  [/(?:hand|grip|finger|arm|wrist|shoulder).*(?:weak|pare)/, 'hand_weakness'],
  [/(?:leg|foot|gait|knee|hip|ankle).*(?:weak|pare|drop)/, 'leg_weakness'],
  [/limb.*(?:weak|pare)/, 'limb_weakness'],
  [/weak|paralys|paresis|plegia/, 'weakness_elsewhere'],
];

/** What follows from a side effect of this kind. One that no word tells anything of is local, a group of its own. */
export function sideEffectKind(kind: string): SideEffectKind {
  if (Object.hasOwn(ROWS, kind)) return SIDE_EFFECTS[kind as SideEffectSlug];
  const found = BY_WORDS.find(([words]) => words.test(kind));
  return found ? SIDE_EFFECTS[found[1]] : local(kind);
}

/**
 * Should a neurologist hear of this side effect on the same day (S21), and why?
 *
 * Swallowing and breathing always, however mild: both can become worse within days. Weakness when it is none of what
 * was injected: a drooping lid after the face is local, after the arm it has come from afar.
 */
export function alertOf(kind: string, injected: readonly MuscleRegion[]): AlertReason | undefined {
  const { alert, near } = sideEffectKind(kind);
  if (alert) return alert;
  if (!near || near.some((region) => injected.includes(region))) return undefined;
  return 'distant-weakness';
}

interface Gravity {
  readonly severity: EventSeverity;
  readonly serious: boolean;
}

/** Is the one graver than the other? A serious one is graver than any that is not. */
export function isGraver(one: Gravity, other: Gravity): boolean {
  if (one.serious !== other.serious) return one.serious;
  return EVENT_SEVERITIES.indexOf(one.severity) > EVENT_SEVERITIES.indexOf(other.severity);
}

/** Was it serious, severe, or bad enough for its kind to limit the dose? */
export function limitsDose({ kind, severity, serious }: Gravity & { readonly kind: string }): boolean {
  const { limitsFrom } = sideEffectKind(kind);
  return serious || EVENT_SEVERITIES.indexOf(severity) >= EVENT_SEVERITIES.indexOf(limitsFrom);
}

function always(alert: AlertReason, limitsFrom: EventSeverity): SideEffectKind {
  return { group: alert, limitsFrom, alert, everywhere: true };
}

function weakness(group: string, near: readonly MuscleRegion[]): SideEffectKind {
  return { group, limitsFrom: 'moderate', near, everywhere: false };
}

function local(group: string): SideEffectKind {
  return { group, limitsFrom: 'severe', everywhere: false };
}
