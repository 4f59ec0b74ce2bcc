import type { FlagNews, StoredFlag } from './flag-change';
import { flagChange, flagNews } from './flag-change';
import type { ShownFlag } from './flag-reopening';
import type { TrendTier } from '../watch/trend-state';

const flag = (tier: TrendTier): ShownFlag => ({ tier, cause: `${tier}:s6`, sessionIds: ['s5', 's6'] });
const open = (tier: TrendTier, shown = true): StoredFlag => ({ ...flag(tier), status: 'open', shown });
const reviewed = (tier: TrendTier): StoredFlag => ({
  ...open(tier),
  status: 'reviewed',
  decision: 'keep-watching',
});
const later = (tier: TrendTier): ShownFlag => ({ ...flag(tier), sessionIds: ['s5', 's6', 's7'] });

it.each`
  before                  | now                | becomes              | news                                              | why
  ${undefined}            | ${null}            | ${'none'}            | ${undefined}                                      | ${'nothing, and nothing shown'}
  ${undefined}            | ${flag('watch')}   | ${'opens'}           | ${{ change: 'opens', tier: 'watch' }}             | ${'a first watch'}
  ${undefined}            | ${flag('review')}  | ${'opens'}           | ${{ change: 'opens', tier: 'review' }}            | ${'a first suspicion'}
  ${open('watch')}        | ${flag('watch')}   | ${'goes-on'}         | ${undefined}                                      | ${'the same'}
  ${open('review')}       | ${flag('review')}  | ${'goes-on'}         | ${undefined}                                      | ${'the same'}
  ${open('watch')}        | ${flag('review')}  | ${'goes-on'}         | ${{ change: 'rises', tier: 'review' }}            | ${'the watch has become a suspicion'}
  ${open('watch')}        | ${flag('primary')} | ${'goes-on'}         | ${{ change: 'rises', tier: 'primary' }}           | ${'never had benefit after all'}
  ${open('primary')}      | ${flag('review')}  | ${'goes-on'}         | ${{ change: 'rises', tier: 'review' }}            | ${'had benefit, and lost it'}
  ${open('review')}       | ${flag('watch')}   | ${'no-longer-shown'} | ${{ change: 'no-longer-shown', tier: 'review' }}  | ${'weakens to a watch'}
  ${open('primary')}      | ${flag('watch')}   | ${'no-longer-shown'} | ${{ change: 'no-longer-shown', tier: 'primary' }} | ${'weakens to a watch'}
  ${open('review')}       | ${null}            | ${'no-longer-shown'} | ${{ change: 'no-longer-shown', tier: 'review' }}  | ${'nothing is shown any more'}
  ${open('watch')}        | ${null}            | ${'no-longer-shown'} | ${{ change: 'no-longer-shown', tier: 'watch' }}   | ${'nothing is shown any more'}
  ${open('watch', false)} | ${null}            | ${'no-longer-shown'} | ${undefined}                                      | ${'that was told before'}
  ${open('watch', false)} | ${flag('watch')}   | ${'goes-on'}         | ${undefined}                                      | ${'shown again'}
  ${reviewed('review')}   | ${null}            | ${'none'}            | ${undefined}                                      | ${'reviewed, and nothing shown'}
  ${reviewed('review')}   | ${flag('review')}  | ${'none'}            | ${undefined}                                      | ${'reviewed, and nothing new'}
  ${reviewed('review')}   | ${later('review')} | ${'opens'}           | ${{ change: 'opens', tier: 'review' }}            | ${'reviewed, and a session more shows it'}
  ${reviewed('review')}   | ${later('watch')}  | ${'none'}            | ${undefined}                                      | ${'reviewed: a watch opens nothing again'}
`(
  '$why: $before, now $now → $becomes, told $news',
  ({
    before,
    now,
    becomes,
    news,
  }: {
    before: StoredFlag | undefined;
    now: ShownFlag | null;
    becomes: string;
    news: FlagNews | undefined;
  }) => {
    expect(flagChange(before, now)).toBe(becomes);
    expect(flagNews(before, now)).toEqual(news);
  },
);
