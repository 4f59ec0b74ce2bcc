import { Readable } from 'node:stream';
import { linesOf } from './lines';

async function read(chunks: readonly (string | Buffer)[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(Readable.from(chunks, { objectMode: true }))) lines.push(line);
  return lines;
}

const TEXT = Buffer.from('\uFEFFfirst é\r\nsecond\u2028still second\n\nlast 😀', 'utf8');

it('cuts at line ends, drops carriage returns and a byte order mark, keeps other separators', async () => {
  expect(await read([TEXT])).toEqual(['first é', 'second\u2028still second', '', 'last 😀']);
});

it('does not care where the stream is cut', async () => {
  expect(await read([...TEXT].map((byte) => Buffer.from([byte])))).toEqual(await read([TEXT]));
});

it.each`
  text       | lines
  ${''}      | ${[]}
  ${'a'}     | ${['a']}
  ${'a\n'}   | ${['a']}
  ${'a\n\n'} | ${['a', '']}
  ${'\n'}    | ${['']}
`('reads $text as $lines', async ({ text, lines }: { text: string; lines: string[] }) => {
  expect(await read([Buffer.from(text)])).toEqual(lines);
});
