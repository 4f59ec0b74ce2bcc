import { readCourseLine, type CourseLine } from '../records/preview/read-course';

/** Why a line cannot be read: where first, as a JSON pointer, and what. Never repeats what the line says. */
export class LineRefused extends Error {}

/** @throws LineRefused when the line is not a history with its id. */
export function readLine(text: string): CourseLine {
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
