import { responseOfRows, type ResponseRow } from './response-of-rows';

const TWSTRS = { scale: 'twstrs_total', phase: 'peak', value: 22, measuredOn: '2026-06-01' } as const;
const of = (rows: readonly ResponseRow[]) => responseOfRows(rows as never);

it.each`
  rows                                                                          | fields                             | measurements                   | why
  ${[{ improvementPct: 70, pgic: 2 }]}                                          | ${{ improvementPct: 70, pgic: 2 }} | ${[]}                          | ${'a row alone'}
  ${[{ improvementPct: 70, ...TWSTRS }, { ...TWSTRS, phase: 'cycle-end' }]}     | ${{ improvementPct: 70 }}          | ${['peak 22', 'cycle-end 22']} | ${'a measurement a row, the fields in one'}
  ${[{ pgic: 2, ...TWSTRS }, { pgic: 2, ...TWSTRS, scale: 'twstrs_severity' }]} | ${{ pgic: 2 }}                     | ${['peak 22', 'peak 22']}      | ${'the fields in each'}
  ${[TWSTRS, TWSTRS]}                                                           | ${{}}                              | ${['peak 22']}                 | ${'the same twice'}
  ${[{ ...TWSTRS, scale: 'mas', value: 1, of: 'elbow_flexors' }]}               | ${{}}                              | ${['peak 1']}                  | ${'a grade that looks like a number'}
  ${[{ improvementPct: 0 }]}                                                    | ${{ improvementPct: 0 }}           | ${[]}                          | ${'nothing better is something said'}
`('$why', ({ rows, fields, measurements }) => {
  const read = of(rows as ResponseRow[]);
  expect(read).toMatchObject({ fields });
  expect('fields' in read && read.measurements.map(({ phase, value }) => `${phase} ${value}`)).toEqual(
    measurements,
  );
});

it('a grade is kept as its label', () => {
  const read = of([{ ...TWSTRS, scale: 'mas', value: 1, of: 'elbow_flexors' }]);
  expect('fields' in read && read.measurements).toEqual([
    { ...TWSTRS, scale: 'mas', value: '1', of: 'elbow_flexors', place: 0 },
  ]);
});

it.each`
  rows                                                 | problems                                                 | message
  ${[{}]}                                              | ${['null']}                                              | ${'says nothing of what became'}
  ${[{ pgic: 2 }, { pgic: 3 }]}                        | ${['1 /pgic']}                                           | ${'pgic is 3 here and 2 in another row'}
  ${[{ scale: 'twstrs_total' }]}                       | ${['0 /phase', '0 /value', '0 /measuredOn']}             | ${'needed beside scale'}
  ${[{ of: 'elbow_flexors' }]}                         | ${['0 /scale', '0 /phase', '0 /value', '0 /measuredOn']} | ${'needed beside of'}
  ${[{ ...TWSTRS, measuredOn: undefined }]}            | ${['0 /measuredOn']}                                     | ${'the day it was taken'}
  ${[TWSTRS, { ...TWSTRS, value: 23 }]}                | ${['1 /value']}                                          | ${'twstrs_total at peak is 23 here and 22'}
  ${[TWSTRS, { ...TWSTRS, measuredOn: '2026-06-02' }]} | ${['1 /value']}                                          | ${'one is recorded of each scale'}
`('$rows: $message', ({ rows, problems, message }) => {
  const read = of(rows as ResponseRow[]);
  const found = 'problems' in read ? read.problems : [];
  expect(
    found.map(({ place, pointer }) =>
      [place, String(pointer)].filter((word) => word !== undefined).join(' '),
    ),
  ).toEqual(problems);
  expect(found[0]?.message).toContain(message);
});
