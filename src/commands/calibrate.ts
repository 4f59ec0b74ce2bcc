import { createHash } from 'node:crypto';
import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import canonicalize from 'canonicalize';
import { historyOf } from '../clinical/course/course-input';
import { ruleValues } from '../clinical/rules';
import { keepBudget, type AlarmBudget } from '../clinical/watch/learning/alarm-budget';
import type { LearnedCourse } from '../clinical/watch/learning/backwards';
import { courseToLearnFrom, learnClinic } from '../clinical/watch/learning/learn-clinic';
import { LineRefused, readLine } from './course-line';
import { startCourseSample } from './course-sample';
import type { LearnedFile } from './learned-file';
import { linesOf } from './lines';

/*
 * Learns a clinic from its own histories, one JSON a line as `assess` reads them, and writes what `assess --clinic` judges
 * with. What the reviews would be is told on stderr; another weight is written as proposed, and taken over only with
 * `--take-proposed-weight`.
 */

export interface CalibrateStreams {
  readonly input: Readable;
  readonly errors: Writable;
  readonly takeProposedWeight: boolean;
}

/** A line that cannot be read is reported with its number and passed over. */
export async function calibrateLines({
  input,
  errors,
  takeProposedWeight,
}: CalibrateStreams): Promise<{ readonly file: LearnedFile; readonly refused: number }> {
  const rules = ruleValues();
  const sample = startCourseSample<LearnedCourse>(rules['R.learning.sample']);
  let number = 0;
  let refused = 0;
  for await (const text of linesOf(input)) {
    number += 1;
    if (text.trim() === '') continue;
    try {
      const line = readLine(text);
      sample.add(line.id, courseToLearnFrom(historyOf(line)));
    } catch (error) {
      if (!(error instanceof LineRefused)) throw error;
      refused += 1;
      errors.write(`line ${number}: ${error.message}\n`);
    }
  }
  const steps = learnClinic(sample.courses, rules, '');
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { learned, alarms } = step.value;
  const budget = keepBudget(alarms, rules);
  const version = `learned ${digestOf(learned)}`;
  const file = {
    learned: { ...learned, noise: { ...learned.noise, version } },
    ruleValues: takeProposedWeight ? proposedValues(budget) : {},
    alarms: { ...alarms, ...budget },
  };
  return { file, refused };
}

/** Names what was learned: the same from the same courses. */
function digestOf(learned: LearnedFile['learned']): string {
  return createHash('sha256').update(canonicalize(learned)!).digest('hex').slice(0, 8);
}

function proposedValues({ proposed }: AlarmBudget): LearnedFile['ruleValues'] {
  if (!proposed) return {};
  return { 'R.review.weight': proposed.weight, 'R.review.weight.scale-only': proposed.weightOnScaleOnly };
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { 'take-proposed-weight': { type: 'boolean', default: false } } });
  const { file, refused } = await calibrateLines({
    input: process.stdin,
    errors: process.stderr,
    takeProposedWeight: values['take-proposed-weight'],
  });
  process.stdout.write(`${JSON.stringify(file, null, 2)}\n`);
  const { noise } = file.learned;
  process.stderr.write(
    `${noise.version}: ${file.alarms.courses} courses, ${noise.differences} differences; ${file.alarms.text}\n`,
  );
  process.exitCode = refused > 0 ? 1 : 0;
}

if (require.main === module) void main();
