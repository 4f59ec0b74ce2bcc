import { encode } from 'iconv-lite';
import { decodeText } from './decode-text';

const GERMAN = 'mrn;familyName\nA-1;Müller-Lüdenscheidt\nA-2;Jürgen Größe\nA-3;Käthe Weiß\n';
const POLISH =
  'mrn;familyName\nA-1;Łukasz Żółć\nA-2;Małgorzata Wiśniewska\nA-3;Grzegorz Brzęczyszczykiewicz\n';
const PLAIN = 'mrn,familyName\nA-1,Example\n';
const LATE = `${PLAIN.repeat(20_000)}${GERMAN}`;

it.each`
  written           | text      | why
  ${'UTF-8'}        | ${GERMAN} | ${'it is valid UTF-8'}
  ${'UTF-8'}        | ${PLAIN}  | ${'plain letters are UTF-8'}
  ${'UTF-16LE'}     | ${GERMAN} | ${'zeros in the odd places'}
  ${'UTF-16BE'}     | ${PLAIN}  | ${'zeros in the even places'}
  ${'windows-1252'} | ${GERMAN} | ${'a detector knows German'}
  ${'windows-1250'} | ${POLISH} | ${'a detector knows Polish'}
  ${'windows-1252'} | ${LATE}   | ${'a few lines with marks behind forty thousand without'}
`('$written is read as it was written: $why', ({ written, text }: Record<'written' | 'text', string>) => {
  expect(decodeText(encode(text, written)).text).toBe(text);
});

it.each`
  written
  ${'UTF-8'}
  ${'UTF-16LE'}
  ${'UTF-16BE'}
`('a byte order mark of $written decides and is no part of the text', ({ written }: { written: string }) => {
  expect(decodeText(encode('a;b\n', written, { addBOM: true })).text).toBe('a;b\n');
});

it('what a person said is read so, whatever was found', () => {
  expect(decodeText(encode('Łódź', 'windows-1250'), 'windows-1250')).toEqual({
    text: 'Łódź',
    encoding: 'windows-1250',
  });
});
