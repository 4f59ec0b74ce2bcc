import { digestLine, readDigests } from './verify-trail';

const HASH = 'ab'.repeat(32);
const AT = new Date('2026-11-27T06:00:00Z');

it('reads the lines that it writes', () => {
  const lines = [digestLine(AT, { n: 7, hash: HASH }), '', digestLine(AT, { n: 1_000_000, hash: HASH }), ''];
  expect(lines[0]).toBe(`2026-11-27T06:00:00.000Z seal 7 of the trail: sha256 ${HASH}`);
  expect(readDigests(lines.join('\n'))).toEqual([
    { n: 7, hash: HASH },
    { n: 1_000_000, hash: HASH },
  ]);
});

it.each`
  line                                       | why
  ${'sha256'}                                | ${'half a line'}
  ${`t seal 7 of the trail: sha256 abc`}     | ${'half a hash'}
  ${`t seal x of the trail: sha256 ${HASH}`} | ${'no number'}
`('refuses $why', ({ line }: { line: string }) => {
  expect(() => readDigests(`${line}\n`)).toThrow(
    `This is no line of "npm run audit:digest": ${line.slice(0, 80)}`,
  );
});
