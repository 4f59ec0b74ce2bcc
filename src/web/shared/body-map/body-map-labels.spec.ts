import { lettersOf } from './body-map';
import { overlap, placedLabels } from './body-map-labels';
import { MAP_REGIONS } from './body-map-regions';
import { MAP_VIEWS } from './body-map-views';
import { labelsOf, type MapDose } from './map-doses';

it.each(MAP_VIEWS)(
  'covers no number with another and cuts none off where every muscle has its dose: $name',
  ({ view, plate }) => {
    const regions = MAP_REGIONS.filter((region) => region.view === view);
    const doses = regions.map(({ muscles: [muscle], side }): MapDose => ({
      muscle: muscle!,
      side,
      units: '12.5',
    }));
    const labels = labelsOf(regions, doses);
    const placed = placedLabels(labels, lettersOf(plate), plate.viewBox);
    expect(placed).toHaveLength(labels.length);
    const covered = placed.flatMap((label, i) =>
      placed.slice(i + 1).flatMap((other) => (overlap(label, other) ? [`${label.id} and ${other.id}`] : [])),
    );
    expect(covered).toEqual([]);
    const [x, y, width, height] = plate.viewBox;
    const outside = placed.filter(
      (label) =>
        label.middle[0] - label.width / 2 < x - 0.01 ||
        label.middle[0] + label.width / 2 > x + width + 0.01 ||
        label.middle[1] - label.height / 2 < y - 0.01 ||
        label.middle[1] + label.height / 2 > y + height + 0.01,
    );
    expect(outside).toEqual([]);
  },
);

it.each`
  first     | second       | where        | why
  ${[0, 0]} | ${[0, 40]}   | ${[0, 40]}   | ${'far below: where it belongs'}
  ${[0, 0]} | ${[40, 0]}   | ${[40, 0]}   | ${'far aside: where it belongs'}
  ${[0, 0]} | ${[0, 10.5]} | ${[0, 10.5]} | ${'touching: where it belongs'}
  ${[0, 0]} | ${[0, 10]}   | ${[0, 12.5]} | ${'just under: the next step down'}
`('places a second number at $where: $why', ({ first, second, where }) => {
  const placed = placedLabels(
    [
      { id: 'first', text: '10', at: first },
      { id: 'second', text: '10', at: second },
    ],
    10,
    [-100, -100, 200, 200],
  );
  expect(placed.map(({ middle }) => middle)).toEqual([first, where]);
});

it.each`
  at             | where          | why
  ${[0, 0]}      | ${[0, 0]}      | ${'inside'}
  ${[-100, 0]}   | ${[-91.8, 0]}  | ${'over the left edge: as far left as it is whole'}
  ${[95, 0]}     | ${[91.8, 0]}   | ${'over the right edge: as far right as it is whole'}
  ${[0, -94.75]} | ${[0, -94.75]} | ${'touching the upper edge: where it belongs'}
  ${[0, -95]}    | ${[0, -92.5]}  | ${'over the upper edge: the next step down'}
  ${[0, 95]}     | ${[0, 92.5]}   | ${'over the lower edge: the next step up'}
`('places a number of $at at $where: $why', ({ at, where }) => {
  const [label] = placedLabels([{ id: 'only', text: '10', at }], 10, [-100, -100, 200, 200]);
  expect(label!.middle).toEqual(where);
});

it.each`
  view                     | muscle                    | side           | units    | texts
  ${'nape'}                | ${'splenius_capitis'}     | ${'bilateral'} | ${'20'}  | ${['10', '10']}
  ${'nape'}                | ${'semispinalis_capitis'} | ${'bilateral'} | ${'25'}  | ${['12.5 | 12.5']}
  ${'nape'}                | ${'splenius_capitis'}     | ${'right'}     | ${'20'}  | ${['20']}
  ${'nape'}                | ${'splenius_capitis'}     | ${'bilateral'} | ${'new'} | ${['new', 'new']}
  ${'nape'}                | ${'splenius_capitis'}     | ${'bilateral'} | ${'+10'} | ${['+10', '+10']}
  ${'nape'}                | ${'splenius_capitis'}     | ${'bilateral'} | ${''}    | ${['?', '?']}
  ${'nape'}                | ${'trapezius'}            | ${'right'}     | ${'40'}  | ${['40']}
  ${'face'}                | ${'trapezius'}            | ${'right'}     | ${'40'}  | ${[]}
  ${'profile-right'}       | ${'trapezius'}            | ${'right'}     | ${'40'}  | ${[]}
  ${'profile-right'}       | ${'sternocleidomastoid'}  | ${'right'}     | ${'40'}  | ${[]}
  ${'face'}                | ${'procerus'}             | ${'midline'}   | ${'5'}   | ${['5']}
  ${'palm-right'}          | ${'adductor_pollicis'}    | ${'bilateral'} | ${'20'}  | ${['10']}
  ${'palm-left'}           | ${'adductor_pollicis'}    | ${'bilateral'} | ${'20'}  | ${['10']}
  ${'forearm-front-left'}  | ${'palmaris_longus'}      | ${'bilateral'} | ${'25'}  | ${['12.5']}
  ${'lower-leg-back-left'} | ${'gastrocnemius'}        | ${'right'}     | ${'75'}  | ${[]}
`('tells $units U of $muscle $side as $texts in $view', ({ view, muscle, side, units, texts }) => {
  const regions = MAP_REGIONS.filter((region) => region.view === view);
  const labels = labelsOf(regions, [{ muscle, side, units }]);
  expect(labels.map(({ text }: { readonly text: string }) => text)).toEqual(texts);
});
