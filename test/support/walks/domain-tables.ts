import { INDICATION_SLUGS, INDICATIONS } from '../../../src/clinical/catalogue/indications';
import { MUSCLE_SLUGS, MUSCLES } from '../../../src/clinical/catalogue/muscles';
import { PRODUCT_ROWS } from '../../../src/clinical/catalogue/product-rows';
import { SCALE_SLUGS } from '../../../src/clinical/catalogue/scales';
import { SESSION_RULES } from '../../../src/clinical/session-rules/session-rules';
import { TOXIN_PRODUCTS } from '../../../src/clinical/units';
import { demoClinic } from '../../../src/demo/demo-clinic';
import { MAP_REGIONS } from '../../../src/web/shared/body-map/body-map-regions';

/** Scales of every response, whichever the indication. */
const OF_EVERY_RESPONSE = ['pct_improvement', 'duration_days'];

/** What has no row in a table that the compiler cannot hold complete: `table: what is missing`. */
export function missingRows(): string[] {
  const demo = demoClinic('2026-11-23', 'America/New_York');
  const treated = new Set(demo.courses.map(({ indication }) => indication));
  const measured = new Set([
    ...OF_EVERY_RESPONSE,
    ...INDICATION_SLUGS.flatMap((slug) => INDICATIONS[slug].scales),
  ]);
  const drawn = new Set(
    MAP_REGIONS.flatMap(({ side, muscles }) => muscles.map((muscle) => `${muscle} ${side}`)),
  );
  const places = MUSCLE_SLUGS.flatMap((slug) =>
    (MUSCLES[slug].paired ? ['left', 'right'] : ['midline']).map((side) => `${slug} ${side}`),
  );
  const rows = TOXIN_PRODUCTS.map((slug) => ({ slug, text: JSON.stringify(PRODUCT_ROWS[slug]) }));
  const marks = TOXIN_PRODUCTS.map((slug) => PRODUCT_ROWS[slug].mark);
  return [
    ...INDICATION_SLUGS.filter((slug) => !treated.has(slug)).map((slug) => `courses of the demo: ${slug}`),
    ...SCALE_SLUGS.filter((slug) => !measured.has(slug)).map((slug) => `scales of the indications: ${slug}`),
    ...places.filter((place) => !drawn.has(place)).map((place) => `body map: ${place}`),
    ...TOXIN_PRODUCTS.filter((_, index) => marks.indexOf(marks[index]!) !== index).map(
      (slug) => `marks in the charts, one for each: ${slug}`,
    ),
    ...SESSION_RULES.flatMap(({ id }) => {
      const row = rows.find(({ slug }) => id.split('.').includes(slug));
      const named = row?.text.includes(`"${id.replace(/(?<=child.*)\.(perKg|cap)$/, '')}"`) ?? true;
      return named ? [] : [`row of ${row!.slug}: ${id}`];
    }),
  ];
}
