import type { Card } from './cards';
import { EQUIVALENT, type Equivalent } from './equivalent';

/** The part of a report of the mutation tool that is read here. */
export interface MutationReport {
  readonly files: Readonly<
    Record<string, { readonly source: string; readonly mutants: readonly Mutant[] } | undefined>
  >;
}

interface Mutant {
  readonly mutatorName: string;
  readonly replacement: string;
  readonly status: string;
  readonly location: { readonly start: Place; readonly end: Place };
}

/** Counted from 1, the end not included. */
interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Survivor {
  readonly line: number;
  /** The whole line, without its indent. */
  readonly text: string;
  readonly original: string;
  readonly replacement: string;
  readonly covered: boolean;
}

export interface Score {
  readonly mutants: number;
  readonly killed: number;
  /** Not killed, and no case could kill them. */
  readonly equivalent: readonly Equivalent[];
  /** Not killed, though a case could. */
  readonly survivors: readonly Survivor[];
}

const KILLED = ['Killed', 'Timeout'];
const ALIVE = ['Survived', 'NoCoverage'];

/** What became of the mutants of one file; sentences, and what does not compile, are no mutants. */
export function scoreOf(report: MutationReport, { file }: Card): Score {
  // A file of nothing but types and numbers has no mutants and is not in the report.
  const { source, mutants } = report.files[file] ?? { source: '', mutants: [] };
  const killed = mutants.filter(({ status }) => KILLED.includes(status)).length;
  const alive = mutants
    .filter(({ status }) => ALIVE.includes(status))
    .map(({ location, replacement, status }) => ({
      line: location.start.line,
      text: source.split('\n')[location.start.line - 1]!.trim(),
      original: textAt(source, location),
      replacement,
      covered: status === 'Survived',
    }));
  const known = alive.map((mutant) => EQUIVALENT.find((equivalent) => isSame(equivalent, file, mutant)));
  return {
    mutants: killed + alive.length,
    killed,
    equivalent: known.flatMap((row) => row ?? []),
    survivors: alive.filter((_, index) => !known[index]),
  };
}

/** Killed of what can be killed, in percent with one decimal. */
export function percentKilled({ mutants, killed, equivalent }: Score): string {
  const killable = mutants - equivalent.length;
  return killable === 0 ? '100.0' : (Math.floor((1000 * killed) / killable) / 10).toFixed(1);
}

function isSame(known: Equivalent, file: string, alive: Survivor): boolean {
  return (
    known.file === file &&
    known.line === alive.text &&
    known.original === alive.original &&
    known.replacement === alive.replacement
  );
}

function textAt(source: string, { start, end }: Mutant['location']): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  lines[last] = lines[last]!.slice(0, end.column - 1);
  lines[0] = lines[0]!.slice(start.column - 1);
  return lines.join('\n');
}
