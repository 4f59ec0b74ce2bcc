import type { DueStatus } from '../../clinical/due/due-status';
import type { FindingSeverity } from '../../clinical/finding';
import type { PrecautionKind } from '../../clinical/precautions/precaution-rows';
import type { ProductFacts } from '../../clinical/catalogue/product-row';
import type { ChecklistStatus } from '../../clinical/watch/checklist/checklist-item';
import type { TrendTier } from '../../clinical/watch/trend-state';
import type { MapLayer } from './body-map/plates/plate';

/**
 * Classes that are chosen by a value, told whole, so that a search for a class finds it. What reads plain has no class of
 * its own. A test holds the classes of the markup and the rules of the style sheets against each other.
 */
export const CLASSES = {
  badge: {
    accent: 'badge badge-accent',
    good: 'badge badge-good',
    warn: 'badge badge-warn',
    bad: 'badge badge-bad',
    plain: 'badge',
  },
  dueBadge: {
    'no-session': 'badge',
    'not-due': 'badge',
    upcoming: 'badge badge-upcoming',
    due: 'badge badge-due',
    overdue: 'badge badge-overdue',
    lapsed: 'badge badge-lapsed',
  } satisfies Record<DueStatus, string>,
  flagBadge: {
    watch: 'badge badge-watch',
    review: 'badge badge-review',
    primary: 'badge badge-primary',
  } satisfies Record<TrendTier, string>,
  notice: { good: 'notice notice-good', warn: 'notice notice-warn', bad: 'notice notice-bad' },
  finding: {
    stop: 'finding finding-stop',
    confirm: 'finding finding-confirm',
    note: 'finding',
  } satisfies Record<FindingSeverity, string>,
  findingCount: {
    stop: 'finding-count finding-count-stop',
    confirm: 'finding-count finding-count-confirm',
  },
  check: {
    explained: 'check check-explained',
    open: 'check',
    excluded: 'check check-excluded',
  } satisfies Record<ChecklistStatus, string>,
  care: {
    allergy: 'badge badge-bad',
    contraindication: 'badge badge-bad',
    care: 'badge badge-warn',
    fact: 'badge',
  } satisfies Record<PrecautionKind, string>,
  difference: { more: 'difference-more', less: 'difference-less' },
  evidence: { flagged: 'flagged', watched: 'flagged flagged-quietly' },
  mark: { A: 'mark', B: 'mark mark-type-b' } satisfies Record<ProductFacts['serotype'], string>,
  layer: {
    surface: 'map-region',
    deep: 'map-region map-deep',
    skin: 'map-region map-skin',
  } satisfies Record<MapLayer, string>,
  region: { more: 'map-more', less: 'map-less' },
  /** How many rows of the time axis: tens and ones. */
  tens: ['tens-0', 'tens-1', 'tens-2', 'tens-3', 'tens-4', 'tens-5', 'tens-6', 'tens-7', 'tens-8', 'tens-9'],
  ones: ['ones-0', 'ones-1', 'ones-2', 'ones-3', 'ones-4', 'ones-5', 'ones-6', 'ones-7', 'ones-8', 'ones-9'],
  /** What a script gives while a visit is dragged. */
  drag: { held: 'held' },
  visit: {
    booked: 'visit',
    attended: 'visit visit-attended',
    'no-show': 'visit visit-no-show',
    cancelled: 'visit visit-cancelled',
  },
} as const;

/** Classes put together: what is false or missing is left out. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
