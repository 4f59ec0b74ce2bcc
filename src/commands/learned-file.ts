import { readFileSync } from 'node:fs';
import { INDICATION_SLUGS } from '../clinical/catalogue/indications';
import { SCALE_SLUGS } from '../clinical/catalogue/scales';
import { type CourseRules, courseRules } from '../clinical/course/course-rules';
import { RULE_ROWS, isSettableRule, ruleValues, type RuleId } from '../clinical/rules';
import type { AlarmBudget, AlarmFigures } from '../clinical/watch/learning/alarm-budget';
import type { LearnedUsual } from '../clinical/watch/change-point/response-priors';
import type { LearnedClinic, LearnedShare } from '../clinical/watch/learning/learned-clinic';
import { StartError } from '../embedded-postgres/start-error';
import { SHAPE_WORDS } from '../platform/http/validating/shape-words';
import {
  listOf,
  numberWithin,
  objectOf,
  textUpTo,
  valueThat,
  type Fields,
  type Place,
  type Read,
} from '../records/preview/read-shape';

/** What `calibrate` writes and `assess --clinic` judges with. */
export interface LearnedFile {
  readonly learned: LearnedClinic;
  /** Thresholds that a person has taken over, by rule id. */
  readonly ruleValues: Readonly<Partial<Record<RuleId, number>>>;
  /** What it would mean for the reviews; read by people. */
  readonly alarms: AlarmFigures & AlarmBudget;
}

/**
 * The rules of the clinic that a file describes.
 *
 * @throws StartError in one line: which file, where in it, and what was expected.
 */
export function rulesOfFile(path: string): CourseRules {
  const errors: Place['errors'] = [];
  const file = learnedFile(parsed(path), { within: '', called: 'the file', errors });
  const [first] = errors;
  if (first || !file)
    throw new StartError(
      `${path} is not what calibrate wrote: ${[first?.pointer, first?.message].filter(Boolean).join(': ')}`,
    );
  return courseRules(ruleValues(file.ruleValues), undefined, undefined, file.learned);
}

function parsed(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartError(`${path} cannot be read (${code}): give a file that calibrate wrote`);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new StartError(`${path} is not JSON: give a file that calibrate wrote`);
  }
}

const anyNumber = valueThat('is-number', SHAPE_WORDS.number, isNumber);
const number = (min: number, max: number): Read<number> => numberWithin({ min, max }, anyNumber);
const threshold = valueThat(
  'rule-value',
  'must be a number above 0',
  (value): value is number => isNumber(value) && value > 0,
);
const MANY = 1e9;

function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

/** Rows by key, any of which may be missing; a key that is not known is refused. */
function rowsOf<Key extends string, Row>(
  keys: readonly Key[],
  read: Read<Row>,
): Read<Partial<Record<Key, Row>>> {
  const fields = Object.fromEntries(keys.map((key) => [key, { read, may: 'be-left-out' }]));
  return objectOf(fields as Fields<Partial<Record<Key, Row>>>, 'refused');
}

const learnedFile = objectOf<Pick<LearnedFile, 'learned' | 'ruleValues'>>(
  {
    learned: {
      read: objectOf<LearnedClinic>(
        {
          noise: {
            read: objectOf<LearnedClinic['noise']>(
              {
                version: { read: textUpTo(100) },
                sizeSd: { read: number(1, 100) },
                lengthSd: { read: number(0.01, 3) },
                differences: { read: number(0, MANY) },
                scaleRatio: { read: rowsOf(SCALE_SLUGS, number(0.01, 100)) },
              },
              'passed-over',
            ),
          },
          usual: {
            read: rowsOf(
              INDICATION_SLUGS,
              objectOf<LearnedUsual>(
                {
                  meanSizePct: { read: number(1, 100) },
                  medianDays: { read: number(1, 1000) },
                  courses: { read: number(0, MANY) },
                },
                'passed-over',
              ),
            ),
          },
          calibration: {
            read: listOf(
              100,
              objectOf<LearnedShare>(
                {
                  from: { read: number(0, 1) },
                  share: { read: number(0, 1) },
                  reviews: { read: number(0, MANY) },
                },
                'passed-over',
              ),
            ),
          },
        },
        'passed-over',
      ),
    },
    ruleValues: {
      read: rowsOf(RULE_ROWS.map(({ id }) => id).filter(isSettableRule), threshold),
    },
  },
  'passed-over',
);
