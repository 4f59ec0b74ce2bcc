import type { ComponentChildren } from 'preact';
import { dayIn, type PlainDate } from '../../../clinical/calendar';
import type { CoverState } from '../../../clinical/cover/cover';
import type { DueStatus } from '../../../clinical/due/due-status';
import type { Unsigned } from '../../../clinical/session-check/corrections/unsigned';
import { counted } from '../../../clinical/words';
import type { TrendTier } from '../../../clinical/watch/trend-state';
import { CLASSES } from '../../shared/classes';
import { coverWords, shortCoverWords, type ShownCover } from './cover-words';

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

/** Whether the next session is due, in words and a colour. For how long stands beside it, with the due day. */
export function DueBadge({ status }: { readonly status: DueStatus }) {
  return <span class={CLASSES.dueBadge[status]}>{DUE_WORDS[status]}</span>;
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

const COVER_TONES: Readonly<Record<CoverState, 'good' | 'bad' | 'plain'>> = {
  covered: 'good',
  'units-short': 'bad',
  'expires-before-due': 'bad',
  missing: 'bad',
  'not-needed': 'plain',
};

interface CoverBadgeProps {
  readonly cover: ShownCover;
  readonly today: PlainDate;
  /** In a column whose head says what it is about. */
  readonly headed?: boolean;
}

/** Whether the payer's consent covers the next session. */
export function CoverBadge({ cover, today, headed }: CoverBadgeProps) {
  return (
    <span class={CLASSES.badge[COVER_TONES[cover.authorization]]}>
      {headed ? (
        <>
          <span class="said-by-head">Authorization </span>
          {shortCoverWords(cover, today)}
        </>
      ) : (
        coverWords(cover, today)
      )}
    </span>
  );
}

interface BookedProps {
  readonly startsAt: Date;
  readonly earliestOn: PlainDate | null | undefined;
  readonly zone: string;
  readonly children: ComponentChildren;
}

/** When the next visit is booked: a booking from before the last session may have become too early. */
export function BookedBadge({ startsAt, earliestOn, zone, children }: BookedProps) {
  const isEarly = !!earliestOn && dayIn(zone, startsAt) < earliestOn;
  return (
    <span class={CLASSES.badge[isEarly ? 'warn' : 'good']}>
      {children}
      {isEarly && ', too early'}
    </span>
  );
}
