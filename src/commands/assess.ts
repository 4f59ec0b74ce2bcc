import { pipeline } from 'node:stream/promises';
import type { Readable, Writable } from 'node:stream';
import { assessHistory } from '../clinical/assess-course';
import { type PlainDate, dayIn } from '../clinical/calendar';
import { historyOf } from '../clinical/course-input';
import { type CourseRules, courseRules } from '../clinical/course-rules';
import { readConfig } from '../platform/config';
import { readCourseLine, type CourseLine } from '../records/preview/read-course';
import { StartError } from '../embedded-postgres/start-error';
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

/** Why a line cannot be read: where first, as a JSON pointer, and what. Never repeats what the line says. */
class LineRefused extends Error {}

/** @throws LineRefused when the line is not a history with its id. */
function readLine(text: string): CourseLine {
  const line = readCourseLine(parsed(text));
  if ('read' in line) return line.read;
  const [first, ...more] = line.errors;
  const { pointer, message } = first!;
  const where = pointer === '' ? '' : `${pointer}: `;
  throw new LineRefused(`${where}${message}${more.length > 0 ? ` (and ${more.length} more)` : ''}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LineRefused('not JSON');
  }
}

async function main(): Promise<void> {
  try {
    const today = dayIn(readConfig(process.env).clinicZone, new Date());
    const refused = await assessLines({
      input: process.stdin,
      output: process.stdout,
      errors: process.stderr,
      today,
      rules: courseRules(),
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
