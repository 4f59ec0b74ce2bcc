import { acknowledge } from './acknowledge';
import { parseMessage } from './read-message';

const AT = { now: new Date('2026-11-27T17:00:00.123Z'), id: 'A1' };

it('answers who sent it, under its control id', () => {
  const message = parseMessage('MSH|^~\\&|HIS|GEN|CLINIC|HERE|20261127||ADT^A01^ADT_A01|C1|P|2.5.1\r');
  expect(lines(acknowledge(message, { code: 'AA' }, AT))).toEqual([
    'MSH|^~\\&|CLINIC|HERE|HIS|GEN|20261127170000+0000||ACK^A01^ACK|A1|P|2.5.1||||||UNICODE UTF-8',
    'MSA|AA|C1|',
  ]);
});

it('says what is wrong, where, and what to do, in the sender’s separators', () => {
  const message = parseMessage('MSH!^~\\&!HIS!GEN!!!20261127!!ADT^A01!C1!P!2.3');
  const error = { number: 102, place: 'PID-7' } as const;
  expect(
    lines(acknowledge(message, { code: 'AE', text: 'No! A^B\r\nis no day', error }, AT)).slice(1),
  ).toEqual([
    'MSA!AE!C1!No\\F\\ A\\S\\B is no day',
    'ERR!!PID^1^7!102^Data type error^HL70357!E!!!!No\\F\\ A\\S\\B is no day',
  ]);
});

it('answers what has no header', () => {
  const error = { number: 100, place: 'MSH-1' } as const;
  expect(lines(acknowledge(undefined, { code: 'AE', text: 'No header', error }, AT))).toEqual([
    'MSH|^~\\&|||||20261127170000+0000||ACK^ACK|A1|P|2.5.1||||||UNICODE UTF-8',
    'MSA|AE||No header',
    'ERR||MSH^1^1|100^Segment sequence error^HL70357|E||||No header',
  ]);
});

function lines(text: string): string[] {
  return text.split('\r').filter(Boolean);
}
