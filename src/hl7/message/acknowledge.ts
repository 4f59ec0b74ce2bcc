import { Hl7Context, Hl7Message, Hl7Segment } from '@medplum/core';
import type { ErrorNumber } from './refusal';

export interface Answer {
  readonly code: 'AA' | 'AE' | 'AR';
  /** What became of the message, or what is wrong with it. */
  readonly text?: string;
  readonly error?: { readonly number: ErrorNumber; readonly place: string };
}

/**
 * The answer to a message, in its own separators and version: MSA with its control id and what became of it, and ERR where it
 * was refused. What has no header is answered in ours.
 */
export function acknowledge(
  to: Hl7Message | undefined,
  { code, text = '', error }: Answer,
  { now, id }: { readonly now: Date; readonly id: string },
): string {
  const context = to?.context ?? new Hl7Context();
  const header = to?.header;
  const raw = (field: number): string => header?.getField(field)?.toString() ?? '';
  const first = (field: number, component: number): string => header?.getComponent(field, component) ?? '';
  const said = escaped(text, context);
  const msh = new Hl7Segment(
    [
      'MSH',
      context.getMsh2(),
      raw(5),
      raw(6),
      raw(3),
      raw(4),
      `${now.toISOString().replaceAll(/[-:T]|\..*/g, '')}+0000`,
      '',
      ['ACK', first(9, 2), 'ACK'].filter(Boolean).join(context.componentSeparator),
      id,
      first(11, 1) || 'P',
      first(12, 1) || '2.5.1',
      ...Array<string>(5).fill(''),
      'UNICODE UTF-8',
    ],
    context,
  );
  const segments = [msh, new Hl7Segment(['MSA', code, raw(10), said], context)];
  if (error) {
    const [segment = '', field = ''] = error.place.split('-');
    const place = segment && [segment, '1', field].join(context.componentSeparator);
    const number = [error.number, ERROR_WORDS[error.number], 'HL70357'].join(context.componentSeparator);
    segments.push(new Hl7Segment(['ERR', '', place, number, 'E', '', '', '', said], context));
  }
  return new Hl7Message(segments, context).toString();
}

/** HL7 table 0357. */
const ERROR_WORDS: Readonly<Record<ErrorNumber, string>> = {
  100: 'Segment sequence error',
  101: 'Required field missing',
  102: 'Data type error',
  103: 'Table value not found',
  200: 'Unsupported message type',
  201: 'Unsupported event code',
  202: 'Unsupported processing id',
  203: 'Unsupported version id',
  205: 'Duplicate key identifier',
  207: 'Application internal error',
};

function escaped(text: string, context: Hl7Context): string {
  const letters: readonly (readonly [string, string])[] = [
    [context.escapeCharacter, 'E'],
    [context.fieldSeparator, 'F'],
    [context.componentSeparator, 'S'],
    [context.subcomponentSeparator, 'T'],
    [context.repetitionSeparator, 'R'],
  ];
  return Array.from(text.replaceAll(/[\r\n]+/g, ' '), (character) => {
    const letter = letters.find(([separator]) => separator === character)?.[1];
    return letter ? `${context.escapeCharacter}${letter}${context.escapeCharacter}` : character;
  }).join('');
}
