import { MAP_REGIONS } from './body-map-regions';
import { placeOfPoint, sharesAt } from './point-places';

const of = (id: string) => MAP_REGIONS.find((region) => region.id === id)!;
const [right, left] = [of('map-face-masseter-right'), of('map-face-masseter-left')];

it('keeps the same place on both sides: mirrored', () => {
  const [across, down] = placeOfPoint(right, { x: 0.25, y: 0.75 });
  expect(placeOfPoint(left, { x: 0.25, y: 0.75 })).toEqual([-across, down]);
});

it.each`
  x      | y      | inside
  ${0}   | ${0}   | ${'the upper edge, at the viewer’s left'}
  ${1}   | ${1}   | ${'the lower edge, at the viewer’s right'}
  ${0.3} | ${0.6} | ${'between'}
`('reads again what it has placed: $inside', ({ x, y }) => {
  for (const region of [right, left])
    expect(sharesAt(region, placeOfPoint(region, { x, y }))).toEqual([x, y]);
});

it('never leaves the muscle’s box', () => {
  expect(sharesAt(right, [-1000, 1000])).toEqual([0, 1]);
  expect(sharesAt(left, [1000, -1000])).toEqual([0, 0]);
});

it('has a box around every muscle', () => {
  const flat = MAP_REGIONS.filter(({ box: [, , width, height] }) => !(width > 1 && height > 1));
  expect(flat).toEqual([]);
});
