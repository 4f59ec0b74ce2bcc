import { columnsByMapping, type KnownMapping } from './columns-by-mapping';

const OURS = ['mrn', 'familyName', 'birthDate', 'sex'];
const THEIRS = ['Nr', 'Name', 'geboren', 'Geschlecht'];
const GERMAN: KnownMapping = {
  id: 'g',
  name: 'Praxis',
  columns: { NR: 'mrn', Name: 'familyName', Geboren: 'birthDate', Geschlecht: 'sex' },
};
const TWIN: KnownMapping = { ...GERMAN, id: 't', columns: { ...GERMAN.columns, Ort: null } };
const OTHER: KnownMapping = {
  id: 'o',
  name: null,
  columns: {
    ...GERMAN.columns,
    Name: 'givenName',
    geboren: 'birthDate',
    NR: 'mrn',
    Geschlecht: 'familyName',
    Ort: 'sex',
  },
};
const SWAPPED: KnownMapping = {
  ...GERMAN,
  id: 's',
  columns: { ...GERMAN.columns, Nr: 'familyName', Name: 'mrn' },
};

it.each`
  header    | kept                 | asked        | by           | why
  ${OURS}   | ${[]}                | ${undefined} | ${undefined} | ${'our names'}
  ${OURS}   | ${[GERMAN]}          | ${undefined} | ${undefined} | ${'our names before a mapping'}
  ${OURS}   | ${[GERMAN]}          | ${'g'}       | ${'g'}       | ${'what is asked for, where it leaves our names as they are'}
  ${THEIRS} | ${[GERMAN]}          | ${undefined} | ${'g'}       | ${'the only one'}
  ${THEIRS} | ${[OTHER, GERMAN]}   | ${undefined} | ${'g'}       | ${'the only one that fits'}
  ${THEIRS} | ${[GERMAN, TWIN]}    | ${undefined} | ${'g'}       | ${'two that read it alike'}
  ${THEIRS} | ${[SWAPPED, GERMAN]} | ${'g'}       | ${'g'}       | ${'of several the one that is asked for'}
`('is read by $by: $why', ({ header, kept, asked, by }) => {
  const found = columnsByMapping(header, 'patients', kept, asked);
  expect(found.by?.id).toBe(by);
  expect(found.columns.map(({ field }) => field)).toEqual(OURS);
});

it.each`
  header                | kept                 | asked        | code                  | message
  ${THEIRS}             | ${[]}                | ${undefined} | ${'unknown-column'}   | ${'“Nr”, is none of ours'}
  ${THEIRS}             | ${[OTHER]}           | ${undefined} | ${'unknown-column'}   | ${'“Nr”, is none of ours'}
  ${THEIRS}             | ${[SWAPPED, GERMAN]} | ${undefined} | ${'several-mappings'} | ${'Praxis (s), Praxis (g)'}
  ${THEIRS}             | ${[GERMAN]}          | ${'x'}       | ${'no-such-mapping'}  | ${'GET /imports/mappings'}
  ${[...THEIRS, 'Ort']} | ${[GERMAN]}          | ${'g'}       | ${'unknown-column'}   | ${'“Ort”, is none of ours'}
`('$code: $message', ({ header, kept, asked, code, message }) => {
  expect(() => columnsByMapping(header, 'patients', kept, asked)).toThrow(
    expect.objectContaining({
      status: 400,
      more: {
        errors: [expect.objectContaining({ code, message: expect.stringContaining(message as string) })],
      },
    }),
  );
});
