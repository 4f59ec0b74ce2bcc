/** Ages from here on are given as this one: very old people are few enough to be recognised. */
export const AGE_CAP_YEARS = 90;

/** Age groups by the first year that belongs to each. */
export const AGE_GROUPS = [
  { name: 'under 18', fromYears: 0 },
  { name: '18-39', fromYears: 18 },
  { name: '40-64', fromYears: 40 },
  { name: '65-79', fromYears: 65 },
  { name: '80+', fromYears: 80 },
] as const;

/** Where the birth date is not known. */
const UNKNOWN_AGE = 'unknown';

export const AGE_GROUP_NAMES: readonly string[] = [...AGE_GROUPS.map(({ name }) => name), UNKNOWN_AGE];

/** SQL for completed years on a day, null where the birth date is not known; born on 29 February is a year older on 1 March, as `ageOn` has it. */
export function yearsSql(birthDate: string, day: string): string {
  return `extract(year from age(${day}::timestamp, ${birthDate}::timestamp))::integer`;
}

/** SQL for completed years on a day up to the cap, null where the birth date is not known: `least` alone would answer the cap. */
export function cappedYearsSql(birthDate: string, day: string): string {
  return `case when ${birthDate} is not null then least(${AGE_CAP_YEARS}, ${yearsSql(birthDate, day)}) end`;
}

/** SQL for the name of the age group. */
export function ageGroupSql(years: string): string {
  const cases = AGE_GROUPS.toReversed().map(
    ({ name, fromYears }) => `when ${years} >= ${fromYears} then '${name}'`,
  );
  return `case ${cases.join(' ')} else '${UNKNOWN_AGE}' end`;
}
