import { pipeline } from 'node:stream/promises';
import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { assessHistory } from '../clinical/assess-course';
import { type PlainDate, dayIn } from '../clinical/calendar';
import { historyOf } from '../clinical/course/course-input';
import { type CourseRules, courseRules } from '../clinical/course/course-rules';
import { readConfig } from '../platform/config';
import { StartError } from '../embedded-postgres/start-error';
import { LineRefused, readLine } from './course-line';
import { rulesOfFile } from './learned-file';
import { linesOf } from './lines';

export interface AssessStreams {
  readonly input: Readable;
  readonly output: Writable;
  readonly errors: Writable;
  /** The clinic's day, for lines without an `asOf`. */
  readonly today: PlainDate;
  readonly rules: CourseRules;
}

/**
 * Reads histories, one JSON a line, and writes what is decided of each, one JSON a line in the same order. A line that
 * cannot be read is reported with its number and passed over. Reads no faster than the answers are taken.
 *
 * @returns how many lines were refused.
 */
export async function assessLines({ input, output, errors, today, rules }: AssessStreams): Promise<number> {
  let refused = 0;

  async function* answers(): AsyncGenerator<string> {
    let number = 0;
    for await (const line of linesOf(input)) {
      number += 1;
      if (line.trim() === '') continue;
      try {
        yield `${JSON.stringify(assessLine(line, today, rules))}\n`;
      } catch (error) {
        refused += 1;
        errors.write(
          `line ${number}: ${error instanceof LineRefused ? error.message : `not assessed: ${String(error)}`}\n`,
        );
      }
    }
  }

  await pipeline(answers, output, { end: false });
  return refused;
}

function assessLine(text: string, today: PlainDate, rules: CourseRules) {
  const line = readLine(text);
  const lineRules = { ...rules, settings: { ...rules.settings, ...line.settings } };
  const { forecast, dueStatus, daysOverdue, trend, flags, forecasts } = assessHistory(
    historyOf(line),
    line.asOf ?? today,
    lineRules,
  );
  return { id: line.id, forecast, dueStatus, daysOverdue, trend, flags, forecasts };
}

/** `--clinic` names what `calibrate` wrote: the clinic that is judged with. */
async function main(): Promise<void> {
  try {
    const { clinic } = parseArgs({ options: { clinic: { type: 'string' } } }).values;
    const today = dayIn(readConfig(process.env).clinicZone, new Date());
    const refused = await assessLines({
      input: process.stdin,
      output: process.stdout,
      errors: process.stderr,
      today,
      rules: clinic === undefined ? courseRules() : rulesOfFile(clinic),
    });
    process.exitCode = refused > 0 ? 1 : 0;
  } catch (error) {
    if (isClosedPipe(error)) return;
    if (!(error instanceof StartError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** Whoever reads the answers has enough (`| head`): no fault of ours. */
function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

if (require.main === module) void main();
