import { PLANNED_ANEW } from '../../../platform/database/client/named-client';
import { soughtIn } from './search-words';

/**
 * Conditions that find the patients somebody looks for; nobody, where nothing to look for was typed. Which index finds them
 * shows in the letters alone.
 *
 * @param of how the statement names the patient
 * @param value takes a value that the statement is given, and answers its place in it
 */
export function soughtPatients(q: string, of: string, value: (given: unknown) => string): string[] {
  const { days, words } = soughtIn(q);
  if (days.length + words.length === 0) return ['false'];
  return [
    ...days.map((either) => `${of}.birth_date = any(${value(either)}::date[])`),
    ...words.map(({ spellings, fromStart, born }) => {
      const either = [
        ...spellings.map(
          (spelling) => `${of}.search_text like ${value(`%${fromStart ? ' ' : ''}${spelling}%`)}`,
        ),
        ...born.map(({ from, to }) => `${of}.birth_date between ${value(from)}::date and ${value(to)}::date`),
      ];
      return `(${either.join(' or ')}) ${PLANNED_ANEW}`;
    }),
  ];
}
