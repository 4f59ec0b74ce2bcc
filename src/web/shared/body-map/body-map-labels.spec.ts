import { labelsOf, UNITS_SIZE, type MapDose } from './body-map';
import { overlap, placedLabels } from './body-map-labels';
import { MAP_REGIONS, MAP_VIEWS } from './body-map-regions';

it.each(MAP_VIEWS)('covers no number with another where every muscle has its dose: $name', ({ view }) => {
  const regions = MAP_REGIONS.filter((region) => region.view === view);
  const doses = regions.map(({ muscles: [muscle], side }): MapDose => ({
    muscle: muscle!,
    side,
    units: '12.5',
  }));
  const labels = labelsOf(regions, doses);
  const placed = placedLabels(labels, UNITS_SIZE[view]);
  expect(placed).toHaveLength(labels.length);
  const covered = placed.flatMap((one, i) =>
    placed.slice(i + 1).flatMap((other) => (overlap(one, other) ? [`${one.id} and ${other.id}`] : [])),
  );
  expect(covered).toEqual([]);
});

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
  );
  expect(placed.map(({ middle }) => middle)).toEqual([first, where]);
});

it.each`
  view       | muscle                    | side           | units    | texts
  ${'back'}  | ${'splenius_capitis'}     | ${'bilateral'} | ${'20'}  | ${['10', '10']}
  ${'back'}  | ${'semispinalis_capitis'} | ${'bilateral'} | ${'25'}  | ${['12.5 | 12.5']}
  ${'back'}  | ${'splenius_capitis'}     | ${'right'}     | ${'20'}  | ${['20']}
  ${'back'}  | ${'splenius_capitis'}     | ${'bilateral'} | ${'new'} | ${['new', 'new']}
  ${'back'}  | ${'splenius_capitis'}     | ${'bilateral'} | ${'+10'} | ${['+10', '+10']}
  ${'back'}  | ${'splenius_capitis'}     | ${'bilateral'} | ${''}    | ${['?', '?']}
  ${'back'}  | ${'trapezius'}            | ${'right'}     | ${'40'}  | ${['40']}
  ${'front'} | ${'trapezius'}            | ${'right'}     | ${'40'}  | ${[]}
  ${'right'} | ${'trapezius'}            | ${'right'}     | ${'40'}  | ${[]}
  ${'right'} | ${'sternocleidomastoid'}  | ${'right'}     | ${'40'}  | ${[]}
  ${'front'} | ${'procerus'}             | ${'midline'}   | ${'5'}   | ${['5']}
`('tells $units U of $muscle $side as $texts in $view', ({ view, muscle, side, units, texts }) => {
  const regions = MAP_REGIONS.filter((region) => region.view === view);
  expect(labelsOf(regions, [{ muscle, side, units }]).map(({ text }) => text)).toEqual(texts);
});
