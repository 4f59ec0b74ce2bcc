import type { DataType } from '../../marks';

interface Named {
  readonly name: string;
  readonly value: string;
  readonly types: readonly DataType[];
}

/**
 * The fields that are sent of lists whose rows may stay empty: a row of which all fields marked so are empty is left out,
 * and those after it move up. Other fields stay as they are.
 */
export function givenRows<F extends Named>(fields: readonly F[]): F[] {
  const places = placesOf(fields);
  return fields.flatMap((field) => {
    const row = rowOf(field.name);
    const sent = row === undefined ? undefined : places.get(row);
    if (row === undefined || sent === undefined) return [field];
    return sent === null ? [] : [{ ...field, name: sent + field.name.slice(row.length) }];
  });
}

/** The name in the form of what was sent under this name. */
export function nameInForm(sentName: string, fields: readonly Named[]): string {
  const row = rowOf(sentName);
  if (row === undefined) return sentName;
  const [inForm] = [...placesOf(fields)].find(([, sent]) => sent === row) ?? [row];
  return inForm + sentName.slice(row.length);
}

/** Of each row of such a list the name under which it is sent; null: it is left out. */
function placesOf(fields: readonly Named[]): ReadonlyMap<string, string | null> {
  const lists = new Set(fields.filter(({ types }) => types.includes('row')).map(({ name }) => listOf(name)));
  const rows = [...new Set(fields.flatMap(({ name }) => rowOf(name) ?? []))].filter((row) =>
    lists.has(listOf(row)),
  );
  const kept = new Map<string, number>();
  return new Map(
    rows.map((row) => {
      const asked = fields.filter(({ name, types }) => rowOf(name) === row && types.includes('row'));
      if (asked.length > 0 && asked.every(({ value }) => value.trim() === '')) return [row, null];
      const index = kept.get(listOf(row)) ?? 0;
      kept.set(listOf(row), index + 1);
      return [row, `${listOf(row)}[${index}]`];
    }),
  );
}

/** `hours[3]` of `hours[3].opensAt`. */
function rowOf(name: string): string | undefined {
  return /^\w+\[\d+\]/.exec(name)?.[0];
}

function listOf(name: string): string {
  return name.slice(0, name.indexOf('['));
}
