import { INDICATION_SLUGS, INDICATIONS, type IndicationSlug } from '../catalogue/indications';
import type { Placed } from '../catalogue/anatomy/limb-units';
import { isMuscle, MUSCLE_SLUGS, MUSCLES } from '../catalogue/muscles';
import type { MuscleRegion } from '../catalogue/anatomy/muscle-regions';
import { INDICATION_WORDS, REGION_WORDS, SKIN_WORDS } from './place-words';

type Place = Pick<Placed, 'muscle' | 'side'>;

/** The indication of the catalogue that a slug, a name or a patient's word for it says; none when they say two. */
export function indicationIn(text: string): IndicationSlug | undefined {
  const wanted = plain(text);
  const named = INDICATION_SLUGS.find(
    (slug) => plain(slug) === wanted || plain(INDICATIONS[slug].name) === wanted,
  );
  if (named) return named;
  const said = INDICATION_SLUGS.filter((slug) =>
    INDICATION_WORDS[slug]?.some((word) => ` ${wanted} `.includes(` ${word} `)),
  );
  return said.length === 1 ? said[0] : undefined;
}

/** Does a session inject what these words name: a muscle of the catalogue, or a part of the body? A side counts where one is named. */
export function namesPlaceOf(text: string, injected: readonly Place[]): boolean {
  const said = ` ${plain(text)} `;
  const named = (words: string): boolean => said.includes(` ${plain(words)} `);
  const [left, right] = [named('left'), named('right')];
  const side = left === right ? undefined : left ? 'left' : 'right';
  const muscles = MUSCLE_SLUGS.filter((slug) => namesOf(slug).some(named));
  const regions = (Object.keys(REGION_WORDS) as MuscleRegion[]).filter((region) =>
    REGION_WORDS[region].some(named),
  );
  return injected
    .filter(
      (place) => side === undefined || place.side === side || ['bilateral', 'midline'].includes(place.side),
    )
    .some(
      ({ muscle }) =>
        muscles.some((slug) => muscle === slug || muscle.startsWith(`${slug}_`)) ||
        (isMuscle(muscle) && regions.includes(MUSCLES[muscle].region)),
    );
}

/** Abbreviations of three letters are words of other things. */
function namesOf(slug: (typeof MUSCLE_SLUGS)[number]): readonly string[] {
  const { name, aliases } = MUSCLES[slug];
  return [slug, name, ...aliases.filter((alias) => alias.length > 3), ...(SKIN_WORDS[slug] ?? [])];
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}
