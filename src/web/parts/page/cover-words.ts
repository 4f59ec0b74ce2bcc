import type { PlainDate } from '../../../clinical/calendar';
import type { CoverGap, CoverState } from '../../../clinical/cover/cover';
import type { CourseView } from '../../../records/courses/courses.dto';
import { shortDay } from '../../shared/day-text';

/** Whether an authorization covers the next session, as a course and a row of the due list show it. */
export type ShownCover = Pick<CourseView, 'authorization' | 'authorizationGap'>;

/** The states by which a list is filtered; also said where it is not known what is in the way. */
export const COVER_STATE_WORDS: Readonly<Record<CoverState, string>> = {
  covered: 'in force',
  'units-short': 'has too little left',
  'expires-before-due': 'runs out',
  missing: 'missing',
  'not-needed': 'not needed',
};

const GAP_WORDS: Readonly<Record<Exclude<CoverGap, 'ended' | 'not-begun'>, string>> = {
  'too-few-units': 'has too few units',
  'used-up': 'used up',
  'other-insurer': 'is for another insurer',
  'other-product': 'is for another product',
  'other-treatment': 'is for another treatment',
  none: 'missing',
};

/** The words without what they are about, where that stands above or before them. */
export function shortCoverWords(
  { authorization, authorizationGap: gap }: ShownCover,
  today: PlainDate,
): string {
  if (!gap) return COVER_STATE_WORDS[authorization];
  const { code, on } = gap;
  if (code !== 'ended' && code !== 'not-begun') return GAP_WORDS[code];
  const day = on ? ` ${shortDay(on, today).slice(4)}` : '';
  if (code === 'not-begun') return `begins${day}`;
  return `${on && on < today ? 'ran out' : 'runs out'}${day}`;
}

/** "Authorization ran out 3 Nov": on every screen, on paper and in files. */
export function coverWords(cover: ShownCover, today: PlainDate): string {
  return `Authorization ${shortCoverWords(cover, today)}`;
}
