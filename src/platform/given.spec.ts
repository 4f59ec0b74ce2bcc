import { withoutNulls } from './given';

it.each`
  value                                         | left                         | why
  ${{ a: 0, b: '', c: false }}                  | ${{ a: 0, b: '', c: false }} | ${'nothing, empty and no are given'}
  ${{ a: null, b: undefined, c: 1 }}            | ${{ c: 1 }}                  | ${'null and left out are not'}
  ${{ a: { b: null, c: [{ d: null, e: 1 }] } }} | ${{ a: { c: [{ e: 1 }] } }}  | ${'nor deep within'}
  ${[null, { a: null }, 1]}                     | ${[null, {}, 1]}             | ${'entries of a list keep their place'}
  ${'text'}                                     | ${'text'}                    | ${'a plain value'}
`('$why', ({ value, left }) => {
  expect(withoutNulls(value)).toStrictEqual(left);
});
