import { MUSCLES, MUSCLE_SLUGS, type MuscleSlug } from './muscles';

/** Abbreviations have no more letters. */
const LONGEST_SHORT = 4;

const BY_NAME = new Map<string, MuscleSlug>(
  MUSCLE_SLUGS.flatMap((slug) =>
    [slug, MUSCLES[slug].name, ...MUSCLES[slug].aliases].map((name) => [plainName(name), slug] as const),
  ),
);

/** `TA`: tibialis anterior, by the first letters of its words. */
function initialsOf(slug: MuscleSlug): string {
  return slug.replaceAll(/([a-z])[a-z]*_?/g, '$1');
}

/**
 * Which muscles may somebody mean who writes this name in a file? One: that is it. None: nobody knows it.
 *
 * By its slug, its name or another name of the catalogue, as a whole: `SCM`, `M. splenius capitis`, `Levator scapulae muscle`.
 * An abbreviation that is the first letters of other muscles too may be each of them: the catalogue has `TA` for the
 * thyroarytenoid, and whoever treats legs means the tibialis anterior.
 */
export function musclesNamed(text: string): readonly MuscleSlug[] {
  const bare = plainName(text.replace(/^(?:mm?\.|musculus)\s*/i, '').replace(/\s+muscles?$/i, ''));
  const name = [plainName(text), bare].find((written) => BY_NAME.has(written)) ?? bare;
  const known = BY_NAME.get(name);
  if (name.length > LONGEST_SHORT || known === undefined) return known === undefined ? [] : [known];
  return [...new Set([known, ...MUSCLE_SLUGS.filter((slug) => initialsOf(slug) === name)])];
}

function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
