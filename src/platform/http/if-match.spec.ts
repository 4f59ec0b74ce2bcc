import { readIfMatch, refuseOutdated, refuseUnlessVersion } from './if-match';

it.each`
  header      | version | why
  ${'"1"'}    | ${1}    | ${'a version in quotes'}
  ${' "12" '} | ${12}   | ${'with blanks around it'}
`('$why: $header is version $version', ({ header, version }: { header: string; version: number }) => {
  expect(readIfMatch(header)).toBe(version);
});

it.each`
  header            | status | why
  ${undefined}      | ${428} | ${'no version named'}
  ${''}             | ${400} | ${'empty'}
  ${'1'}            | ${400} | ${'without quotes'}
  ${'W/"1"'}        | ${400} | ${'a weak tag'}
  ${'*'}            | ${400} | ${'any version'}
  ${'"1", "2"'}     | ${400} | ${'two versions'}
  ${'"1.5"'}        | ${400} | ${'no whole number'}
  ${'"-1"'}         | ${400} | ${'below zero'}
  ${'"01"'}         | ${400} | ${'no version as we write it'}
  ${'"1234567890"'} | ${400} | ${'more than a version can be'}
`('$why: $header is refused with $status', ({ header, status }: { header: string; status: number }) => {
  expect(() => readIfMatch(header)).toThrow(expect.objectContaining({ status }));
});

it('an update that hit no row is a 412, one that hit its row is not', () => {
  expect(() => refuseOutdated(0)).toThrow(expect.objectContaining({ status: 412 }));
  expect(() => refuseOutdated(1)).not.toThrow();
});

it('another version than the row has is a 412, older or newer', () => {
  expect(() => refuseUnlessVersion(3, 3)).not.toThrow();
  expect(() => refuseUnlessVersion(3, 2)).toThrow(expect.objectContaining({ status: 412 }));
  expect(() => refuseUnlessVersion(3, 4)).toThrow(expect.objectContaining({ status: 412 }));
});
