import type { RuleValues } from '../rules';

/** A session of known size or length. */
interface Known {
  /** Index in the stretch. */
  readonly index: number;
  /** Share of the usual length; absent where the length is not known. */
  readonly length?: number;
  /** The usual that it is a share of, days. */
  readonly usualDays: number;
}

/** So many lengths make the usual that later ones are held against, however it drifted since. */
const FIRST_LENGTHS = 3;

/**
 * R1: the first sign of a loss often is that it lasts shorter at a kept peak. Since which session have the last lengths
 * been clearly shorter than usual? An index in the stretch; undefined when they are not.
 *
 * Where each cycle lasts only a little shorter than the one before, the usual follows: then the last two are held against what
 * was usual after the first three.
 */
export function shorterSince(sessions: readonly Known[], rules: RuleValues): number | undefined {
  if (sessions.at(-1)?.length === undefined) return undefined;
  const known = sessions.filter(({ length }) => length !== undefined);
  const first = known[FIRST_LENGTHS];
  const each = (count: number, of: number, isShort: (session: Known) => boolean) =>
    known.length >= of && known.slice(-count).every(isShort) ? known.at(-count)!.index : undefined;
  const shortOfTwo = rules['R.watch.length.last-two'];
  const shortOfThree = rules['R.watch.length.last-three'];
  const [two, three] = [rules['R.watch.length.last-two.of'], rules['R.watch.length.last-three.of']];
  return (
    each(3, three, ({ length }) => length! <= shortOfThree) ??
    each(2, two, ({ length }) => length! <= shortOfTwo) ??
    each(
      2,
      Math.max(two, three),
      ({ length, usualDays }) => (length! * usualDays) / first!.usualDays <= shortOfTwo,
    )
  );
}
