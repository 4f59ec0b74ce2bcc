import { renderToString } from 'preact-render-to-string';
import { MUSCLE_SLUGS, MUSCLES } from '../../../clinical/catalogue/muscles';
import { BodyMap } from './body-map';
import { INDICATION_SLUGS } from '../../../clinical/catalogue/indication-slugs';
import { isTreatedIn } from '../../../clinical/catalogue/anatomy/treated-places';
import { isAtHomeIn, layersOf, MAP_REGIONS, viewsFor } from './body-map-regions';
import { MAP_VIEWS, viewOf, viewRow, type MapViewRow } from './body-map-views';
import { layerFor, regionsShown } from './map-doses';
import { neighbourOf } from './map-keys';
import { treatedLayer, treatedParts } from './treated-views';

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
  view            | muscle                | onViewersRight
  ${'face'}       | ${'masseter'}         | ${'left'}
  ${'nape'}       | ${'splenius_capitis'} | ${'right'}
  ${'larynx'}     | ${'thyroarytenoid'}   | ${'left'}
  ${'trunk-back'} | ${'latissimus_dorsi'} | ${'right'}
`('$view: the patient’s $onViewersRight is on the viewer’s right', ({ view, muscle, onViewersRight }) => {
  const region = MAP_REGIONS.find(
    (place) => place.view === view && place.muscles.includes(muscle) && place.middle[0] > 0,
  );
  expect(region?.side).toBe(onViewersRight);
});

it('says muscle, side and units of a region that is a button', () => {
  const html = renderToString(
    <BodyMap
      view="nape"
      doses={[{ muscle: 'splenius_capitis', side: 'right', units: '80' }]}
      pick={{ at: undefined, onMove: () => undefined, onPick: () => undefined }}
    />,
  );
  expect(html).toContain('aria-label="Splenius capitis right, 80 units"');
  expect(html).not.toContain('style=');
  expect(html.match(/tabindex="0"/gi)).toHaveLength(1);
});

it.each`
  view                     | muscle                        | toTheRightOf                  | why
  ${'palm-left'}           | ${'abductor_pollicis_brevis'} | ${'abductor_digiti_minimi'}   | ${'a left thumb, palm forward, points to the viewer’s right'}
  ${'palm-right'}          | ${'abductor_digiti_minimi'}   | ${'abductor_pollicis_brevis'} | ${'a right one to the left'}
  ${'forearm-back-right'}  | ${'extensor_carpi_radialis'}  | ${'extensor_carpi_ulnaris'}   | ${'from behind a right thumb points to the right'}
  ${'thigh-front-left'}    | ${'vastus_lateralis'}         | ${'gracilis'}                 | ${'the outside of a left leg is on the right'}
  ${'lower-leg-back-left'} | ${'gastrocnemius_medial'}     | ${'gastrocnemius_lateral'}    | ${'from behind the inside of a left leg is on the right'}
  ${'sole-left'}           | ${'flexor_digitorum_brevis'}  | ${'abductor_hallucis'}        | ${'the great toe of a left sole is on the left'}
  ${'profile-right'}       | ${'orbicularis_oculi'}        | ${'occipitalis'}              | ${'the nose of the right side points to the right'}
  ${'profile-left'}        | ${'occipitalis'}              | ${'orbicularis_oculi'}        | ${'that of the left side to the left'}
`('$view: $why', ({ view, muscle, toTheRightOf }) => {
  const across = (slug: string) =>
    MAP_REGIONS.find((region) => region.view === view && region.muscles.some((other) => other === slug))!
      .middle[0];
  expect(across(muscle)).toBeGreaterThan(across(toTheRightOf));
});

it('shows of a right side what it shows of a left one: no thumb beyond the edge', () => {
  const left = MAP_VIEWS.filter(({ only }) => only === 'left');
  const edges = ({ plate: { viewBox } }: MapViewRow) => [viewBox[0], viewBox[0] + viewBox[2]];
  expect(left.length).toBeGreaterThan(10);
  for (const row of left) {
    const right = viewRow(viewOf(row.part, 'right'));
    expect(edges(right).map((at) => -at)).toEqual(edges(row).toReversed());
  }
});

it('has one home for every muscle on a side', () => {
  const astray = MUSCLE_SLUGS.flatMap((muscle) =>
    (MUSCLES[muscle].paired ? (['left', 'right'] as const) : (['midline'] as const)).flatMap((side) => {
      const homes = MAP_VIEWS.filter(({ view }) => isAtHomeIn(view, muscle, side));
      const told = homes.flatMap(({ view }) =>
        MAP_REGIONS.filter(
          (region) => region.view === view && region.side === side && region.muscles.includes(muscle),
        ),
      );
      return homes.length === 1 && told.length === 1 ? [] : [`${muscle} ${side}`];
    }),
  );
  expect(astray).toEqual([]);
});

it.each`
  from                           | key             | to
  ${'map-face-masseter-right'}   | ${'ArrowRight'} | ${'map-face-zygomaticus_major-right'}
  ${'map-face-procerus-midline'} | ${'ArrowLeft'}  | ${'map-face-depressor_supercilii-right'}
  ${'map-face-mentalis-left'}    | ${'Enter'}      | ${undefined}
`('goes from $from by $key to $to', ({ from, key, to }: { from: string; key: string; to?: string }) => {
  const region = MAP_REGIONS.find(({ id }) => id === from)!;
  expect(neighbourOf(region, key, regionsShown('face', 'surface', []))?.id).toBe(to);
});

const VIEW_LAYERS = MAP_VIEWS.flatMap(({ view, name }) =>
  layersOf(view).map((layer) => ({ view, name, layer })),
);

it.each(VIEW_LAYERS)(
  'leads by arrow keys from every region to every other: $name, $layer',
  ({ view, layer }) => {
    const regions = regionsShown(view, layer, []);
    for (const start of regions) {
      const reached = new Set([start]);
      for (const from of reached) {
        for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
          const next = neighbourOf(from, key, regions);
          if (next) reached.add(next);
        }
      }
      expect(reached.size).toBe(regions.length);
    }
  },
);

it.each`
  layer        | doses                                                     | names
  ${'surface'} | ${[]}                                                     | ${['deltoid', 'biceps_brachii', 'brachialis']}
  ${'deep'}    | ${[]}                                                     | ${['coracobrachialis']}
  ${'deep'}    | ${[{ muscle: 'brachialis', side: 'left', units: '50' }]}  | ${['brachialis', 'coracobrachialis']}
  ${'deep'}    | ${[{ muscle: 'brachialis', side: 'right', units: '50' }]} | ${['coracobrachialis']}
`('draws $names on the $layer layer: a dose is seen on every layer', ({ layer, doses, names }) => {
  const shown = regionsShown('upper-arm-front-left', layer, doses);
  expect(shown.map(({ muscles }) => muscles[0])).toEqual(names);
});

it.each`
  view                    | muscle                          | side       | layer
  ${'forearm-front-left'} | ${'flexor_digitorum_profundus'} | ${'left'}  | ${'deep'}
  ${'forearm-front-left'} | ${'flexor_carpi_ulnaris'}       | ${'left'}  | ${'surface'}
  ${'forearm-front-left'} | ${'flexor_digitorum_profundus'} | ${'right'} | ${'surface'}
  ${'palm-left'}          | ${'palm'}                       | ${'left'}  | ${'skin'}
  ${'armpit-left'}        | ${'deltoid'}                    | ${'left'}  | ${'skin'}
`('shows $view with $muscle $side on the layer $layer', ({ view, muscle, side, layer }) => {
  expect(layerFor(view, [{ muscle, side, units: '5' }])).toBe(layer);
});

it.each(INDICATION_SLUGS)(
  'shows at once only what is treated in %s, on a layer that the first view has',
  (slug) => {
    const parts = treatedParts(slug);
    expect(parts.length).toBeGreaterThan(0);
    for (const part of parts) {
      const regions = MAP_REGIONS.filter((region) => viewRow(region.view).part === part);
      expect(regions.some(({ muscles }) => muscles.some((muscle) => isTreatedIn(slug, muscle)))).toBe(true);
    }
    const first = MAP_VIEWS.find((row) => row.part === parts[0])!;
    expect(layersOf(first.view)).toContain(treatedLayer(slug));
  },
);

it('describes itself where it is only a picture', () => {
  const doses = [{ muscle: 'procerus', side: 'midline', units: '5' }] as const;
  expect(renderToString(<BodyMap view="face" doses={doses} />)).toContain(
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
  expect(viewsFor([{ muscle: 'palmaris_longus', side: 'bilateral' }])).toEqual([
    'forearm-front-right',
    'forearm-front-left',
  ]);
});
