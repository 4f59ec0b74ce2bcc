import { Refusal } from '../message/refusal';
import { decodeMessage, shownBytes } from './decode-message';

function header(characterSet: string): Buffer {
  return Buffer.from(`MSH|^~\\&|HIS|GEN|||20261127||ADT^A08|1|P|2.5||||||${characterSet}\rPID|||1||`);
}

it.each`
  characterSet         | bytes                     | read            | why
  ${''}                | ${Buffer.from('Muller')}  | ${'Muller'}     | ${'ASCII'}
  ${''}                | ${Buffer.from('Müller')}  | ${'Müller'}     | ${'UTF-8 unnamed'}
  ${'UNICODE UTF-8'}   | ${Buffer.from('Łukasz')}  | ${'Łukasz'}     | ${'UTF-8 named'}
  ${'unicode utf-8'}   | ${Buffer.from('Łukasz')}  | ${'Łukasz'}     | ${'in small letters'}
  ${'8859/1'}          | ${Buffer.of(0xfc)}        | ${'ü'}          | ${'Latin 1'}
  ${'8859/2'}          | ${Buffer.of(0xb3)}        | ${'ł'}          | ${'Latin 2'}
  ${'8859/15'}         | ${Buffer.of(0xa4)}        | ${'€'}          | ${'Latin 9'}
  ${'8859/1~ISO IR87'} | ${Buffer.of(0xfc)}        | ${'ü'}          | ${'the first of several'}
  ${''}                | ${Buffer.of(0xfc)}        | ${'102 MSH-18'} | ${'Latin 1 unnamed is not guessed'}
  ${'UNICODE UTF-8'}   | ${Buffer.of(0xfc)}        | ${'102 MSH-18'} | ${'not what it says'}
  ${'EBCDIC'}          | ${Buffer.from('M')}       | ${'103 MSH-18'} | ${'a set unknown here'}
  ${''}                | ${Buffer.from('M\0ller')} | ${'102 '}       | ${'a NUL'}
`('$why', ({ characterSet, bytes, read }: { characterSet: string; bytes: Buffer; read: string }) => {
  expect(tried(Buffer.concat([header(characterSet), bytes]))).toBe(read);
});

function tried(bytes: Buffer): string {
  try {
    return decodeMessage(bytes).split('|').at(-1)!;
  } catch (error) {
    const { number, place } = error as Refusal;
    return `${number} ${place}`;
  }
}

it('shows of what cannot be read as much as a database can hold', () => {
  expect(shownBytes(Buffer.of(0x4d, 0, 0xfc))).toBe('M\uFFFDü');
  expect(shownBytes(Buffer.from('Łu'))).toBe('Łu');
});
