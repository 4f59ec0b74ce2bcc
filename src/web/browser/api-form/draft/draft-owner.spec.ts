import { draftIn, draftName, mayStay, writeDraft } from './draft-owner';

const NOW = new Date('2026-11-27T12:00:00Z');
const at = (moment: string): string => writeDraft({ units: '35' }, new Date(moment));

it.each`
  text                               | value              | why
  ${at('2026-11-27T11:59:00Z')}      | ${{ units: '35' }} | ${'typed a minute ago'}
  ${at('2026-11-27T00:00:01Z')}      | ${{ units: '35' }} | ${'a second less than twelve hours'}
  ${at('2026-11-27T00:00:00Z')}      | ${undefined}       | ${'twelve hours'}
  ${at('2026-11-27T12:05:00Z')}      | ${{ units: '35' }} | ${'the clock was set back'}
  ${JSON.stringify({ units: '35' })} | ${undefined}       | ${'of another release, nobody’s and of no day'}
  ${'null'}                          | ${undefined}       | ${'nothing'}
  ${'{'}                             | ${undefined}       | ${'no draft'}
`('$why: $value', ({ text, value }: { text: string; value: unknown }) => {
  expect(draftIn(text, NOW)?.value).toEqual(value);
});

it.each`
  name                         | moment                    | stays    | why
  ${draftName('ana', 'log:1')} | ${'2026-11-27T11:00:00Z'} | ${true}  | ${'their own'}
  ${draftName('ana', 'log:1')} | ${'2026-11-26T23:00:00Z'} | ${false} | ${'their own of yesterday'}
  ${draftName('ben', 'log:1')} | ${'2026-11-27T11:00:00Z'} | ${false} | ${'a colleague’s'}
  ${draftName('anabel', 'l')}  | ${'2026-11-27T11:00:00Z'} | ${false} | ${'of a user whose id begins alike'}
  ${draftName('', 'login')}    | ${'2026-11-27T11:00:00Z'} | ${false} | ${'of nobody'}
  ${'draft:log-session:1'}     | ${'2026-11-27T11:00:00Z'} | ${false} | ${'of another release'}
`('$name stays while ana is at it: $stays ($why)', ({ name, moment, stays }) => {
  expect(mayStay(name as string, at(moment as string), 'ana', NOW)).toBe(stays);
});
