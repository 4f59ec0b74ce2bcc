import { reopens } from './flag-reopening';
import type { FlagOnPath, ReviewDecision } from './review-path';
import type { TrendTier } from '../watch/trend-state';

const open: FlagOnPath = { status: 'open', tier: 'review', cause: 'review:s6', sessionIds: ['s5', 's6'] };

interface Shown {
  decision: ReviewDecision | undefined;
  tier: TrendTier;
  cause: string;
  sessions: string;
  opens: boolean;
}

it.each`
  decision           | tier        | cause          | sessions      | opens    | why
  ${undefined}       | ${'review'} | ${'review:s6'} | ${'s5 s6'}    | ${false} | ${'it is open already'}
  ${undefined}       | ${'review'} | ${'review:s9'} | ${'s8 s9'}    | ${false} | ${'one open flag is enough'}
  ${'keep-watching'} | ${'review'} | ${'review:s6'} | ${'s5 s6'}    | ${false} | ${'nothing new'}
  ${'keep-watching'} | ${'review'} | ${'review:s6'} | ${'s5 s6 s7'} | ${true}  | ${'one more session'}
  ${'adjust'}        | ${'review'} | ${'review:s6'} | ${'s5 s6 s7'} | ${true}  | ${'the session after the change was the test'}
  ${'test'}          | ${'review'} | ${'review:s6'} | ${'s5 s6 s7'} | ${true}  | ${'it goes on'}
  ${'dismiss'}       | ${'review'} | ${'review:s6'} | ${'s5 s6 s7'} | ${false} | ${'this cause was dismissed'}
  ${'dismiss'}       | ${'review'} | ${'review:s9'} | ${'s8 s9'}    | ${true}  | ${'another cause'}
  ${'switch'}        | ${'review'} | ${'review:s6'} | ${'s5 s6 s7'} | ${false} | ${'the course goes on with another product'}
  ${'stop'}          | ${'review'} | ${'review:s6'} | ${'s5 s6'}    | ${false} | ${'stopped'}
  ${'keep-watching'} | ${'watch'}  | ${'watch:s8'}  | ${'s8'}       | ${false} | ${'a watch is never a task after a review'}
`(
  'after $decision, $cause on $sessions → opens $opens: $why',
  ({ decision, tier, cause, sessions, opens }: Shown) => {
    const previous: FlagOnPath = decision ? { ...open, status: 'reviewed', decision } : open;
    expect(reopens(previous, { tier, cause, sessionIds: sessions.split(' ') })).toBe(opens);
  },
);

it('a first suspicion opens, and a review opens over an open or dismissed watch', () => {
  const now = { tier: 'review' as const, cause: 'review:s6', sessionIds: ['s5', 's6'] };
  const watch: FlagOnPath = { status: 'open', tier: 'watch', cause: 'watch:s5', sessionIds: ['s5'] };
  expect(reopens(undefined, now)).toBe(true);
  expect(reopens(watch, now)).toBe(true);
  expect(reopens({ ...watch, status: 'reviewed', decision: 'dismiss' }, now)).toBe(true);
});

it.each`
  previous     | status        | now          | opens    | why
  ${'review'}  | ${'open'}     | ${'primary'} | ${false} | ${'it weighs as much: one open flag is enough'}
  ${'primary'} | ${'open'}     | ${'review'}  | ${false} | ${'it weighs as much: one open flag is enough'}
  ${'watch'}   | ${'open'}     | ${'primary'} | ${true}  | ${'it weighs more than a watch'}
  ${'primary'} | ${'reviewed'} | ${'review'}  | ${true}  | ${'another cause of the same weight, on a session more'}
  ${'review'}  | ${'reviewed'} | ${'primary'} | ${true}  | ${'another cause of the same weight, on a session more'}
  ${'primary'} | ${'reviewed'} | ${'watch'}   | ${false} | ${'a watch weighs less'}
  ${'watch'}   | ${'reviewed'} | ${'watch'}   | ${true}  | ${'another watch after a watch was reviewed'}
`('$status $previous, now $now → opens $opens: $why', ({ previous, status, now, opens }) => {
  const flag: FlagOnPath = { ...open, tier: previous, cause: `${previous}:s5`, status, decision: 'dismiss' };
  expect(reopens(flag, { tier: now, cause: `${now}:s6`, sessionIds: ['s5', 's6', 's7'] })).toBe(opens);
});

it.each`
  previous    | now          | opens    | why
  ${'review'} | ${'primary'} | ${false} | ${'the same weight: a dismissed cause stays dismissed'}
  ${'watch'}  | ${'primary'} | ${true}  | ${'more weight'}
`('one cause, dismissed as $previous, now $now → opens $opens: $why', ({ previous, now, opens }) => {
  const flag: FlagOnPath = { ...open, tier: previous, status: 'reviewed', decision: 'dismiss' };
  expect(reopens(flag, { tier: now, cause: open.cause, sessionIds: ['s5', 's6', 's7'] })).toBe(opens);
});
