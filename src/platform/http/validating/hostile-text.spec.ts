import { ruleRow, RULE_ROWS } from '../../../clinical/rules';
import { COURSE_BOUNDS, MOST_CLOSED_DAYS, MOST_INJECTIONS } from '../../../clinical/bounds';
import { HISTORY, LONGEST_NAME, MOST_FIELDS, USUAL } from '../door/body-limits';
import { refuseHostileBody } from './hostile-text';
import type { Problem } from '../problem';

const fields = (count: number): object => Object.fromEntries(times(count, 0).map((_, i) => [`k${i}`, 0]));
const named = (length: number): object => ({ ['k'.repeat(length)]: 0 });
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
const injection = { muscle: 'trapezius', side: 'left', units: 5, sites: 2, volumeMl: 0.5 };
const vial = { lot: 'C1', expiresOn: '2027-01-01', units: 100, diluentMl: 2, count: 1, discardedUnits: 5 };

const settable = Object.fromEntries(
  RULE_ROWS.filter(({ id }) => ruleRow(id).tag !== 'V').map(({ id }) => [id, 1]),
);
const allSettings = {
  closedDays: times(MOST_CLOSED_DAYS, '2026-12-25'),
  intervals: times(200, { indication: 'tremor', product: 'ona', minInterval: 'P12W', interval: 'P13W' }),
  ruleValues: settable,
};
const fullSession = {
  injections: times(MOST_INJECTIONS, injection),
  vials: times(50, vial),
  confirmed: times(50, { code: 'S02', reason: 'in good words' }),
};
const life = {
  sessions: times(COURSE_BOUNDS.mostSessions, {
    performedOn: '2026-01-05',
    product: 'ona',
    injections: times(9, { muscle: 'trapezius', side: 'left', units: 5 }),
    response: { improvementPct: 50, pgic: 2, stillEffective: true },
  }),
};

function refusal(body: unknown, values = USUAL.values): { status: number; pointer?: string } | undefined {
  try {
    refuseHostileBody(body, { values });
    return undefined;
  } catch (error) {
    const { status, more } = error as Problem;
    return { status, pointer: more.errors?.[0]?.pointer };
  }
}

it.each`
  body                      | values            | why
  ${allSettings}            | ${USUAL.values}   | ${'all settings of a clinic'}
  ${fullSession}            | ${USUAL.values}   | ${'a session with every list full'}
  ${life}                   | ${HISTORY.values} | ${'a life of sessions'}
  ${fields(MOST_FIELDS)}    | ${USUAL.values}   | ${'as many fields as may be'}
  ${named(LONGEST_NAME)}    | ${USUAL.values}   | ${'a name as long as may be'}
  ${times(USUAL.values, 0)} | ${USUAL.values}   | ${'as many values as may be'}
  ${times(15, fields(199))} | ${USUAL.values}   | ${'fields and items together'}
  ${undefined}              | ${USUAL.values}   | ${'no body'}
`('$why is read on', ({ body, values }: { body: unknown; values: number }) => {
  expect(refusal(body, values)).toBeUndefined();
});

it.each`
  body                                | status | pointer      | why
  ${fields(MOST_FIELDS + 1)}          | ${400} | ${''}        | ${'a field too many'}
  ${fields(24_000)}                   | ${400} | ${''}        | ${'24,000 of them'}
  ${named(LONGEST_NAME + 1)}          | ${400} | ${''}        | ${'a name that is too long'}
  ${{ a: [named(200_000)] }}          | ${400} | ${'/a/0'}    | ${'further down, in the middle of nowhere'}
  ${{ a: [fields(MOST_FIELDS + 1)] }} | ${400} | ${'/a/0'}    | ${'further down'}
  ${times(USUAL.values + 1, 0)}       | ${413} | ${undefined} | ${'a value too many'}
  ${times(16, fields(199))}           | ${413} | ${undefined} | ${'fields and items together'}
  ${times(100, fields(100))}          | ${413} | ${undefined} | ${'a hundred objects of a hundred fields'}
`('$why: $status', ({ body, status, pointer }: { body: unknown; status: number; pointer?: string }) => {
  expect(refusal(body)).toEqual({ status, pointer });
});
