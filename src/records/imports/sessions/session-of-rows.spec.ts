import { sessionOfRows } from './session-of-rows';
import type { SessionRow, SessionRows } from './session-row';

const SAID = { performedOn: '2025-03-03', product: 'ona' } as const;

/** `splenius_capitis right 80`: a muscle, its side and its units, `-` for what is not given; `=130` is a total. */
function rowOf(words: string, given: Partial<SessionRow> = {}): SessionRow {
  const total = /=(\d+)/.exec(words)?.[1];
  const [muscle, injectionSide, units] = words
    .replace(/=\d+/, '')
    .trim()
    .split(' ')
    .map((word) => (word === '-' || word === '' ? undefined : word));
  return {
    ...SAID,
    ...(muscle && { muscle }),
    ...(injectionSide && { injectionSide: injectionSide as 'left' }),
    ...(units && { units: Number(units) }),
    ...(total && { totalUnits: Number(total) }),
    ...given,
  };
}

const rowsOf = (all: readonly string[]): SessionRows => all.map((words) => rowOf(words)) as never;

it.each`
  rows                                                     | injections                                               | why
  ${['splenius_capitis right 80', 'trapezius right 50.5']} | ${['splenius_capitis right 80', 'trapezius right 50.5']} | ${'a row an injection'}
  ${['trapezius left 5.1', 'trapezius left 5.2']}          | ${['trapezius left 10.3']}                               | ${'several into one muscle and side'}
  ${['trapezius left 5', 'trapezius right 5']}             | ${['trapezius left 5', 'trapezius right 5']}             | ${'two sides'}
  ${['trapezius left 5 =10', 'trapezius right 5 =10']}     | ${['trapezius left 5', 'trapezius right 5']}             | ${'the total of all in each row'}
  ${['trapezius left 5', 'trapezius right 5', '=10']}      | ${['trapezius left 5', 'trapezius right 5']}             | ${'the total in a row of its own'}
  ${['trapezius left - =25']}                              | ${['trapezius left 25']}                                 | ${'the total of a single muscle is its units'}
`('$rows: $why', ({ rows, injections }: { rows: string[]; injections: string[] }) => {
  const read = sessionOfRows(rowsOf(rows));
  expect(read).toMatchObject({ content: SAID });
  expect(
    'content' in read &&
      read.content.injections.map(({ muscle, side, units }) => `${muscle} ${side} ${units}`),
  ).toEqual(injections);
});

it.each`
  rows                                                | place | pointer             | message
  ${['=100']}                                         | ${0}  | ${'/totalUnits'}    | ${'a total alone'}
  ${['']}                                             | ${0}  | ${'/muscle'}        | ${'a row is an injection'}
  ${['trapezius left 5', '']}                         | ${1}  | ${'/muscle'}        | ${'a row is an injection'}
  ${['- left 5']}                                     | ${0}  | ${'/muscle'}        | ${'which muscle'}
  ${['trapezius - 5']}                                | ${0}  | ${'/injectionSide'} | ${'beside muscle'}
  ${['trapezius left -']}                             | ${0}  | ${'/units'}         | ${'how many'}
  ${['trapezius left 5', 'trapezius right - =10']}    | ${1}  | ${'/units'}         | ${'how many'}
  ${['trapezius left 5', 'trapezius right 5', '=11']} | ${2}  | ${'/totalUnits'}    | ${'add up to 10 units, totalUnits says 11'}
  ${['trapezius left 5 =9']}                          | ${0}  | ${'/totalUnits'}    | ${'add up to 5 units, totalUnits says 9'}
  ${['trapezius left 40000', 'trapezius left 10001']} | ${0}  | ${'/units'}         | ${'adds up to 50001 units'}
`('refuses $rows at $pointer: $message', ({ rows, place, pointer, message }) => {
  expect(sessionOfRows(rowsOf(rows as string[]))).toMatchObject({
    problems: [{ ...(place > 0 && { place }), pointer, message: expect.stringContaining(message as string) }],
  });
});

it.each`
  field            | one             | other
  ${'product'}     | ${'ona'}        | ${'abo'}
  ${'injector'}    | ${'ana'}        | ${'ben'}
  ${'continuesOn'} | ${'2025-02-20'} | ${'2025-02-21'}
`('a session has one $field', ({ field, one, other }) => {
  const rows = [
    rowOf('trapezius left 5', { [field as string]: one }),
    rowOf('trapezius right 5', { [field as string]: other }),
  ];
  expect(sessionOfRows(rows as never)).toMatchObject({
    problems: [
      { place: 1, pointer: `/${field}`, message: expect.stringContaining(`is ${other} here and ${one}`) },
    ],
  });
});

it.each`
  sites                     | volumes                   | together
  ${[2, 3]}                 | ${[0.1, 0.2]}             | ${{ sites: 5, volumeMl: 0.3 }}
  ${[2, undefined]}         | ${[undefined, 0.2]}       | ${{ sites: null, volumeMl: null }}
  ${[undefined, undefined]} | ${[undefined, undefined]} | ${{ sites: null, volumeMl: null }}
  ${[150, 51]}              | ${[1, 1]}                 | ${undefined}
`('sites $sites and volumes $volumes are $together', ({ sites, volumes, together }) => {
  const rows = [0, 1].map((at) => rowOf('trapezius left 5', { sites: sites[at], volumeMl: volumes[at] }));
  const read = sessionOfRows(rows as never);
  if (together === undefined) expect(read).toMatchObject({ problems: [{ pointer: '/units' }] });
  else
    expect(read).toMatchObject({
      content: { injections: [together] },
      said: ['has trapezius left in 2 rows: taken together, 10 units'],
    });
});

const VIAL = { lotNumber: 'C1', expiresOn: '2026-01-31', vialUnits: 100 } as const;

it.each`
  first                                             | second                          | vials | note             | why
  ${VIAL}                                           | ${VIAL}                         | ${1}  | ${null}          | ${'the same vial in each row'}
  ${VIAL}                                           | ${{ ...VIAL, lotNumber: 'C2' }} | ${2}  | ${null}          | ${'two lots'}
  ${{ lotNumber: 'C1' }}                            | ${{ lotNumber: 'C1' }}          | ${0}  | ${'Lot C1'}      | ${'a lot without expiry or content'}
  ${{ ...VIAL, vialUnits: undefined, note: 'Arm' }} | ${{ note: 'Arm' }}              | ${0}  | ${'Arm\nLot C1'} | ${'beside a note, which each row repeats'}
  ${{ note: 'Left' }}                               | ${{ note: 'Right' }}            | ${0}  | ${'Left\nRight'} | ${'two notes'}
`('$vials vials, note $note: $why', ({ first, second, vials, note }) => {
  const read = sessionOfRows([rowOf('trapezius left 5', first), rowOf('trapezius right 5', second)]);
  expect(read).toMatchObject({ note });
  expect('content' in read && read.content.vials).toHaveLength(vials as number);
});
