import type { InjectionSide } from '../../../clinical/catalogue/muscles';
import type { Sex } from '../../patients/patient.entity';

/** What a number may have behind it where its column is in that unit. */
const UNIT_WORDS = {
  units: /\s*(?:units?|u|iu|ie|mu)\.?$/i,
  ml: /\s*(?:ml|cc)\.?$/i,
  kg: /\s*kg\.?$/i,
  percent: /\s*%$/,
} as const;
export type ColumnUnit = keyof typeof UNIT_WORDS;

/** `100 U` in a column of units is 100; a unit that the column is not in stays, and is refused with the number. */
export function withoutUnit(text: string, unit: ColumnUnit | undefined): string {
  return unit === undefined ? text : text.replace(UNIT_WORDS[unit], '');
}

/** In English, German, Spanish and French; a letter alone as files of the first two have it. */
const SEX_WORDS: Readonly<Record<string, Sex>> = wordsOf({
  female: ['female', 'f', 'w', 'weiblich', 'mujer', 'femenino', 'femme', 'féminin'],
  male: ['male', 'm', 'männlich', 'h', 'hombre', 'masculino', 'homme', 'masculin'],
  other: ['other', 'o', 'd', 'divers', 'diverse', 'x'],
  unknown: ['unknown', 'u', 'unbekannt'],
});

const SIDE_WORDS: Readonly<Record<string, InjectionSide>> = wordsOf({
  left: ['left', 'l', 'lt', 'lft', 'li', 'links', 'left side', 'izquierda', 'izquierdo', 'izq', 'gauche'],
  right: ['right', 'r', 'rt', 're', 'rechts', 'right side', 'derecha', 'derecho', 'der', 'droite', 'droit'],
  bilateral: [
    'bilateral',
    'b',
    'bi',
    'bil',
    'bilat',
    'both',
    'both sides',
    'beidseits',
    'bds',
    'ambos lados',
    'bilatéral',
  ],
  midline: ['midline', 'mid', 'median'],
});

/**
 * Which sex does a clinic mean? A word that nobody knows stays, and is refused.
 *
 * Where a column has an `h`, for hombre or homme, its `m` is no man: it is mujer.
 */
export function sexIn(text: string, hasHombre = false): string {
  if (hasHombre && plainWord(text) === 'm') return 'female';
  return SEX_WORDS[plainWord(text)] ?? text.toLowerCase();
}

export function isHombre(text: string): boolean {
  return plainWord(text) === 'h';
}

/** Which side does a clinic mean? */
export function sideIn(text: string): string {
  return SIDE_WORDS[plainWord(text)] ?? text.toLowerCase();
}

/** `Müller, Jörg`: the family name stands before the one comma. Without it nobody can tell the two apart. */
export function namesIn(
  text: string,
): { readonly familyName: string; readonly givenName: string } | undefined {
  const [familyName, givenName, ...more] = text.split(',').map((part) => part.trim());
  return familyName && givenName && more.length === 0 ? { familyName, givenName } : undefined;
}

function plainWord(text: string): string {
  return text.toLowerCase().replace(/\.$/, '');
}

function wordsOf<T extends string>(words: Readonly<Record<T, readonly string[]>>): Record<string, T> {
  const meant = Object.entries<readonly string[]>(words).flatMap(([value, all]) =>
    all.map((word) => [word, value] as const),
  );
  return Object.assign(Object.create(null), Object.fromEntries(meant)) as Record<string, T>;
}
