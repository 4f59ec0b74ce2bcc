import { addDays, type PlainDate } from '../../calendar';
import { coverAsOf, type CoverPeriod, type CoverState } from '../../cover/cover';

/**
 * Until which day is a payer to be asked, so that nothing is left uncovered?
 *
 * Its lead days before the due day where that is not covered; where it is, before the first later day that is not. Null: no
 * session is due, none needs an authorization, or no end is known.
 */
export function askByOn(
  dueOn: PlainDate | null,
  cover: readonly CoverPeriod[],
  leadDays: number,
): PlainDate | null {
  if (dueOn === null) return null;
  const { state } = coverAsOf(dueOn, cover);
  if (state === 'not-needed') return null;
  if (lacksCover(state)) return addDays(dueOn, -leadDays);
  const ends = cover.find((period) => period.fromOn > dueOn && lacksCover(period.state));
  return ends ? addDays(ends.fromOn, -leadDays) : null;
}

function lacksCover(state: CoverState): boolean {
  return state !== 'covered' && state !== 'not-needed';
}
