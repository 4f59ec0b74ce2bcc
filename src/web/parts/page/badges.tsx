import type { CoverState } from '../../../clinical/cover';
import type { DueStatus } from '../../../clinical/due/due-status';
import type { Unsigned } from '../../../clinical/session-check/unsigned';
import { counted } from '../../../clinical/words';
import type { TrendTier } from '../../../clinical/watch/trend-state';
import { CLASSES } from '../../shared/classes';

const DUE_WORDS: Readonly<Record<DueStatus, string>> = {
  'no-session': 'No session yet',
  'not-due': 'Not due yet',
  upcoming: 'Coming up',
  due: 'Due',
  overdue: 'Overdue',
  lapsed: 'Lapsed',
};

export function dueStatusWords(status: DueStatus): string {
  return DUE_WORDS[status];
}

/** Whether the next session is due, in words and a colour. */
export function DueBadge({
  status,
  daysOverdue = 0,
}: {
  readonly status: DueStatus;
  readonly daysOverdue?: number;
}) {
  const late = status === 'overdue' ? ` ${counted(daysOverdue, 'day')}` : '';
  return <span class={CLASSES.dueBadge[status]}>{`${DUE_WORDS[status]}${late}`}</span>;
}

/** A session that waits for its signature; told in days once that is too long. */
export function UnsignedBadge({ daysUnsigned, overdue }: Unsigned) {
  const days = overdue ? ` for ${counted(daysUnsigned, 'day')}` : '';
  return <span class={CLASSES.badge[overdue ? 'bad' : 'warn']}>{`Not signed${days}`}</span>;
}

const TIER_WORDS: Readonly<Record<TrendTier, string>> = {
  watch: 'Watch the response',
  review: 'Response to review',
  primary: 'No response so far',
};

/** The tier of a flag on the response. */
export function FlagBadge({ tier }: { readonly tier: TrendTier }) {
  return <span class={CLASSES.flagBadge[tier]}>{TIER_WORDS[tier]}</span>;
}

const COVER_WORDS: Readonly<Record<CoverState, readonly [words: string, tone: 'good' | 'bad' | 'plain']>> = {
  covered: ['in force', 'good'],
  'units-short': ['too small', 'bad'],
  'expires-before-due': ['runs out', 'bad'],
  missing: ['missing', 'bad'],
  'not-needed': ['not needed', 'plain'],
};

export function coverWords(state: CoverState): string {
  return `Authorization ${COVER_WORDS[state][0]}`;
}

/** The words without what they are about, where that stands above or before them. */
export function shortCoverWords(state: CoverState): string {
  return COVER_WORDS[state][0];
}

interface CoverBadgeProps {
  readonly state: CoverState;
  /** In a column whose head says what it is about. */
  readonly headed?: boolean;
}

/** Whether the payer's consent covers the next session. */
export function CoverBadge({ state, headed }: CoverBadgeProps) {
  const [words, tone] = COVER_WORDS[state];
  return (
    <span class={CLASSES.badge[tone]}>
      {headed ? (
        <>
          <span class="said-by-head">Authorization </span>
          {words}
        </>
      ) : (
        coverWords(state)
      )}
    </span>
  );
}
