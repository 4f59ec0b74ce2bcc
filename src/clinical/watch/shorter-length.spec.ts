import { ruleValues } from '../rules';
import { shorterSince } from './shorter-length';

const RULES = ruleValues();

/** `100 72/80`: shares of the usual in percent, of a usual of 90 days or of that after the stroke; `-` not known. */
function known(line: string) {
  return line.split(' ').map((word, index) => {
    const [share, usualDays = '90'] = word.split('/');
    return { index, length: share === '-' ? undefined : Number(share) / 100, usualDays: Number(usualDays) };
  });
}

it.each`
  lengths                                | since        | why
  ${'100 100 100 72 72'}                 | ${3}         | ${'two at the limit'}
  ${'100 100 100 72 73'}                 | ${undefined} | ${'one just over'}
  ${'100 100 100 73 72'}                 | ${undefined} | ${'the other just over'}
  ${'100 100 72 72'}                     | ${2}         | ${'four lengths are enough'}
  ${'100 72 72'}                         | ${undefined} | ${'three are not'}
  ${'100 100 82 82 82'}                  | ${2}         | ${'three a fifth shorter'}
  ${'100 100 82 83 82'}                  | ${undefined} | ${'one of three just over'}
  ${'100 82 82 82'}                      | ${undefined} | ${'four lengths are too few for three'}
  ${'100 100 100 72 - 72'}               | ${3}         | ${'one that nobody knows between them'}
  ${'100 100 100 72 72 -'}               | ${undefined} | ${'the last is not known'}
  ${'100 100 100 100 90/80 90/72'}       | ${undefined} | ${'nine tenths of a usual that fell a little'}
  ${'100 100 100 100 90/80 80/80 80/80'} | ${5}         | ${'each four fifths, but three quarters of what was usual first'}
  ${'100 100 100 100 90/80 80/80 82/80'} | ${undefined} | ${'just over'}
  ${'100 100 100 81/80 81/80'}           | ${undefined} | ${'of the usual after the first three'}
`('$lengths → $since: $why', ({ lengths, since }) => {
  expect(shorterSince(known(lengths as string), RULES)).toBe(since);
});

it('a drift is looked at from as many lengths as either rule needs', () => {
  const drifts = known('100 100 100 100 90/80 80/80 80/80');
  expect(shorterSince(drifts, { ...RULES, 'R.watch.length.last-two.of': 7 })).toBe(5);
  expect(shorterSince(drifts, { ...RULES, 'R.watch.length.last-two.of': 8 })).toBeUndefined();
});

it('just the share of what was usual first is short', () => {
  const rules = { ...RULES, 'R.watch.length.last-two': 0.5, 'R.watch.length.last-three': 0.4 };
  const halves = known('100 100 100 100/90 100/90 100/45 100/45');
  expect(shorterSince(halves, rules)).toBe(5);
});

it('of no session nothing is shorter', () => {
  expect(shorterSince([], RULES)).toBeUndefined();
});
