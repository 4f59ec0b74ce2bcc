import { makeCode, readCode, shownCode } from './check-in-code';

it('a code reads as itself, shown or not, and hardly ever comes twice', () => {
  const codes = Array.from({ length: 500 }, makeCode);
  expect(codes.map((code) => readCode(shownCode(code)))).toEqual(codes);
  expect(new Set(codes).size).toBe(500);
  expect(new Set(codes.join('')).size).toBe(32);
});

it.each`
  typed            | code          | why
  ${'K7QM3F9T'}    | ${'K7QM3F9T'} | ${'as it is'}
  ${'K7QM 3F9T'}   | ${'K7QM3F9T'} | ${'as it is shown'}
  ${' k7qm-3f9t '} | ${'K7QM3F9T'} | ${'in small letters, with a dash'}
  ${'KOIL3F9T'}    | ${'K0113F9T'} | ${'letters that are taken for digits'}
  ${'K7QM3F9'}     | ${undefined}  | ${'a letter short'}
  ${'K7QM3F9TT'}   | ${undefined}  | ${'a letter too many'}
  ${'K7QM3F9U'}    | ${undefined}  | ${'a letter that no code has'}
  ${'K7QM3F9é'}    | ${undefined}  | ${'another letter'}
  ${''}            | ${undefined}  | ${'nothing'}
`('“$typed” is $code: $why', ({ typed, code }: { typed: string; code: string | undefined }) => {
  expect(readCode(typed)).toBe(code);
});
