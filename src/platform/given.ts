/** The same value, and what lies within it, where null and left out mean the same: not given. */
export type Given<T> = T extends readonly (infer Entry)[]
  ? Given<Entry>[]
  : T extends object
    ? { [Field in keyof T]: Given<Exclude<T[Field], null>> }
    : T;

/** Without the fields that are null or left out, however deep they lie. Takes plain values, no `Date`. */
export function withoutNulls<T>(value: T): Given<T> {
  if (Array.isArray(value)) return value.map(withoutNulls) as Given<T>;
  if (typeof value !== 'object' || value === null) return value as Given<T>;
  const given = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
  return Object.fromEntries(given.map(([name, field]) => [name, withoutNulls(field as unknown)])) as Given<T>;
}
