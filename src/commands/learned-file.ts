import { readFileSync } from 'node:fs';
import { INDICATION_SLUGS } from '../clinical/catalogue/indications';
import { SCALE_SLUGS } from '../clinical/catalogue/scales';
import { type CourseRules, courseRules } from '../clinical/course-rules';
import { isSettableRule, ruleValues, type RuleId } from '../clinical/rules';
import type { AlarmFigures } from '../clinical/watch/learning/alarm-budget';
import type { LearnedClinic } from '../clinical/watch/learning/learned-clinic';
import { StartError } from '../embedded-postgres/start-error';

/** What `calibrate` writes and `assess --clinic` judges with. */
export interface LearnedFile {
  readonly learned: LearnedClinic;
  /** Thresholds that a person has taken over, by rule id. */
  readonly ruleValues: Readonly<Partial<Record<RuleId, number>>>;
  /** What it would mean for the reviews; read by people. */
  readonly alarms: AlarmFigures;
}

/**
 * The rules of the clinic that a file describes.
 *
 * @throws StartError in one line: which file, where in it, and what was expected.
 */
export function rulesOfFile(path: string): CourseRules {
  const file = objectAt(parsed(path), path, '');
  const learned = objectAt(file.learned, path, '/learned');
  const noise = objectAt(learned.noise, path, '/learned/noise');
  const at = (pointer: string) => ({ path, pointer: `/learned${pointer}` });
  const known: LearnedClinic = {
    noise: {
      version: textAt(noise.version, at('/noise/version')),
      sizeSd: numberAt(noise.sizeSd, at('/noise/sizeSd'), [1, 100]),
      lengthSd: numberAt(noise.lengthSd, at('/noise/lengthSd'), [0.01, 3]),
      differences: numberAt(noise.differences, at('/noise/differences'), [0, Infinity]),
      scaleRatio: rowsAt(noise.scaleRatio, at('/noise/scaleRatio'), SCALE_SLUGS, (ratio, where) =>
        numberAt(ratio, where, [0.01, 100]),
      ),
    },
    usual: rowsAt(learned.usual, at('/usual'), INDICATION_SLUGS, (row, where) => {
      const usual = objectAt(row, path, where.pointer);
      const inRow = (name: string) => ({ path, pointer: `${where.pointer}/${name}` });
      return {
        meanSizePct: numberAt(usual.meanSizePct, inRow('meanSizePct'), [1, 100]),
        medianDays: numberAt(usual.medianDays, inRow('medianDays'), [1, 1000]),
        courses: numberAt(usual.courses, inRow('courses'), [0, Infinity]),
      };
    }),
    calibration: listAt(learned.calibration, at('/calibration')).map((row, index) => {
      const cell = objectAt(row, path, `/learned/calibration/${index}`);
      const inCell = (name: string) => at(`/calibration/${index}/${name}`);
      return {
        from: numberAt(cell.from, inCell('from'), [0, 1]),
        share: numberAt(cell.share, inCell('share'), [0, 1]),
        reviews: numberAt(cell.reviews, inCell('reviews'), [0, Infinity]),
      };
    }),
  };
  return courseRules(ruleValues(thresholdsAt(file.ruleValues, path)), undefined, undefined, known);
}

interface Where {
  readonly path: string;
  readonly pointer: string;
}

function parsed(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new StartError(
      `${path} cannot be read (${(error as NodeJS.ErrnoException).code}): give a file that calibrate wrote`,
    );
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new StartError(`${path} is not JSON: give a file that calibrate wrote`);
  }
}

function refuse({ path, pointer }: Where, expected: string): never {
  throw new StartError(`${path}: ${pointer || 'the file'} must be ${expected}, as calibrate writes it`);
}

function objectAt(value: unknown, path: string, pointer: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    refuse({ path, pointer }, 'an object');
  return value as Record<string, unknown>;
}

function listAt(value: unknown, where: Where): readonly unknown[] {
  return Array.isArray(value) ? value : refuse(where, 'a list');
}

function textAt(value: unknown, where: Where): string {
  return typeof value === 'string' && value !== '' ? value : refuse(where, 'a text');
}

function numberAt(value: unknown, where: Where, [least, most]: readonly [number, number]): number {
  const within = typeof value === 'number' && value >= least && value <= most;
  return within
    ? value
    : refuse(where, most === Infinity ? `a number from ${least} on` : `a number from ${least} to ${most}`);
}

function rowsAt<Key extends string, Row>(
  value: unknown,
  where: Where,
  keys: readonly Key[],
  read: (row: unknown, where: Where) => Row,
): Partial<Record<Key, Row>> {
  const rows: Partial<Record<Key, Row>> = {};
  for (const [name, row] of Object.entries(objectAt(value, where.path, where.pointer))) {
    const key = keys.find((known) => known === name);
    const at = { ...where, pointer: `${where.pointer}/${name}` };
    if (key === undefined) refuse(at, `one of ${keys.join(', ')}`);
    else rows[key] = read(row, at);
  }
  return rows;
}

function thresholdsAt(value: unknown, path: string): Partial<Record<RuleId, number>> {
  const thresholds: Partial<Record<RuleId, number>> = {};
  for (const [id, threshold] of Object.entries(objectAt(value, path, '/ruleValues'))) {
    const where = { path, pointer: `/ruleValues/${id}` };
    if (!isSettableRule(id)) refuse(where, 'a threshold that a clinic can set');
    else thresholds[id] = numberAt(threshold, where, [Number.MIN_VALUE, 1e6]);
  }
  return thresholds;
}
