import { toHundredth } from '../../../clinical/numbers';
import type { RowProblem } from '../rows/taking/taken';
import type { SessionRow, SessionRows } from './session-row';

const ONCE_A_SESSION = ['product', 'injector', 'continuesOn'] as const;

/** What keeps the rows of one session from being understood, each said of its row. */
export function refusalsOf(rows: SessionRows): RowProblem[] {
  return [...contradictions(rows), ...withoutPlace(rows), ...wrongTotals(rows)];
}

/** A session has one product and one who injected. */
function contradictions(rows: SessionRows): RowProblem[] {
  return ONCE_A_SESSION.flatMap((field) => {
    const said = rows.find((row) => row[field] !== undefined)?.[field];
    return rows.flatMap((row, place): RowProblem[] =>
      row[field] === undefined || row[field] === said
        ? []
        : [
            {
              place,
              pointer: `/${field}`,
              message: `${field} is ${row[field]} here and ${said} in another row of the same session: correct one of them, or the day`,
            },
          ],
    );
  });
}

function withoutPlace(rows: SessionRows): RowProblem[] {
  const placed = rows.filter(({ muscle }) => muscle !== undefined).length;
  return rows.flatMap((row, place) => {
    const [pointer, message] = lacking(row, placed);
    return message === undefined ? [] : [{ place, pointer, message }];
  });
}

function lacking(
  { muscle, injectionSide, units, totalUnits }: SessionRow,
  placed: number,
): [string | null, string?] {
  if (muscle === undefined) {
    if (injectionSide !== undefined || units != null)
      return ['/muscle', 'muscle is needed beside injectionSide and units: say which muscle was injected'];
    if (totalUnits === undefined)
      return ['/muscle', 'muscle, injectionSide and units are needed: a row is an injection'];
    return placed > 0 ? [null] : ['/totalUnits', TOTAL_ALONE];
  }
  if (injectionSide === undefined)
    return [
      '/injectionSide',
      'injectionSide is needed beside muscle: left, right, bilateral (units of both sides together) or midline',
    ];
  if (units == null && !(placed === 1 && totalUnits !== undefined))
    return ['/units', 'units is needed beside muscle: how many this injection was'];
  return [null];
}

const TOTAL_ALONE =
  'The record holds the units of a session by muscle, and this row has a total alone: give muscle, injectionSide and units in a row per injection. ' +
  'Where nobody knows them any more, import the dose as kind external-doses: it counts in the intervals and the sums';

function wrongTotals(rows: SessionRows): RowProblem[] {
  const injections = rows.filter(({ muscle }) => muscle !== undefined);
  if (injections.length === 0 || injections.some(({ units }) => units == null)) return [];
  const sum = toHundredth(injections.reduce((total, { units }) => total + units!, 0));
  return rows.flatMap(({ totalUnits }, place) =>
    totalUnits === undefined || totalUnits === sum
      ? []
      : [
          {
            place,
            pointer: '/totalUnits',
            message: `The injections of this session add up to ${sum} units, totalUnits says ${totalUnits}: a row is missing, or one of them is wrong`,
          },
        ],
  );
}
