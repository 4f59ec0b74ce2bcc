import { Hl7Message } from '@medplum/core';
import { Refusal } from './refusal';

/** As much as an answer needs: who sent what under which number. */
export interface Heading {
  /** Application and facility. */
  readonly sender: string;
  readonly controlId: string;
  /** `ADT^A08`. */
  readonly type: string;
}

/** Which messages are taken, by their type and trigger. */
export const TAKEN = [
  'ADT^A01',
  'ADT^A04',
  'ADT^A08',
  'ADT^A28',
  'ADT^A31',
  'ADT^A40',
  'SIU^S12',
  'SIU^S13',
  'SIU^S14',
  'SIU^S15',
  'SIU^S26',
] as const;
export type TakenType = (typeof TAKEN)[number];

function isTaken(type: string): type is TakenType {
  return (TAKEN as readonly string[]).includes(type);
}

/**
 * The segments of a message.
 *
 * @throws Refusal for what is no message.
 */
export function parseMessage(text: string): Hl7Message {
  const lines = text
    .replaceAll(/\r?\n/g, '\r')
    .split('\r')
    .filter((line) => line !== '');
  if (!/^MSH[^\w\s]{5}/.test(lines[0] ?? ''))
    throw new Refusal(100, 'A message begins with MSH and its separators, such as MSH|^~\\&', 'MSH-1');
  return Hl7Message.parse(lines.join('\r'));
}

export function headingOf({ header }: Hl7Message): Heading {
  const part = (field: number, component: number): string =>
    (header.getComponent(field, component) ?? '').trim();
  return {
    sender: `${part(3, 1)}|${part(4, 1)}`,
    controlId: part(10, 1),
    type: [part(9, 1), part(9, 2)].filter(Boolean).join('^'),
  };
}

/**
 * Is this a message that is taken here at all?
 *
 * One alone, of a version of 2.1 to 2.9, for production, with a control id, of a type of ours.
 *
 * @throws Refusal
 */
export function checkHeading(message: Hl7Message, { controlId, type }: Heading): TakenType {
  const { header } = message;
  if (controlId === '')
    throw new Refusal(
      101,
      'A message needs a control id, by which it is known when it comes again',
      'MSH-10',
    );
  if (controlId.length > 199)
    throw new Refusal(102, 'The control id is longer than 199 characters', 'MSH-10');
  const version = header.getComponent(12, 1).trim();
  if (!/^2\.[1-9](\.\d)?$/.test(version))
    throw new Refusal(203, `Version ${quoted(version)} is not read here: send one of 2.1 to 2.9`, 'MSH-12');
  const processing = header.getComponent(11, 1).trim();
  if (processing !== 'P')
    throw new Refusal(202, `Processing id ${quoted(processing)}: only P, production, is taken`, 'MSH-11');
  // An end was lost between them: what belongs to which patient is not known.
  if (message.getAllSegments('MSH').length > 1)
    throw new Refusal(
      100,
      'Another message begins before this one ends: send each in a frame of its own',
      'MSH-1',
    );
  const [family = '', trigger] = type.split('^');
  if (isTaken(type)) return type;
  if (TAKEN.some((taken) => taken.startsWith(`${family}^`)) && trigger !== undefined)
    throw new Refusal(201, `${quoted(type)} is not taken here: ${TAKEN.join(', ')} are`, 'MSH-9');
  throw new Refusal(200, `${quoted(type)} is not taken here: ${TAKEN.join(', ')} are`, 'MSH-9');
}

function quoted(text: string): string {
  return `“${text.slice(0, 40)}”`;
}
