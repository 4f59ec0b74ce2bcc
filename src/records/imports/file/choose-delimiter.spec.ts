import { chooseDelimiter } from './choose-delimiter';

it.each`
  text                                        | delimiter | why
  ${'a,b\n1,2\n'}                             | ${','}    | ${'commas'}
  ${'a;b\n1;2\n'}                             | ${';'}    | ${'semicolons'}
  ${'a\tb\n1\t2\n'}                           | ${'\t'}   | ${'tabs'}
  ${'a|b\n1|2\n'}                             | ${'|'}    | ${'bars'}
  ${'name;units\nx;12,5\ny;7,5\n'}            | ${';'}    | ${'decimal commas between semicolons'}
  ${'name\tunits\nx\t12,5\ny\t7,5\nz\t1,5\n'} | ${'\t'}   | ${'decimal commas between tabs'}
  ${'a,note\n1,"x; y; z"\n2,"u; v"\n3,w\n'}   | ${','}    | ${'semicolons in notes'}
  ${'a;b\n1;"x, y"\n\n2;"u, v"\n'}            | ${';'}    | ${'commas in quotation marks, a blank row'}
  ${'sep=;\r\na,b;c\r\n'}                     | ${';'}    | ${'the first line says so'}
  ${'mrn\n1\n2\n'}                            | ${','}    | ${'one column has none'}
  ${''}                                       | ${','}    | ${'nothing has none'}
`('$why: $delimiter', ({ text, delimiter }: { text: string; delimiter: string }) => {
  expect(chooseDelimiter(text)).toBe(delimiter);
});
