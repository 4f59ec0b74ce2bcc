import { mapColumns, type ImportColumns } from './map-columns';

const COLUMNS: ImportColumns = {
  mrn: { kind: 'text', pointer: '/mrn', required: true },
  birthDate: { kind: 'day', pointer: '/birthDate', required: true },
  phone: { kind: 'text', pointer: '/phone' },
};

it.each`
  header                                 | mapping                                | fields                           | why
  ${['mrn', 'birthDate']}                | ${{}}                                  | ${['mrn', 'birthDate']}          | ${'our names'}
  ${['MRN', 'Birth Date', 'PHONE']}      | ${{}}                                  | ${['mrn', 'birthDate', 'phone']} | ${'capitals and blanks'}
  ${['birth_date', 'mrn']}               | ${{}}                                  | ${['birthDate', 'mrn']}          | ${'another order, underscores'}
  ${['mrn', '', 'birth-date']}           | ${{}}                                  | ${['mrn', 'birthDate']}          | ${'a column without a name'}
  ${['Nr', 'geboren']}                   | ${{ nr: 'mrn', Geboren: 'birthDate' }} | ${['mrn', 'birthDate']}          | ${'mapped'}
  ${['mrn', 'birthDate', 'Remark']}      | ${{ remark: null }}                    | ${['mrn', 'birthDate']}          | ${'mapped to nothing'}
  ${['mrn', 'birthDate', 'refused row']} | ${{}}                                  | ${['mrn', 'birthDate']}          | ${'what we added to refused rows'}
`('$header: $why', ({ header, mapping, fields }) => {
  expect(mapColumns(header, COLUMNS, mapping).map(({ field }) => field)).toEqual(fields);
});

it.each`
  header                                | code                | detail
  ${['mrn', 'birthDate', 'colour']}     | ${'unknown-column'} | ${'Column 3, “colour”, is none of ours (mrn, birthDate, phone)'}
  ${['mrn', 'birthDate', '__proto__']}  | ${'unknown-column'} | ${'“__proto__”'}
  ${['mrn', 'birthDate', 'mrn']}        | ${'doubled-column'} | ${'Columns 1 and 3, “mrn”, are both mrn'}
  ${['birthDate', 'mrn', 'birth date']} | ${'doubled-column'} | ${'Columns 1 and 3, “birthDate” and “birth date”'}
  ${['phone']}                          | ${'missing-column'} | ${'The columns mrn, birthDate must be in the file'}
  ${['mrn']}                            | ${'missing-column'} | ${'The column birthDate must be in the file'}
`('$header: $code', ({ header, code, detail }) => {
  expect(() => mapColumns(header, COLUMNS)).toThrow(
    expect.objectContaining({
      status: 400,
      detail: expect.stringContaining(detail),
      more: { errors: [expect.objectContaining({ code })] },
    }),
  );
});

it('of two ways to say the same a file has one', () => {
  const columns: ImportColumns = {
    familyName: { kind: 'family-name', pointer: '/familyName', required: true },
    name: { kind: 'full-name', pointer: '/familyName', insteadOf: 'familyName' },
  };
  expect(mapColumns(['Name'], columns).map(({ field }) => field)).toEqual(['name']);
  for (const header of [
    ['name', 'familyName'],
    ['familyName', 'name'],
  ])
    expect(() => mapColumns(header, columns)).toThrow(
      expect.objectContaining({ detail: expect.stringContaining('are both familyName') }),
    );
});
