import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { Refusal } from '../message/refusal';

/** MSH-18, HL7 table 0211, as far as senders of ours may write it. */
const CHARACTER_SETS: Readonly<Record<string, string>> = {
  '': 'utf8',
  ASCII: 'utf8',
  'UNICODE UTF-8': 'utf8',
  'UTF-8': 'utf8',
  UTF8: 'utf8',
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9, 15].map((part) => [`8859/${part}`, `iso-8859-${part}`])),
};

/**
 * The text of a message, by the character set that it names itself. Without a name it is UTF-8, of which ASCII is part.
 *
 * @throws Refusal for a set that is not known here, for bytes that are not of the set, and for a NUL.
 */
export function decodeMessage(bytes: Buffer): string {
  const named = characterSetOf(bytes);
  const encoding = CHARACTER_SETS[named];
  if (encoding === undefined)
    throw new Refusal(
      103,
      `The character set ${named.slice(0, 40)} is not known here: send UNICODE UTF-8, or one of 8859/1 to 8859/9 and 8859/15`,
      'MSH-18',
    );
  if (encoding === 'utf8' && !isUtf8(bytes))
    throw new Refusal(
      102,
      `The bytes are not UTF-8: name the character set that they are of in MSH-18, such as 8859/1`,
      'MSH-18',
    );
  const text = encoding === 'utf8' ? bytes.toString('utf8') : iconv.decode(bytes, encoding);
  if (text.includes('\0')) throw new Refusal(102, 'The message holds a NUL character: leave it out');
  return text;
}

/** What can be shown of a message whose text cannot be told. */
export function shownBytes(bytes: Buffer): string {
  return bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1').replaceAll('\0', '\uFFFD');
}

function characterSetOf(bytes: Buffer): string {
  const [header = ''] = bytes
    .subarray(0, 2048)
    .toString('latin1')
    .split(/[\r\n]/, 1);
  const [separator = '|', component] = [header[3], header[4]];
  const [first = ''] = (header.split(separator)[17] ?? '').split(header[5] ?? '~');
  return first
    .split(component ?? '^', 1)[0]!
    .trim()
    .toUpperCase();
}
