import { doseOf, type ToxinProduct } from '../../units';
import { ruleValues } from '../../rules';
import { effectLength, effectLengths, epochStart } from './effect-length';

const RULES = ruleValues();

describe('how long one injection of 2026-01-05 helped', () => {
  it.each`
    woreOffOn       | stillEffectiveOn | nextOn          | kind          | days   | usable   | why
    ${'2026-04-05'} | ${undefined}     | ${'2026-04-20'} | ${'wore-off'} | ${90}  | ${true}  | ${'symptoms returned before the next session'}
    ${'2026-04-05'} | ${undefined}     | ${undefined}    | ${'wore-off'} | ${90}  | ${true}  | ${'symptoms returned, no further session'}
    ${'2026-04-20'} | ${undefined}     | ${'2026-04-20'} | ${'wore-off'} | ${105} | ${true}  | ${'symptoms returned on the day of the next session'}
    ${'2026-04-21'} | ${undefined}     | ${'2026-04-20'} | ${'at-least'} | ${105} | ${true}  | ${'noted after the next session: the new injection acts'}
    ${undefined}    | ${'2026-04-20'}  | ${'2026-04-20'} | ${'at-least'} | ${105} | ${true}  | ${'still effective at the next session'}
    ${undefined}    | ${'2026-04-06'}  | ${'2026-04-20'} | ${'at-least'} | ${91}  | ${true}  | ${'still effective two weeks before the next session'}
    ${undefined}    | ${'2026-04-05'}  | ${'2026-04-20'} | ${'at-least'} | ${90}  | ${false} | ${'still effective more than two weeks before it: says little'}
    ${undefined}    | ${'2026-02-09'}  | ${'2026-04-20'} | ${'at-least'} | ${35}  | ${false} | ${'still effective at the peak check: says nothing'}
    ${undefined}    | ${'2026-04-20'}  | ${undefined}    | ${'at-least'} | ${105} | ${false} | ${'still effective, no further session yet'}
    ${undefined}    | ${'2026-03-02'}  | ${'2026-03-02'} | ${'at-least'} | ${56}  | ${true}  | ${'eight weeks to the next session'}
    ${undefined}    | ${'2026-03-01'}  | ${'2026-03-01'} | ${'at-least'} | ${55}  | ${false} | ${'a booster within eight weeks'}
    ${'2026-03-20'} | ${'2026-02-09'}  | ${'2026-04-20'} | ${'wore-off'} | ${74}  | ${true}  | ${'the wear-off decides over an earlier “still effective”'}
    ${'2026-01-05'} | ${undefined}     | ${'2026-04-20'} | ${'wore-off'} | ${0}   | ${true}  | ${'never helped'}
    ${'2026-01-04'} | ${undefined}     | ${'2026-04-20'} | ${'unknown'}  | ${0}   | ${false} | ${'a day before the session says nothing'}
    ${undefined}    | ${undefined}     | ${'2026-04-20'} | ${'unknown'}  | ${0}   | ${false} | ${'nobody asked'}
  `('$why: $kind, $days days', ({ woreOffOn, stillEffectiveOn, nextOn, kind, days, usable }) => {
    const session = { performedOn: '2026-01-05' as const, response: { woreOffOn, stillEffectiveOn } };
    expect(effectLength(session, nextOn, RULES)).toEqual({ kind, days, usable });
  });

  it.each`
    onsetOn         | onsetDays    | why
    ${'2026-01-10'} | ${5}         | ${'counted from the injection'}
    ${'2026-01-06'} | ${1}         | ${'the day after'}
    ${'2026-01-05'} | ${0}         | ${'on the day itself'}
    ${'2026-01-04'} | ${undefined} | ${'a day before the session says nothing'}
    ${undefined}    | ${undefined} | ${'nobody asked'}
  `('onset on $onsetOn → $onsetDays days: $why', ({ onsetOn, onsetDays }) => {
    const found = effectLength({ performedOn: '2026-01-05', response: { onsetOn } }, undefined, RULES);
    expect(found).toMatchObject({ kind: 'unknown' });
    expect(found.onsetDays).toBe(onsetDays);
  });

  it('without a response nothing is known, and of no session nothing', () => {
    expect(effectLength({ performedOn: '2026-01-05' }, undefined, RULES)).toEqual({
      kind: 'unknown',
      days: 0,
      usable: false,
    });
    expect(effectLengths([], undefined, RULES)).toEqual([]);
  });
});

it('reads two sessions of one day as injections that end together', () => {
  const sessions = [
    { performedOn: '2026-01-05', response: { stillEffectiveOn: '2026-04-20' } },
    { performedOn: '2026-01-05', response: { woreOffOn: '2026-04-01' } },
    { performedOn: '2026-04-20', response: { woreOffOn: '2026-07-20' } },
  ] as const;
  const lengths = effectLengths(sessions, undefined, RULES);
  expect(lengths.map(({ kind, days, usable }) => [kind, days, usable])).toEqual([
    ['at-least', 105, true],
    ['wore-off', 86, true],
    ['wore-off', 91, true],
  ]);
});

it('cuts the last length off at a session that is known to follow', () => {
  const sessions = [{ performedOn: '2026-01-05' as const, response: { woreOffOn: '2026-06-01' as const } }];
  expect(effectLengths(sessions, '2026-04-20', RULES)).toMatchObject([{ kind: 'at-least', days: 105 }]);
});

it.each`
  products               | next      | start | why
  ${'ona ona ona'}       | ${'ona'}  | ${0}  | ${'one product'}
  ${'ona abo inco'}      | ${'ona'}  | ${0}  | ${'products of type A are read together'}
  ${'ona ona rima rima'} | ${'rima'} | ${2}  | ${'type B begins anew'}
  ${'ona ona'}           | ${'rima'} | ${2}  | ${'the first session of type B has no history'}
  ${'ona rima ona ona'}  | ${'abo'}  | ${2}  | ${'back to type A begins anew too'}
  ${'ona daxi daxi'}     | ${'daxi'} | ${1}  | ${'the long-acting product has a usual of its own'}
  ${''}                  | ${'ona'}  | ${0}  | ${'nothing given yet'}
`('after $products, lengths for $next count from index $start: $why', ({ products, next, start }) => {
  const sessions = (products as string)
    .split(' ')
    .filter((product) => product !== '')
    .map((product) => ({ dose: doseOf(product as ToxinProduct, 100) }));
  expect(epochStart(sessions, next as ToxinProduct)).toBe(start);
});
