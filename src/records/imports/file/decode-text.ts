import { isUtf8 } from 'node:buffer';
import { decode, encodingExists } from 'iconv-lite';
import { detect } from 'jschardet';

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/** More lines with marks tell a detector nothing new. */
const MOST_LINES = 500;
const NEWLINE = 0x0a;
const LAST_OF_ASCII = 0x7f;

/**
 * In which encoding was the file written, and what does it say?
 *
 * A byte order mark decides, else whether it is UTF-8, else zero bytes in every other place (UTF-16), else a detector that
 * sees only the lines with bytes beyond ASCII: thousands of plain lines would outvote the one with a mark.
 */
export function decodeText(bytes: Buffer, asked?: string): Decoded {
  const encoding = asked ?? encodingOf(bytes);
  return { encoding, text: decode(bytes, encoding) };
}

export function isEncoding(name: string): boolean {
  return encodingExists(name);
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  const wide = wideEncoding(bytes);
  if (wide) return wide;
  if (isUtf8(bytes)) return 'UTF-8';
  const { encoding } = detect(linesBeyondAscii(bytes));
  return encoding && encodingExists(encoding) ? encoding : 'windows-1252';
}

/** Text of Latin letters in UTF-16 has a zero in nearly every other byte. */
function wideEncoding(bytes: Buffer): string | undefined {
  const sample = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  sample.forEach((byte, place) => {
    if (byte === 0) zeros[place % 2]! += 1;
  });
  const [even, odd] = zeros as [number, number];
  if (odd > sample.length / 4 && even < odd / 10) return 'UTF-16LE';
  if (even > sample.length / 4 && odd < even / 10) return 'UTF-16BE';
  return undefined;
}

function linesBeyondAscii(bytes: Buffer): Buffer {
  const lines: Buffer[] = [];
  for (let start = 0; start < bytes.length && lines.length < MOST_LINES;) {
    const found = bytes.indexOf(NEWLINE, start);
    const end = found === -1 ? bytes.length : found + 1;
    const line = bytes.subarray(start, end);
    if (line.some((byte) => byte > LAST_OF_ASCII)) lines.push(line);
    start = end;
  }
  return Buffer.concat(lines);
}
