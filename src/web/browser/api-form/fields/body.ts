import { givenRows } from './given-rows';
import { readNumber } from '../../../shared/typed-number';
import { momentAt } from '../../../../clinical/schedule/wall-clock';
import type { DataType } from '../../marks';

/** One field of a form, as it is read from the page. */
export interface FieldValue {
  /** Where the value goes: `units`, `weight.kg`, `measurements[0].value`, `precautions[]`, `ruleValues["S01.usual"]`. */
  readonly name: string;
  readonly value: string;
  /** Set for a box or a radio button: is it ticked? */
  readonly checked?: boolean;
  readonly box?: 'checkbox' | 'radio';
  readonly types: readonly DataType[];
  /** The clinic's zone, for a moment. */
  readonly zone?: string;
}

type Node = Record<string, unknown> | unknown[];

/**
 * The JSON body of a form's fields.
 *
 * An empty number or moment is left out, unless it says `null-if-empty`; what is no number is sent as it was typed, so
 * that the server can say so beside the field.
 */
export function bodyOf(fields: readonly FieldValue[]): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of givenRows(fields)) {
    const list = field.name.endsWith('[]');
    const path = (field.name.replace(/\[\]$/, '').match(/"[^"]+"|[^.[\]"]+/g) ?? []).map((part) =>
      part.replaceAll('"', ''),
    );
    if (list) addToList(body, path, field);
    else {
      const value = valueOf(field);
      if (value !== undefined) put(body, path, value);
    }
  }
  return body;
}

/** The names of fields that ask for a number and hold something else. */
export function unreadNumbers(fields: readonly FieldValue[]): string[] {
  return fields
    .filter(({ types, value, checked = true }) => types.includes('number') && checked && value.trim() !== '')
    .filter(({ value }) => readNumber(value) === undefined)
    .map(({ name }) => name);
}

/** The JSON pointer of an error as the name of the field that it belongs to: `/injections/2/units` → `injections[2].units`. */
export function nameOfPointer(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce(
      (name, part) =>
        /^\d+$/.test(part)
          ? `${name}[${part}]`
          : part.includes('.')
            ? `${name}["${part}"]`
            : name === ''
              ? part
              : `${name}.${part}`,
      '',
    );
}

function valueOf({ value, checked, box, types, zone }: FieldValue): unknown {
  if (box === 'radio' && !checked) return undefined;
  if (box === 'checkbox' && types.includes('boolean')) return checked === true;
  if (box === 'checkbox' && !checked) return undefined;
  if (types.includes('null')) return null;
  const text = value.trim();
  if (text === '') {
    if (types.includes('null-if-empty')) return null;
    return types.length > 0 ? undefined : '';
  }
  if (types.includes('list')) return text.split(',').map((part) => part.trim());
  if (types.includes('number')) return readNumber(text) ?? text;
  if (types.includes('boolean')) return text === 'true' ? true : text === 'false' ? false : text;
  if (types.includes('json')) return readJson(text);
  if (types.includes('moment')) return (zone && momentAt(text, zone)?.toISOString()) || text;
  return text;
}

/** What is none is sent as it was typed: the server says so beside the field. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function addToList(body: Record<string, unknown>, path: readonly string[], field: FieldValue): void {
  const before = path.reduce<unknown>(
    (node, key) => (node as Record<string, unknown> | undefined)?.[key],
    body,
  );
  const list = Array.isArray(before) ? before : [];
  const value = valueOf(field);
  put(body, path, value === undefined || value === '' ? list : [...list, value]);
}

function put(body: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let node: Node = body;
  path.forEach((key, depth) => {
    const at = node as Record<string, unknown>;
    const next = path[depth + 1];
    if (next === undefined) at[key] = value;
    else at[key] ??= /^\d+$/.test(next) ? [] : {};
    node = at[key] as Node;
  });
}
