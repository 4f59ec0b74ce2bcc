import type { InjectionSide, MuscleSlug } from '../../../clinical/catalogue/muscles';
import { middleOf, mirrored, pointsOf, softPath, type Point } from './body-map-shape';

export type MapView =
  'front' | 'back' | 'right' | 'left' | 'arms-front' | 'arms-back' | 'legs-front' | 'legs-back';

export const MAP_VIEWS: readonly { readonly view: MapView; readonly name: string }[] = [
  { view: 'front', name: 'Face' },
  { view: 'back', name: 'Neck, back' },
  { view: 'right', name: 'Right side' },
  { view: 'left', name: 'Left side' },
  { view: 'arms-front', name: 'Arms, front' },
  { view: 'arms-back', name: 'Arms, back' },
  { view: 'legs-front', name: 'Legs, front' },
  { view: 'legs-back', name: 'Legs, back' },
];

/** A place on the drawing, with the muscles that are reached there: more than one where they are small or deep. */
export interface MapRegion {
  readonly id: string;
  readonly view: MapView;
  readonly side: Exclude<InjectionSide, 'bilateral'>;
  readonly muscles: readonly MuscleSlug[];
  readonly path: string;
  readonly middle: Point;
}

type Shape = readonly [muscles: string, points: string, label?: string];

/** Half of the face, the patient's left: seen from the front it is on the viewer's right. */
const FACE: readonly Shape[] = [
  ['frontalis', '8,-90 40,-84 54,-62 46,-50 24,-51 8,-55'],
  ['corrugator_supercilii', '10,-47 28,-46 36,-40 24,-37 10,-38', '30,-44'],
  ['orbicularis_oculi', '53,-37 62,-24 55,-8 48,-10 53,-23 48,-33'],
  ['orbicularis_oculi_upper_lid', '13,-24 22,-34 38,-34 48,-24 38,-28 22,-28'],
  ['orbicularis_oculi_lower_lid', '13,-20 22,-16 38,-16 48,-20 38,-9 22,-9'],
  ['nasalis depressor_supercilii', '5,-22 9,-6 11,4 5,6 3,-6'],
  ['levator_labii_superioris_alaeque_nasi', '13,-8 18,-6 18,18 13,20 14,4'],
  ['levator_labii_superioris', '20,-5 30,-5 26,18 20,20'],
  ['zygomaticus_minor', '32,-5 39,-4 31,22 27,20'],
  ['zygomaticus_major', '41,-4 51,-3 37,28 32,25'],
  ['face_skin', '56,-4 68,-8 70,6 58,10 52,4'],
  ['buccinator', '48,10 42,28 38,38 46,38 51,24'],
  ['masseter', '68,14 55,18 52,44 53,64 62,54'],
  ['parotid', '70,10 77,4 77,26 71,44 67,46 69,28'],
  ['submandibular_gland', '40,86 50,78 58,69 60,75 50,85 43,91'],
  ['risorius', '50,44 34,38 32,43 48,51'],
  ['orbicularis_oris', '1,24 14,26 29,36 14,47 1,49'],
  ['depressor_anguli_oris', '31,47 26,48 22,68 33,68'],
  ['depressor_labii_inferioris', '23,51 13,53 11,66 19,69'],
  ['mentalis', '9,56 1,55 1,76 9,76'],
  ['temporalis', '59,-60 71,-44 75,-20 68,-14 62,-34'],
  [
    'digastric mylohyoid geniohyoid genioglossus hyoglossus styloglossus',
    '2,99 22,97 37,88 39,96 22,106 2,109',
  ],
  ['platysma', '44,90 48,98 50,118 58,138 48,140 43,114'],
  ['longus_colli longus_capitis omohyoid sternohyoid thyrohyoid', '18,110 27,109 24,124 18,126'],
  ['sternocleidomastoid', '41,100 32,107 6,152 15,156 34,128'],
  ['scalenes scalenus_anterior scalenus_medius scalenus_posterior', '44,124 37,126 24,150 38,154 47,142'],
  ['trapezius', '60,140 52,146 56,160 88,163 78,152'],
  [
    'thyroarytenoid lateral_cricoarytenoid posterior_cricoarytenoid cricothyroid',
    '2,112 13,114 14,130 2,133',
  ],
];

const FACE_MIDLINE: readonly Shape[] = [
  ['procerus', '-6,-46 6,-46 5,-26 -5,-26', '0,-28'],
  ['forehead_skin', '-30,-96 0,-101 30,-96 28,-92 0,-95 -28,-92'],
  ['upper_lip_skin', '-9,13 9,13 8,21 -8,21'],
  ['interarytenoid cricopharyngeus', '-5,137 5,137 4,146 -4,146'],
];

/** Half of the neck from behind, the patient's right: seen from behind it is on the viewer's right. */
const NECK: readonly Shape[] = [
  ['occipitalis', '6,-46 36,-50 54,-30 46,-14 8,-18'],
  [
    'suboccipitals obliquus_capitis_inferior obliquus_capitis_superior rectus_capitis_posterior_major',
    '3,10 22,8 26,24 4,28',
  ],
  ['semispinalis_capitis', '4,34 14,32 15,90 4,94'],
  ['splenius_capitis', '18,32 30,20 42,20 34,60 19,86'],
  ['longissimus_capitis longissimus_cervicis', '45,26 51,32 48,68 40,70'],
  ['splenius_cervicis', '20,92 35,66 37,86 25,111'],
  ['cervical_paraspinals semispinalis_cervicis', '4,100 14,97 15,130 4,132'],
  ['levator_scapulae', '41,76 49,76 58,112 64,130 52,122 43,104'],
  ['trapezius', '19,118 27,116 46,130 70,144 98,154 94,166 50,166 19,160'],
];

const NECK_MIDLINE: readonly Shape[] = [['scalp_skin', '-24,-98 0,-104 24,-98 28,-82 0,-78 -28,-82']];

/** The right side of head and neck: the nose points to the viewer's right. */
const PROFILE: readonly Shape[] = [
  ['frontalis', '40,-90 58,-76 68,-52 50,-50 36,-70'],
  ['temporalis', '-20,-70 14,-80 34,-62 32,-34 14,-18 0,-26 -22,-44'],
  ['occipitalis', '-86,-24 -66,-30 -56,-6 -64,14 -80,8'],
  ['posterior_auricular', '-44,-16 -31,-18 -29,-6 -42,-2'],
  ['orbicularis_oculi', '46,-38 60,-40 68,-26 60,-12 46,-12 40,-24'],
  ['zygomaticus_major', '38,-7 46,-6 66,19 62,24'],
  [
    'lateral_pterygoid medial_pterygoid tensor_veli_palatini levator_veli_palatini',
    '8,-12 32,-14 34,-3 10,-1',
  ],
  ['parotid', '-3,3 8,2 12,8 11,34 6,40 2,24'],
  ['submandibular_gland', '18,71 23,71 36,78 34,83 22,82 18,78'],
  ['masseter', '14,4 35,3 41,30 29,48 14,36'],
  ['buccinator', '43,8 58,28 52,36 43,28'],
  ['orbicularis_oris', '67,14 79,16 75,26 79,36 68,39 62,27'],
  ['depressor_anguli_oris', '60,41 68,42 66,60 55,58'],
  ['mentalis', '71,46 77,58 72,66 68,58'],
  ['digastric mylohyoid geniohyoid genioglossus hyoglossus styloglossus', '18,54 38,62 58,70 42,78 22,68'],
  ['platysma', '26,84 34,86 31,112 34,140 23,130'],
  ['sternocleidomastoid', '-20,10 -8,8 16,80 28,148 14,150 -2,90'],
  ['splenius_capitis', '-50,16 -26,14 -16,40 -30,64 -48,50'],
  ['semispinalis_capitis', '-62,30 -54,38 -48,62 -56,84 -63,62'],
  ['levator_scapulae', '-26,70 -14,50 -6,88 -14,112 -28,98'],
  ['scalenes scalenus_anterior scalenus_medius scalenus_posterior', '-2,98 7,98 12,134 -2,134'],
  ['trapezius', '-60,92 -34,78 -32,104 -16,118 -12,142 -30,156 -62,150'],
];

const ARMS_FRONT: readonly Shape[] = [
  ['pectoralis_major pectoralis_minor coracobrachialis', '4,42 30,36 46,50 38,70 6,74'],
  ['axilla', '48,66 54,72 55,87 49,82'],
  ['deltoid', '50,36 64,46 70,66 62,74 52,56'],
  ['serratus_anterior', '34,80 44,89 45,101 33,100'],
  ['external_oblique internal_oblique transversus_abdominis', '28,104 42,106 40,150 42,188 30,178'],
  ['rectus_abdominis', '3,84 20,86 22,150 16,190 3,194'],
  ['biceps_brachii', '57,80 69,76 79,100 83,120 73,122 62,104'],
  ['brachialis', '74,126 84,125 85,136 76,139'],
  ['brachioradialis', '90,124 100,142 109,168 104,171 93,152 87,136'],
  ['pronator_teres', '77,143 86,140 97,162 92,167'],
  ['flexor_carpi_radialis palmaris_longus', '90,170 101,168 111,194 104,197', '110,186'],
  [
    'flexor_digitorum_superficialis flexor_digitorum_profundus flexor_pollicis_longus',
    '80,154 87,166 102,198 97,200 86,178',
    '80,163',
  ],
  ['flexor_carpi_ulnaris', '70,146 76,152 94,199 90,196 80,176', '84,190'],
  ['pronator_quadratus', '99,203 113,198 115,206 102,211'],
  ['palm lumbricals_hand', '107,215 118,212 120,230 110,234'],
  [
    'abductor_pollicis_brevis flexor_pollicis_brevis opponens_pollicis adductor_pollicis',
    '119,206 131,210 128,222 121,222',
  ],
  [
    'abductor_digiti_minimi flexor_digiti_minimi_brevis opponens_digiti_minimi',
    '102,217 106,224 108,241 103,234',
  ],
];

const ARMS_FRONT_MIDLINE: readonly Shape[] = [['detrusor', '-9,206 9,206 8,224 -8,224']];

const ARMS_BACK: readonly Shape[] = [
  ['trapezius', '4,12 13,18 40,30 30,40 4,48'],
  ['supraspinatus', '27,44 46,37 51,45 29,50'],
  ['infraspinatus', '27,55 50,50 46,66 33,76'],
  ['teres_major subscapularis teres_minor', '35,80 48,70 51,77 41,89'],
  ['rhomboids', '5,54 22,50 24,78 5,84'],
  ['deltoid', '55,36 66,46 72,66 63,72 55,54'],
  ['latissimus_dorsi', '27,90 44,92 43,130 30,148 19,130'],
  ['thoracic_paraspinals iliocostalis longissimus_thoracis', '4,90 14,90 15,140 4,142'],
  ['lumbar_paraspinals multifidus', '4,148 16,148 18,194 4,200'],
  ['quadratus_lumborum', '22,158 38,156 38,186 22,190'],
  ['back_skin', '22,200 42,196 43,216 22,218'],
  ['triceps_brachii', '62,78 74,78 86,114 77,120 66,104'],
  ['supinator', '78,128 86,124 89,138 81,141'],
  [
    'extensor_carpi_radialis extensor_carpi_radialis_longus extensor_carpi_radialis_brevis',
    '92,126 102,146 109,168 104,168 92,144',
  ],
  ['extensor_digitorum extensor_indicis', '87,146 96,156 110,194 104,197 93,172'],
  ['extensor_carpi_ulnaris', '76,146 84,150 100,198 94,198 82,172'],
  ['extensor_pollicis_longus abductor_pollicis_longus', '110,172 115,184 121,198 115,198'],
  ['interossei_hand', '106,214 114,212 116,230 110,234'],
  ['first_dorsal_interosseous', '118,209 127,212 121,224'],
];

const LEGS_FRONT: readonly Shape[] = [
  ['iliopsoas psoas_major iliacus', '13,14 32,10 34,32 20,38'],
  ['groin_skin', '3,28 12,32 14,44 5,46'],
  ['rectus_femoris vastus_intermedius', '27,46 38,42 38,90 34,118 28,100'],
  ['tensor_fasciae_latae', '39,12 46,14 49,38 43,38'],
  ['vastus_lateralis', '41,46 50,60 47,104 40,128 41,90'],
  ['vastus_medialis', '18,98 26,106 32,126 26,138 18,124'],
  ['adductor_longus adductor_magnus adductor_brevis pectineus', '13,52 23,46 26,80 19,90'],
  ['gracilis sartorius', '8,58 12,66 16,112 12,106'],
  ['tibialis_anterior', '29,158 37,160 36,206 31,228 28,196'],
  ['peroneus_longus peroneus_brevis', '40,162 43,182 39,222 38,196'],
  ['extensor_hallucis_longus extensor_digitorum_longus peroneus_tertius', '24,198 27,208 29,244 24,246'],
  ['extensor_digitorum_brevis', '29,262 39,268 38,278 29,274'],
];

const LEGS_BACK: readonly Shape[] = [
  ['gluteus_maximus gluteus_medius gluteus_minimus', '4,14 36,6 48,28 40,48 8,50'],
  ['piriformis obturator_internus', '16,20 32,16 34,26 18,30'],
  ['semitendinosus semimembranosus hamstrings', '12,58 28,56 28,110 21,134 14,110'],
  ['biceps_femoris hamstrings', '32,56 46,58 43,110 39,136 32,110'],
  ['popliteus', '22,138 37,138 35,144 24,144'],
  ['gastrocnemius_medial gastrocnemius', '17,152 28,146 28,188 20,194', '20,162'],
  ['gastrocnemius_lateral gastrocnemius', '31,146 42,154 40,190 31,190', '38,178'],
  ['soleus', '20,200 39,196 36,220 29,226 22,220'],
  ['tibialis_posterior flexor_digitorum_longus flexor_hallucis_longus', '22,230 34,226 33,250 23,250'],
  [
    'sole flexor_hallucis_brevis flexor_digitorum_brevis quadratus_plantae abductor_hallucis lumbricals_foot interossei_foot',
    '24,262 43,267 43,282 24,283',
  ],
];

export const MAP_REGIONS: readonly MapRegion[] = [
  ...paired('front', FACE, 'left'),
  ...FACE_MIDLINE.map((shape) => region('front', 'midline', shape)),
  ...paired('back', NECK, 'right'),
  ...NECK_MIDLINE.map((shape) => region('back', 'midline', shape)),
  ...PROFILE.map((shape) => region('right', 'right', shape)),
  ...PROFILE.map((shape) => region('left', 'left', shape, true)),
  ...paired('arms-front', ARMS_FRONT, 'left'),
  ...ARMS_FRONT_MIDLINE.map((shape) => region('arms-front', 'midline', shape)),
  ...paired('arms-back', ARMS_BACK, 'right'),
  ...paired('legs-front', LEGS_FRONT, 'left'),
  ...paired('legs-back', LEGS_BACK, 'right'),
];

/** Is it in this view that the dose of this place is told? Elsewhere it is only marked as being there too. */
export function isAtHomeIn(view: MapView, muscle: string, side: InjectionSide): boolean {
  return homeOf(muscle, side) === view;
}

/** Muscles that are reached elsewhere than in the first view that shows them. */
const HOMES: Readonly<Partial<Record<MuscleSlug, MapView>>> = { trapezius: 'back' };

/** The one view in which the dose of a muscle is told. */
function homeOf(muscle: string, side: InjectionSide): MapView | undefined {
  return (
    HOMES[muscle as MuscleSlug] ??
    MAP_VIEWS.find(({ view }) =>
      MAP_REGIONS.some((place) => place.view === view && holds(place, muscle, side)),
    )?.view
  );
}

/** As few views as show every one of these places, the one that shows most of them first. */
export function viewsFor(
  places: readonly { readonly muscle: string; readonly side: InjectionSide }[],
): readonly MapView[] {
  const shownBy = (view: MapView) => places.filter(({ muscle, side }) => isAtHomeIn(view, muscle, side));
  const [fullest] = MAP_VIEWS.map(({ view }) => ({ view, shown: shownBy(view) })).toSorted(
    (a, b) => b.shown.length - a.shown.length,
  );
  if (!fullest || fullest.shown.length === 0) return [];
  return [fullest.view, ...viewsFor(places.filter((place) => !fullest.shown.includes(place)))];
}

export function holds(drawn: MapRegion, muscle: string, side: InjectionSide): boolean {
  if (!(drawn.muscles as readonly string[]).includes(muscle)) return false;
  return (
    side === drawn.side || (side === 'bilateral' && drawn.side !== 'midline') || drawn.side === 'midline'
  );
}

/** The region that an arrow key leads to: the nearest of those that lie more in its direction than aside of it. */
export function neighbourOf({ id, view, middle }: MapRegion, key: string): MapRegion | undefined {
  const step = STEPS[key];
  if (!step) return undefined;
  const [nearest] = MAP_REGIONS.filter((other) => other.view === view && other.id !== id)
    .map((other) => {
      const [dx, dy] = [other.middle[0] - middle[0], other.middle[1] - middle[1]];
      const ahead = dx * step[0] + dy * step[1];
      const aside = Math.abs(dx * step[1]) + Math.abs(dy * step[0]);
      return { each: other, ahead, aside, distance: Math.hypot(dx, dy) };
    })
    .filter(({ ahead, aside }) => ahead > 0 && ahead >= aside)
    .toSorted((a, b) => a.distance - b.distance);
  return nearest?.each;
}

const STEPS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function paired(view: MapView, shapes: readonly Shape[], drawn: 'left' | 'right'): readonly MapRegion[] {
  const other = drawn === 'left' ? 'right' : 'left';
  return shapes.flatMap((shape) => [region(view, drawn, shape), region(view, other, shape, true)]);
}

function region(
  view: MapView,
  side: MapRegion['side'],
  [muscles, text, label]: Shape,
  mirror = false,
): MapRegion {
  const read = (written: string) => (mirror ? mirrored(pointsOf(written)) : pointsOf(written));
  const points = read(text);
  const slugs = muscles.split(' ') as MuscleSlug[];
  return {
    id: `map-${view}-${slugs[0]}-${side}`,
    view,
    side,
    muscles: slugs,
    path: softPath(points),
    middle: middleOf(label ? read(label) : points),
  };
}
