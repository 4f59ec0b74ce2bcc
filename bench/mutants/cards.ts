import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A deciding file with the specs that answer for it. */
export interface Card {
  /** The file's name without its ending: `due-forecast`. */
  readonly name: string;
  readonly file: string;
  readonly specs: readonly string[];
  /** A wrong answer of it harms: a dose, a day, a flag, a payer's cover. Its score is kept at 90 %. */
  readonly harms: boolean;
}

const ROOM = 'src/clinical';
const RECORDS = 'src/records';

/** Tables of words and numbers with what looks up in them, types, and what a spec is built from. */
export const NO_DECISION: readonly string[] = [
  'src/clinical/bounds.ts',
  'src/clinical/catalogue/codes/billing-codes.ts',
  'src/clinical/catalogue/codes/code-places.ts',
  'src/clinical/catalogue/guidance.ts',
  'src/clinical/catalogue/anatomy/handedness.ts',
  'src/clinical/catalogue/indication-slugs.ts',
  'src/clinical/catalogue/indications.ts',
  'src/clinical/catalogue/anatomy/muscle-groups.ts',
  'src/clinical/catalogue/anatomy/muscle-regions.ts',
  'src/clinical/catalogue/anatomy/muscle-sizes.ts',
  'src/clinical/catalogue/muscles.ts',
  'src/clinical/catalogue/product-row.ts',
  'src/clinical/catalogue/product-rows.ts',
  'src/clinical/catalogue/products.ts',
  'src/clinical/catalogue/scales.ts',
  'src/clinical/catalogue/anatomy/treated-places.ts',
  'src/clinical/due/due-reason.ts',
  'src/clinical/due/effect/effect-window-rules.ts',
  'src/clinical/elsewhere/place-words.ts',
  'src/clinical/elsewhere/told-dose.ts',
  'src/clinical/finding.ts',
  'src/clinical/rule-row.ts',
  'src/clinical/session-check/example-session.ts',
  'src/clinical/session-rules/session-rules.ts',
  'src/clinical/treated-session.ts',
  'src/clinical/watch/change-point/response-priors.ts',
  'src/clinical/watch/checklist/causes.ts',
  'src/clinical/watch/checklist/indication-causes.ts',
  'src/clinical/watch/evidence/entered-reading.ts',
  'src/clinical/watch/evidence/indication-measures.ts',
  'src/clinical/watch/indication-loss.ts',
  'src/clinical/watch/learning/learning-rules.ts',
  'src/clinical/watch/response-rules.ts',
  'src/clinical/watch/trend-state.ts',
  'src/records/catalog/catalog.ts',
];

/** A wrong dose, interval, side, day, flag, review or cover is acted on; a wrong sentence is seen. In this order. */
const HARM = [
  'src/clinical/session-check/',
  'src/clinical/doses/',
  'src/clinical/plausible/',
  'src/clinical/safety/',
  'src/clinical/supply/',
  'src/clinical/precautions/',
  'src/clinical/elsewhere/',
  'src/clinical/asking/',
  'src/clinical/due/contact-of-cycle.ts',
  'src/clinical/due/cross-course-minimum.ts',
  'src/clinical/due/due-forecast.ts',
  'src/clinical/due/due-settings.ts',
  'src/clinical/due/due-status.ts',
  'src/clinical/due/effect/',
  'src/clinical/due/follow-up.ts',
  'src/clinical/due/override-in-force.ts',
  'src/clinical/watch/change-point/',
  'src/clinical/watch/decline-flag.ts',
  'src/clinical/watch/response-trend.ts',
  'src/clinical/watch/trend-stretch.ts',
  'src/clinical/watch/true-loss-share.ts',
  'src/clinical/watch/primary-nonresponse.ts',
  'src/clinical/watch/type-b-watch.ts',
  'src/clinical/watch/circumstances.ts',
  'src/clinical/watch/evidence/',
  'src/clinical/review/',
  'src/clinical/cover/',
  'src/clinical/assess-course.ts',
  'src/clinical/course/continued-sessions.ts',
  'src/clinical/course/course-history.ts',
  'src/clinical/course/course-input.ts',
  'src/clinical/course/course-rules.ts',
  'src/clinical/course/days-in-order.ts',
  'src/clinical/rules.ts',
  'src/clinical/session-rules/',
  'src/clinical/units.ts',
  'src/clinical/catalogue/anatomy/limb-units.ts',
  'src/clinical/catalogue/usual-range.ts',
  'src/records/patient-answers/',
  'src/records/responses/',
  'src/records/sessions/',
];

const PLAUSIBLE = ['src/clinical/plausible/plausible-dose.spec.ts'];
const ELSEWHERE = ['src/clinical/elsewhere/elsewhere-check.spec.ts'];
const PRECAUTIONS = ['src/clinical/precautions/precaution-findings.spec.ts'];
const EVIDENCE = [
  'src/clinical/watch/evidence/scales/scale-evidence.spec.ts',
  'src/clinical/watch/evidence/response-evidence.spec.ts',
];
const TREND = ['src/clinical/watch/response-trend.spec.ts'];
const KINDS = ['src/clinical/watch/trend-kinds.spec.ts'];
const FLAG = ['src/clinical/watch/decline-flag.spec.ts'];
const SENTENCES = ['src/clinical/watch/words/flag-sentences.spec.ts'];
const CODES = ['src/clinical/session-check/label/code-check.spec.ts'];

/** Where the table of cases stands elsewhere than in a spec of the file's own name, or also elsewhere. */
const SPECS: Readonly<Record<string, readonly string[]>> = {
  'src/clinical/catalogue/codes/diagnosis-codes.ts': CODES,
  'src/clinical/catalogue/anatomy/limb-units.ts': ['src/clinical/doses/children/child-dose-limits.spec.ts'],
  'src/clinical/catalogue/usual-range.ts': ['src/clinical/catalogue/catalogue.spec.ts'],
  'src/clinical/course/course-history.ts': ['src/clinical/course/course-input.spec.ts'],
  'src/clinical/plausible/dose-change.ts': PLAUSIBLE,
  'src/clinical/plausible/likely-meant.ts': PLAUSIBLE,
  'src/clinical/doses/start-dose.ts': ['src/clinical/doses/dose-limits.spec.ts'],
  'src/clinical/plausible/usual-doses.ts': PLAUSIBLE,
  'src/clinical/plausible/too-little.ts': PLAUSIBLE,
  'src/clinical/plausible/vial-size.ts': ['src/clinical/plausible/site-dose.spec.ts'],
  'src/clinical/elsewhere/elsewhere-text.ts': ELSEWHERE,
  'src/clinical/elsewhere/sorted-doses.ts': ELSEWHERE,
  'src/clinical/precautions/dated-precaution.ts': PRECAUTIONS,
  'src/clinical/precautions/precaution-rows.ts': PRECAUTIONS,
  'src/clinical/precautions/pregnancy.ts': PRECAUTIONS,
  'src/clinical/watch/checklist/causes-in-what-was-given.ts': FLAG,
  'src/clinical/watch/checklist/causes-in-what-was-measured.ts': FLAG,
  'src/clinical/watch/checklist/decline-checklist.ts': FLAG,
  'src/clinical/watch/clinic-noise.ts': TREND,
  'src/clinical/watch/evidence/baselines.ts': [
    ...EVIDENCE,
    'src/clinical/watch/evidence/peak-window.spec.ts',
  ],
  'src/clinical/watch/evidence/scales/scale-readings.ts': EVIDENCE,
  'src/clinical/watch/evidence/scales/scale-value.ts': EVIDENCE,
  'src/clinical/watch/response-trend.ts': KINDS,
  'src/clinical/watch/trend-stretch.ts': [...TREND, ...KINDS, ...SENTENCES],
  'src/clinical/watch/true-loss-share.ts': TREND,
};

/** Every file that decides, those first whose wrong answer harms. */
export function cards(): readonly Card[] {
  return [...filesBelow(ROOM), ...filesBelow(RECORDS).filter(isPureRule)]
    .filter((file) => !NO_DECISION.includes(file))
    .map((file) => ({
      name: basename(file, '.ts'),
      file,
      specs: specsOf(file),
      harms: harmOf(file) < HARM.length,
    }))
    .toSorted((a, b) => harmOf(a.file) - harmOf(b.file));
}

/** A rule beside what it refuses or says: it needs neither the database, as a query does, nor the framework. */
function isPureRule(file: string): boolean {
  if (file.endsWith('.query.ts')) return false;
  const text = readFileSync(file, 'utf8');
  return /^export function /m.test(text) && !/from '(?:typeorm|@nestjs\/|class-)|EntityManager/.test(text);
}

/** A file that has no table of its own and is named nowhere is answered for by those of its folder. */
function specsOf(file: string): readonly string[] {
  const own = file.replace(/\.ts$/, '.spec.ts');
  const specs = [...(existsSync(own) ? [own] : []), ...(SPECS[file] ?? [])];
  if (specs.length > 0) return specs;
  const folder = dirname(file);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.spec.ts'))
    .map((name) => join(folder, name));
}

/** The place of a file among those that harm; behind them when it does not. */
function harmOf(file: string): number {
  const place = HARM.findIndex((start) => file.startsWith(start));
  return place < 0 ? HARM.length : place;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return path.endsWith('.ts') && !path.endsWith('.spec.ts') ? [path] : [];
    });
}
