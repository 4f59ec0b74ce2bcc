import { isPattern, PATTERNS, type Pattern, type PatternName } from './patterns';

/** One session of a course as it is written down. */
export interface SessionWord {
  readonly pattern: Pattern;
  /** Share of the pattern's units. */
  readonly dosePct: number;
  /** Patient-rated improvement at the peak. */
  readonly improvementPct?: number;
  /** Weeks until symptoms returned; what outlasts the interval is recorded as still effective. */
  readonly weeks?: number;
  /** Days since the session before, where they are not the usual ones of the course. */
  readonly daysSince?: number;
}

/**
 * The sessions of a course, a word each, oldest first.
 *
 * `60/12` 60 % improvement for 12 weeks; `60` or `/12` only one of them was asked; `-` no response. Then, in any order:
 * `@80` 80 % of the pattern's units, `~70` 70 days after the session before. `:name` goes on with another pattern.
 *
 * @throws RangeError on a word that is none of these.
 */
export function readSessionLine(line: string, first: PatternName): SessionWord[] {
  let pattern: Pattern = PATTERNS[first];
  return line
    .split(/\s+/)
    .filter((word) => word !== '')
    .flatMap((word) => {
      if (!word.startsWith(':')) return [readWord(word, pattern)];
      const name = word.slice(1);
      if (!isPattern(name)) throw new RangeError(`No such pattern: ${name}`);
      pattern = PATTERNS[name];
      return [];
    });
}

function readWord(word: string, pattern: Pattern): SessionWord {
  const parts = /^(?:-|(\d+)?(?:\/(\d+))?)(?:@(\d+)|~(\d+))*$/.exec(word);
  if (!parts) throw new RangeError(`Not a session of a course line: ${word}`);
  const [improvementPct, weeks, dosePct, daysSince] = parts
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  return { pattern, dosePct: dosePct ?? 100, improvementPct, weeks, daysSince };
}
