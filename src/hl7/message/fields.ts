import type { Hl7Message } from '@medplum/core';
import { asSeen } from '../../platform/http/validating/as-seen';

/** What a field says: something, that there is nothing (`""`), or nothing at all. */
export type Said = string | null | undefined;

/** The repetitions of a field of the first segment of a name. */
export function repetitionsOf(message: Hl7Message, segment: string, field: number): Repetition[] {
  const found = message.getSegment(segment);
  const value = found?.fields[field];
  if (!value) return [];
  return value.components.map((components) => new Repetition(components, message));
}

/** One value of a field, its components counted from 1 as in the standard. */
export class Repetition {
  constructor(
    private readonly components: readonly string[],
    private readonly message: Pick<Hl7Message, 'context'>,
  ) {}

  /** The first part of a component. */
  said(component: number): Said {
    const { subcomponentSeparator } = this.message.context;
    const raw = this.components[component - 1]?.split(subcomponentSeparator, 1)[0]?.trim() ?? '';
    if (raw === '""') return null;
    return asSeen(unescaped(raw, this.message)) || undefined;
  }
}

export function said(message: Hl7Message, segment: string, field: number, component = 1): Said {
  return repetitionsOf(message, segment, field)[0]?.said(component);
}

/**
 * A text without its escapes: `\F\ \S\ \T\ \R\ \E\` are separators, `\X..\` bytes of UTF-8, `\.br\` a line; highlighting is left out.
 * An escape that nobody knows stays as it is.
 */
function unescaped(text: string, { context }: Pick<Hl7Message, 'context'>): string {
  const { escapeCharacter: escape } = context;
  if (!escape || !text.includes(escape)) return text;
  const letters: Readonly<Record<string, string>> = {
    F: context.fieldSeparator,
    S: context.componentSeparator,
    T: context.subcomponentSeparator,
    R: context.repetitionSeparator,
    E: escape,
    H: '',
    N: '',
    '.br': '\n',
  };
  const parts = text.split(escape);
  // Between two escape characters stands a code; one that is left over stands for itself.
  return parts
    .map((part, place) => {
      if (place % 2 === 0) return part;
      if (place === parts.length - 1) return `${escape}${part}`;
      return letters[part] ?? bytesOf(part) ?? `${escape}${part}${escape}`;
    })
    .join('');
}

function bytesOf(code: string): string | undefined {
  if (!/^X([\dA-F]{2})+$/i.test(code)) return undefined;
  return Buffer.from(code.slice(1), 'hex').toString('utf8').replaceAll('\0', '');
}
