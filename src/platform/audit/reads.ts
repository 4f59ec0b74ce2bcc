import { SetMetadata } from '@nestjs/common';

/** Of whom an answer speaks: patients by their ids, or by ids of their courses or sessions. Empty: of nobody. */
export interface Shown {
  /** The one thing that was read; left out for a list. */
  readonly subjectId?: string;
  readonly patients?: readonly (string | null | undefined)[];
  readonly courses?: readonly string[];
  readonly sessions?: readonly string[];
  /** Codes, ids and counts; never a name, a birth date or a note of a patient. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** Where one handler answers several things: which of them. */
  readonly subject?: string;
}

/** What the request named. The handler has found it to be right. */
export interface Named<B = unknown> {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: B;
}

export interface ReadDeclaration {
  readonly action: 'read' | 'export';
  readonly subject: string;
  /** `repeats`: only the answers that wrote nothing. What was written is in the trail as a change. */
  readonly of: 'every-answer' | 'repeats';
  readonly shown: (answer: never, named: Named) => Shown;
}

export interface RefusalDeclaration {
  readonly subject: string;
  readonly shown: (named: Named<never>) => Shown;
}

/** An answer that leaves when the trail has it: a screen, a file. */
export class Unsent<V> {
  constructor(
    readonly answer: V,
    readonly send: () => unknown,
  ) {}
}

export const READS = 'clinic:reads';
export const READS_WHEN_REFUSED = 'clinic:reads-when-refused';

type Answer<V> = V | Unsent<V>;
type Handler<V> = (...named: never[]) => Answer<V> | Promise<Answer<V>>;
type Declares<V> = <T extends Handler<V>>(
  controller: object,
  name: string | symbol,
  handler: TypedPropertyDescriptor<T>,
) => void;

/** What a handler shows, and of which patients: one entry of the trail an answer. Every GET declares it, or that it reads nothing. */
export function Reads<V>(subject: string, shown: (answer: V, named: Named) => Shown = ofNobody): Declares<V> {
  return declared({ action: 'read', subject, of: 'every-answer', shown });
}

/** A file or a plot for use elsewhere, with its filters. The entry stands before the first row leaves. */
export function Exports<V>(subject: string, shown: (answer: V, named: Named) => Shown): Declares<V> {
  return declared({ action: 'export', subject, of: 'every-answer', shown });
}

/** For a write that may find its work done already, and then only shows what stands. */
export function ReadsWhenRepeated<V>(
  subject: string,
  shown: (answer: V, named: Named) => Shown,
): Declares<V> {
  return declared({ action: 'read', subject, of: 'repeats', shown });
}

/** For a write whose findings speak of what the patient got before. */
export function ReadsWhenRefused<B>(subject: string, shown: (named: Named<B>) => Shown): MethodDecorator {
  return SetMetadata(READS_WHEN_REFUSED, { subject, shown } satisfies RefusalDeclaration);
}

/** For what shows no patient and nothing of the administrator's, and why. */
export function ReadsNothing(why: string): MethodDecorator {
  return SetMetadata(READS, why);
}

const ofNobody = (): Shown => ({});

function declared<V>(declaration: ReadDeclaration): Declares<V> {
  return SetMetadata(READS, declaration);
}
