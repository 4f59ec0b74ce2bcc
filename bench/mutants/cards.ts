import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

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

/** Rules beside what they refuse; the others of the records stand in the room of the decisions. */
const RULES_OF_RECORDS = ['src/records/responses/response-shape.ts'];

/** Tables of words and numbers, types and what a spec is built from: nothing is decided in them. */
const NO_DECISION = [
  'src/clinical/catalogue/',
  'src/clinical/course-history.ts',
  'src/clinical/due/due-reason.ts',
  'src/clinical/due/due-settings.ts',
  'src/clinical/due/due-text.ts',
  'src/clinical/finding.ts',
  'src/clinical/rule-row.ts',
  'src/clinical/session-check/example-session.ts',
  'src/clinical/session-check/session-rules.ts',
  'src/clinical/treated-session.ts',
  'src/clinical/units.ts',
  'src/clinical/watch/change-point/response-priors.ts',
  'src/clinical/watch/checklist/causes.ts',
  'src/clinical/watch/checklist/indication-causes.ts',
  'src/clinical/watch/response-rules.ts',
  'src/clinical/watch/trend-state.ts',
];

/** A wrong dose, interval, side, day, flag, review or cover is acted on; a wrong sentence is seen. In this order. */
const HARM = [
  'src/clinical/session-check/',
  'src/clinical/doses/',
  'src/clinical/due/cross-course-minimum.ts',
  'src/clinical/due/due-forecast.ts',
  'src/clinical/due/due-status.ts',
  'src/clinical/due/effect-',
  'src/clinical/due/override-in-force.ts',
  'src/clinical/watch/decline-flag.ts',
  'src/clinical/watch/response-trend.ts',
  'src/clinical/watch/trend-stretch.ts',
  'src/clinical/watch/true-loss-share.ts',
  'src/clinical/watch/primary-nonresponse.ts',
  'src/clinical/watch/type-b-watch.ts',
  'src/clinical/watch/circumstances.ts',
  'src/clinical/watch/evidence/',
  'src/clinical/review/',
  'src/clinical/cover',
  'src/clinical/tolerance.ts',
  'src/records/',
];

const DOSES = ['src/clinical/doses/dose-limits.spec.ts', 'src/clinical/doses/child-dose-limits.spec.ts'];
const FLAG = ['src/clinical/watch/decline-flag.spec.ts'];
const WORDS = [...FLAG, 'src/clinical/watch/words/flag-sentences.spec.ts'];

/** Where the table of cases stands elsewhere than in a spec of the file's own name, or also elsewhere. */
const SPECS: Readonly<Record<string, readonly string[]>> = {
  'src/clinical/doses/dose-cap.ts': DOSES,
  'src/clinical/doses/start-dose.ts': DOSES,
  'src/clinical/due/effect-window-rules.ts': ['src/clinical/due/effect-window.spec.ts'],
  'src/clinical/session-check/propose-session.ts': [
    ...DOSES,
    'src/clinical/session-check/vial-account.spec.ts',
  ],
  'src/clinical/watch/change-point/likelihood-grid.ts': [
    'src/clinical/watch/change-point/change-point.spec.ts',
  ],
  'src/clinical/watch/checklist/causes-in-what-was-given.ts': FLAG,
  'src/clinical/watch/checklist/causes-in-what-was-measured.ts': FLAG,
  'src/clinical/watch/checklist/checklist-item.ts': FLAG,
  'src/clinical/watch/checklist/decline-checklist.ts': FLAG,
  'src/clinical/watch/evidence/published-definition.ts': [
    'src/clinical/watch/primary-nonresponse.spec.ts',
    'src/clinical/watch/response-trend.spec.ts',
  ],
  'src/clinical/watch/words/flag-text.ts': WORDS,
  'src/clinical/watch/words/told-lengths.ts': WORDS,
  'src/clinical/watch/words/told-sizes.ts': WORDS,
  'src/clinical/watch/words/what-was-seen.ts': WORDS,
  'src/clinical/watch/true-loss-share.ts': ['src/clinical/watch/response-trend.spec.ts'],
  'src/clinical/watch/trend-stretch.ts': ['src/clinical/watch/response-trend.spec.ts'],
};

/** Every file that decides, those first whose wrong answer harms. */
export function cards(): readonly Card[] {
  return [...filesBelow(ROOM), ...RULES_OF_RECORDS]
    .filter((file) => !NO_DECISION.some((start) => file.startsWith(start)))
    .map((file) => {
      const own = file.replace(/\.ts$/, '.spec.ts');
      return {
        name: basename(file, '.ts'),
        file,
        specs: [...(existsSync(own) ? [own] : []), ...(SPECS[file] ?? [])],
        harms: harmOf(file) < HARM.length,
      };
    })
    .toSorted((a, b) => harmOf(a.file) - harmOf(b.file));
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
