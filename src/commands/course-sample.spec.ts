import { startCourseSample } from './course-sample';

const ids = Array.from({ length: 1000 }, (_, index) => `course ${index}`);

function sampled(from: readonly string[], most: number): readonly string[] {
  const sample = startCourseSample<string>(most);
  for (const id of from) sample.add(id, id);
  return sample.courses;
}

it.each`
  courses | most  | held  | why
  ${5}    | ${10} | ${5}  | ${'fewer than are wanted'}
  ${10}   | ${10} | ${10} | ${'as many'}
  ${11}   | ${10} | ${10} | ${'one more'}
  ${1000} | ${10} | ${10} | ${'many more'}
`('holds $held of $courses, of $most wanted: $why', ({ courses, most, held }) => {
  expect(new Set(sampled(ids.slice(0, courses as number), most as number)).size).toBe(held);
});

it('holds the same ones whatever their order, and goes on holding them when others come', () => {
  const held = sampled(ids, 50);
  expect(sampled(ids.toReversed(), 50)).toEqual(held);
  const fewer = sampled(ids.slice(0, 500), 50);
  expect(held.filter((id) => ids.indexOf(id) < 500).every((id) => fewer.includes(id))).toBe(true);
});

it('takes them from all over the file', () => {
  const first = sampled(ids, 100).filter((id) => ids.indexOf(id) < 500).length;
  expect(first).toBeGreaterThan(30);
  expect(first).toBeLessThan(70);
});
