/** Which of the fields that a row gives say something else than the record; what a row leaves out, or does not know, says nothing. */
export function differing<Field extends string>(
  fields: readonly Field[],
  row: Readonly<Partial<Record<Field, unknown>>>,
  standing: Readonly<Record<Field, unknown>>,
): Field[] {
  return fields.filter((field) => row[field] != null && row[field] !== standing[field]);
}
