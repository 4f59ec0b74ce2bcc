import { startCommonMeasures } from './common-measures';
import type { EnteredReading } from './entered-reading';
import type { ResponseSize } from './response-evidence';

function sizeBy(measures: string): ResponseSize {
  const entered = measures
    .split('+')
    .map((by): EnteredReading =>
      by === 'rating' || by === 'pgic'
        ? { reading: by, value: 1 }
        : { reading: 'scale', scale: by as 'mhd', value: 1 },
    );
  return { improvementPct: 50, variance: 20, readings: entered.map(({ reading }) => reading), entered };
}

it.each`
  course                         | other                          | why
  ${'rating rating'}             | ${[false, false]}              | ${'one measure'}
  ${'rating mhd mhd'}            | ${[false, true, true]}         | ${'a scale instead of the rating'}
  ${'mhd rating'}                | ${[false, true]}               | ${'a rating instead of the scale'}
  ${'mhd hit6'}                  | ${[false, true]}               | ${'another scale'}
  ${'rating rating+mhd mhd'}     | ${[false, false, false]}       | ${'they were taken together once'}
  ${'rating+pgic pgic+mhd mhd'}  | ${[false, false, false]}       | ${'by way of a third'}
  ${'rating mhd rating+mhd mhd'} | ${[false, true, false, false]} | ${'from then on'}
  ${'rating mhd+pgic pgic'}      | ${[false, true, true]}         | ${'two that were never taken beside the first'}
`('$course: $why', ({ course, other }) => {
  const measures = startCommonMeasures();
  const marked = (course as string).split(' ').map((by) => measures.add(sizeBy(by)).byOtherMeasure ?? false);
  expect(marked).toEqual(other);
});

it('leaves everything else of a size as it was read', () => {
  const measures = startCommonMeasures();
  const [first, second] = [sizeBy('rating'), sizeBy('mhd')];
  expect(measures.add(first)).toBe(first);
  expect(measures.add(second)).toEqual({ ...second, byOtherMeasure: true });
});
