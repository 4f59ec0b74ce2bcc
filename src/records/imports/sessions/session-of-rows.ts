import { INJECTION_SITES, INJECTION_UNITS, MOST_INJECTIONS } from '../../../clinical/bounds';
import type { PlainDate } from '../../../clinical/calendar';
import { toHundredth } from '../../../clinical/numbers';
import type { SessionContent } from '../../sessions/standing-session.query';
import type { RowProblem } from '../rows/taking/taken';
import { refusalsOf } from './refuse-session-rows';
import { distinct, type ReadInjection, type SessionRow, type SessionRows } from './session-row';
import { vialsOf } from './vials-of-rows';

export interface ReadSession {
  readonly content: Omit<SessionContent, 'confirmed'>;
  readonly note: string | null;
  /** As the file names them. */
  readonly injector: string | undefined;
  readonly continuesOn: PlainDate | undefined;
  /** What was made of the rows. */
  readonly said: readonly string[];
}

/**
 * What do the rows of one session say together?
 *
 * Each row is an injection. Several into one muscle and side are one of ours, their units, sites and volumes added up. A row
 * without a muscle that has a total is the total of the others.
 */
export function sessionOfRows(rows: SessionRows): ReadSession | { readonly problems: readonly RowProblem[] } {
  const problems = refusalsOf(rows);
  if (problems.length > 0) return { problems };
  const [{ performedOn, product }] = rows;
  const { injections, said } = injectionsOf(rows);
  const tooMuch = tooMuchIn(injections);
  if (tooMuch) return { problems: [{ pointer: '/units', message: tooMuch }] };
  const { vials, unnamed } = vialsOf(rows);
  const notes = [...distinct(rows.map(({ note }) => note?.trim() || undefined)), ...unnamed];
  return {
    content: { performedOn, product, injections, vials },
    note: notes.length === 0 ? null : notes.join('\n'),
    injector: distinct(rows.map((row) => row.injector))[0],
    continuesOn: distinct(rows.map((row) => row.continuesOn))[0],
    said,
  };
}

function injectionsOf(rows: SessionRows): { injections: ReadInjection[]; said: string[] } {
  const places = new Map<string, SessionRow[]>();
  for (const row of rows) {
    if (row.muscle === undefined) continue;
    const place = `${row.muscle} ${row.injectionSide}`;
    places.set(place, [...(places.get(place) ?? []), row]);
  }
  const injections = [...places.values()].map((together) => added(together, rows));
  const said = [...places].flatMap(([place, { length }], at) =>
    length === 1 ? [] : [`has ${place} in ${length} rows: taken together, ${injections[at]!.units} units`],
  );
  return { injections, said };
}

function added(together: readonly SessionRow[], rows: SessionRows): ReadInjection {
  const [first] = together as SessionRows;
  const sumOf = (field: 'units' | 'sites' | 'volumeMl'): number | undefined =>
    together.every((row) => row[field] != null)
      ? toHundredth(together.reduce((sum, row) => sum + row[field]!, 0))
      : undefined;
  return {
    muscle: first.muscle!,
    side: first.injectionSide!,
    units: sumOf('units') ?? distinct(rows.map(({ totalUnits }) => totalUnits))[0]!,
    sites: sumOf('sites') ?? null,
    volumeMl: sumOf('volumeMl') ?? null,
    guidance: first.guidance ?? null,
  };
}

function tooMuchIn(injections: readonly ReadInjection[]): string | undefined {
  if (injections.length > MOST_INJECTIONS)
    return `The session has ${injections.length} muscles, at most ${MOST_INJECTIONS} can be recorded: correct the rows`;
  const over = injections.find(
    ({ units, sites }) => units > INJECTION_UNITS.max || (sites ?? 0) > INJECTION_SITES.max,
  );
  return (
    over &&
    `${over.muscle} ${over.side} adds up to ${over.units} units in ${over.sites ?? '–'} sites, at most ${INJECTION_UNITS.max} in ${INJECTION_SITES.max} can be recorded: correct the rows`
  );
}
