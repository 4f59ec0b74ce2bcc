import { renderToString } from 'preact-render-to-string';
import { MUSCLE_SLUGS, MUSCLES } from '../../../clinical/catalogue/muscles';
import { BodyMap } from './body-map';
import { MAP_REGIONS, MAP_VIEWS, neighbourOf, viewsFor } from './body-map-regions';

it('draws every muscle of the catalogue, on each side that it has', () => {
  const missing = MUSCLE_SLUGS.flatMap((muscle) =>
    (MUSCLES[muscle].paired ? (['left', 'right'] as const) : (['midline'] as const))
      .filter(
        (side) => !MAP_REGIONS.some((region) => region.side === side && region.muscles.includes(muscle)),
      )
      .map((side) => `${muscle} ${side}`),
  );
  expect(missing).toEqual([]);
});

it('gives every region its own name in the page', () => {
  expect(new Set(MAP_REGIONS.map(({ id }) => id)).size).toBe(MAP_REGIONS.length);
});

it.each`
  view       | muscle                | onViewersRight
  ${'front'} | ${'masseter'}         | ${'left'}
  ${'back'}  | ${'splenius_capitis'} | ${'right'}
`('$view: the patient’s $onViewersRight is on the viewer’s right', ({ view, muscle, onViewersRight }) => {
  const region = MAP_REGIONS.find(
    (place) => place.view === view && place.muscles.includes(muscle) && place.middle[0] > 0,
  );
  expect(region?.side).toBe(onViewersRight);
});

it('says muscle, side and units of a region that is a button', () => {
  const html = renderToString(
    <BodyMap
      view="back"
      doses={[{ muscle: 'splenius_capitis', side: 'right', units: '80' }]}
      pick={{ at: undefined, onMove: () => undefined, onPick: () => undefined }}
    />,
  );
  expect(html).toContain('aria-label="Splenius capitis right, 80 units"');
  expect(html).not.toContain('style=');
  expect(html.match(/tabindex="0"/gi)).toHaveLength(1);
});

it.each`
  from                            | key             | to
  ${'map-front-masseter-right'}   | ${'ArrowRight'} | ${'map-front-buccinator-right'}
  ${'map-front-procerus-midline'} | ${'ArrowLeft'}  | ${'map-front-orbicularis_oculi_upper_lid-right'}
  ${'map-front-mentalis-left'}    | ${'Enter'}      | ${undefined}
`('goes from $from by $key to $to', ({ from, key, to }: { from: string; key: string; to?: string }) => {
  const region = MAP_REGIONS.find(({ id }) => id === from)!;
  expect(neighbourOf(region, key)?.id).toBe(to);
});

it.each(MAP_VIEWS)('leads by arrow keys from every region to every other: $name', ({ view }) => {
  const regions = MAP_REGIONS.filter((region) => region.view === view);
  for (const start of regions) {
    const reached = new Set([start]);
    for (const from of reached) {
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
        const next = neighbourOf(from, key);
        if (next) reached.add(next);
      }
    }
    expect(reached.size).toBe(regions.length);
  }
});
it('describes itself where it is only a picture', () => {
  const doses = [{ muscle: 'procerus', side: 'midline', units: '5' }] as const;
  expect(renderToString(<BodyMap view="front" doses={doses} />)).toContain(
    'aria-label="Face: Procerus, 5 units"',
  );
});

it('shows all doses in as few views as it can', () => {
  const neck = [
    { muscle: 'splenius_capitis', side: 'left' },
    { muscle: 'trapezius', side: 'left' },
    { muscle: 'sternocleidomastoid', side: 'right' },
  ] as const;
  expect(viewsFor(neck)).toHaveLength(2);
  expect(viewsFor([])).toEqual([]);
  expect(MAP_VIEWS).toHaveLength(8);
});
