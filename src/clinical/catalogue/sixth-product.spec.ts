import { join } from 'node:path';
import { renderToString } from 'preact-render-to-string';
import type { ToxinProduct } from '../units';
import {
  DEMO_FILE,
  exportsOf,
  objections,
  ROWS_FILE,
  withSixthAndNames,
  withSixthProduct,
} from '../../../test/support/walks/sixth-product';

const SLOWLY = 120_000;
const ROOT = join(__dirname, '../../..');

/** `file: what it lacks`, or the whole objection where it is another one. */
function lacking(objection: string): string {
  const file = objection.split(': ', 1)[0]!;
  const [, missing, wrong] =
    /(?:Property '(\w+)' is missing in|Types of property '(\w+)' are)/.exec(objection) ?? [];
  const emptyRow = objection.includes(
    ": Type '{}' is missing the following properties from type 'ProductRow'",
  );
  const name = missing ?? wrong ?? (emptyRow ? 'seventh' : undefined);
  return name ? `${file}: ${name}` : objection;
}

it(
  'the name alone of a product, an indication and a scale does not compile: each table says what it lacks; a sixth product, for faces only, lacks nothing with its row, its rules and its dilution in the demo',
  () => {
    expect([...new Set(objections(withSixthAndNames()).map(lacking))].toSorted()).toEqual(
      [
        `${ROWS_FILE}: seventh`,
        `${DEMO_FILE}: seventh`,
        'src/clinical/catalogue/indications.ts: another_indication',
        'src/clinical/catalogue/codes/billing-codes.ts: another_indication',
        'src/clinical/catalogue/anatomy/treated-places.ts: another_indication',
        'src/clinical/session-rules/intervals.ts: another_indication',
        'src/clinical/session-check/label/label-age.ts: another_indication',
        'src/clinical/watch/change-point/response-priors.ts: another_indication',
        'src/clinical/watch/checklist/indication-causes.ts: another_indication',
        'src/clinical/watch/evidence/indication-measures.ts: another_indication',
        'src/clinical/watch/indication-loss.ts: another_indication',
        'src/demo/courses/scale-sets.ts: another_indication',
        'src/web/shared/body-map/treated-views.ts: another_indication',
        'src/clinical/watch/evidence/scales/scale-readings.ts: another_scale',
      ].toSorted(),
    );
  },
  SLOWLY,
);

describe('the sixth product, once these stand', () => {
  const sixth = 'sixth' as ToxinProduct;

  beforeAll(() => {
    const texts = withSixthProduct();
    const patched = new Set([...texts.keys()].map((file) => join(ROOT, file.replace(/\.ts$/, ''))));
    const load = (path: string) => (patched.has(path) ? jest.requireMock(path) : jest.requireActual(path));
    for (const file of texts.keys()) jest.doMock(join(ROOT, file), () => exportsOf(texts, file, load));
  });

  it('is in the catalogue, off-label for all that the clinic treats', () => {
    const { TOXIN_PRODUCTS } = require('../units') as typeof import('../units');
    const { PRODUCTS } = require('./products') as typeof import('./products');
    const { INDICATIONS } = require('./indications') as typeof import('./indications');
    expect(TOXIN_PRODUCTS).toEqual(['ona', 'abo', 'inco', 'rima', 'daxi', sixth]);
    expect(PRODUCTS[sixth]).toMatchObject({ slug: sixth, brand: 'Sixth' });
    for (const { labelStatus } of Object.values(INDICATIONS)) expect(labelStatus[sixth]).toBe('off-label');
  });

  it.each`
    units | born            | before          | raised           | why
    ${50} | ${'1976-11-22'} | ${'2026-08-30'} | ${''}            | ${'as much, as old and as late as allowed'}
    ${51} | ${'1976-11-22'} | ${'2026-08-30'} | ${'S08 confirm'} | ${'above the cap of a session'}
    ${50} | ${'2008-11-22'} | ${'2026-08-30'} | ${''}            | ${'on the 18th birthday'}
    ${50} | ${'2008-11-23'} | ${'2026-08-30'} | ${'S10 confirm'} | ${'a day short of 18 years'}
    ${50} | ${'1976-11-22'} | ${'2026-08-31'} | ${'S02 confirm'} | ${'a day short of the interval'}
  `('$units U, born $born, last given on $before: $why', ({ units, born, before, raised }) => {
    const { checkSession } =
      require('../session-check/session-check') as typeof import('../session-check/session-check');
    const { aContext, aDose, aSession, said } =
      require('../session-check/example-session') as typeof import('../session-check/example-session');
    const { ruleValues } = require('../rules') as typeof import('../rules');
    const earlier = aDose({ product: sixth, sameCourse: true, performedOn: before, units: 30 });
    const context = aContext({ birthDate: born, earlierDoses: [earlier] });
    expect(said(checkSession(aSession({ product: sixth, units }), context, ruleValues()))).toBe(raised);
  });

  it('is objected to by its own brand, units and cap', () => {
    const { checkSession } =
      require('../session-check/session-check') as typeof import('../session-check/session-check');
    const { aContext, aSession } =
      require('../session-check/example-session') as typeof import('../session-check/example-session');
    const { ruleValues } = require('../rules') as typeof import('../rules');
    const findings = checkSession(aSession({ product: sixth, units: 60 }), aContext(), ruleValues());
    expect(findings.map(({ message }) => message)).toEqual([
      '60 U Sixth in this session: the limit is 50 U Sixth. Lower it by at least 10 U Sixth, or give the reason for going on.',
      'Sixth is off-label for chronic migraine. Labelled is Botox. Tell the patient, and check the cover.',
    ]);
  });

  it('has a usual length of its own', () => {
    const { epochStart } =
      require('../due/effect/effect-length') as typeof import('../due/effect/effect-length');
    const { responsePrior } =
      require('../watch/change-point/response-priors') as typeof import('../watch/change-point/response-priors');
    const { doseOf } = require('../units') as typeof import('../units');
    const given = (['ona', sixth, sixth] as const).map((product) => ({ dose: doseOf(product, 50) }));
    expect(epochStart(given, sixth)).toBe(1);
    expect(responsePrior('hemifacial_spasm', sixth)).toMatchObject({ medianDays: 180, normDays: 176 });
  });

  it('is typed and drawn on the screen, and reconstituted in the demo', () => {
    const { steppedUnits } =
      require('../../web/browser/grid-state/grid-rows') as typeof import('../../web/browser/grid-state/grid-rows');
    const { ProductMark } =
      require('../../web/parts/course-charts/chart-marks') as typeof import('../../web/parts/course-charts/chart-marks');
    const { vialsFor } = require('../../demo/rows/vials') as typeof import('../../demo/rows/vials');
    expect([steppedUnits('4', 1, sixth), steppedUnits('8', 1, sixth)]).toEqual(['6', '12']);
    const drawn = (product: ToxinProduct): string => renderToString(ProductMark({ product, x: 0, y: 0 }));
    expect(drawn(sixth)).toContain('points="-2.8,-7.7 2.8,-7.7');
    expect((['ona', 'abo', 'inco', 'rima', 'daxi'] as const).map(drawn)).not.toContain(drawn(sixth));
    const of = { sessionId: 's', product: sixth, units: 60, performedOn: '2026-11-22', daysAgo: 1 } as const;
    expect(vialsFor(of, 'UTC')).toMatchObject([
      { vialUnits: 50, reconstitutedAt: null, unitsDiscarded: 0 },
      { vialUnits: 50, reconstitutedAt: null, unitsDiscarded: 40 },
    ]);
  });

  it('is read and assessed as any other', () => {
    const { readCourse } =
      require('../../records/preview/read-course') as typeof import('../../records/preview/read-course');
    const { historyOf } = require('../course/course-input') as typeof import('../course/course-input');
    const { assessHistory } = require('../assess-course') as typeof import('../assess-course');
    const { courseRules } = require('../course/course-rules') as typeof import('../course/course-rules');
    const course = readCourse({
      indication: 'hemifacial_spasm',
      sessions: [{ performedOn: '2026-08-03', product: sixth, totalUnits: 30 }],
    });
    if ('errors' in course) throw new Error(JSON.stringify(course.errors));
    const { forecast } = assessHistory(historyOf(course.read), '2026-11-22', courseRules());
    expect(forecast).toMatchObject({ dueOn: '2026-10-26' });
  });

  it('has what every product has, as the tables say', () => {
    const { missingRows } =
      require('../../../test/support/walks/domain-tables') as typeof import('../../../test/support/walks/domain-tables');
    expect(missingRows()).toEqual([]);
  });
});
