import type { CallQueue } from '../../../clinical/calling/call-queue';

/** A tab of the board: a queue, or everybody. */
export type BoardTab = CallQueue | 'all';

export const TAB_WORDS: Readonly<Record<BoardTab, string>> = {
  'to-call': 'To call',
  booked: 'Booked',
  snoozed: 'Snoozed',
  'said-no': 'Said no',
  lapsed: 'Lapsed',
  'first-visits': 'First visits',
  all: 'All',
};

/** What is said where a tab shows nobody. */
export const NOBODY_WORDS: Readonly<Record<BoardTab, string>> = {
  'to-call': 'Nobody is to be called.',
  booked: 'Nobody is booked.',
  snoozed: 'Nobody has asked to be called later.',
  'said-no': 'Nobody has said no.',
  lapsed: 'Nobody has lapsed.',
  'first-visits': 'No first visit waits to be booked.',
  all: 'Nobody matches.',
};
