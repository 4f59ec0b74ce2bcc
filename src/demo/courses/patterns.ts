import { type InjectionSide, type MuscleSlug, muscleOf } from '../../clinical/catalogue/muscles';
import type { MuscleRegion } from '../../clinical/catalogue/anatomy/muscle-regions';
import type { ToxinProduct } from '../../clinical/units';
import type { Guidance } from '../../clinical/catalogue/guidance';

/** Where a session of the demo clinic injects, and how much. */
export interface Pattern {
  readonly product: ToxinProduct;
  readonly injections: readonly PatternRow[];
}

export interface PatternRow {
  readonly muscle: MuscleSlug;
  readonly side: InjectionSide;
  readonly units: number;
  readonly sites: number;
  readonly guidance: Guidance;
}

/** `muscle side units/sites`, in units of the product that the name begins with. Examples to look at, no advice. */
const ROWS = {
  ona_preempt: `corrugator_supercilii bilateral 10/2, procerus midline 5/1, frontalis bilateral 20/4,
    temporalis bilateral 40/8, occipitalis bilateral 30/6, cervical_paraspinals bilateral 20/4, trapezius bilateral 30/6`,
  ona_preempt_pain: `corrugator_supercilii bilateral 10/2, procerus midline 5/1, frontalis bilateral 20/4,
    temporalis bilateral 50/10, occipitalis bilateral 40/8, cervical_paraspinals bilateral 20/4, trapezius bilateral 50/10`,
  ona_tension: `frontalis bilateral 20/4, temporalis bilateral 40/4, occipitalis bilateral 30/6, cervical_paraspinals bilateral 20/4`,
  ona_neck_right: `splenius_capitis right 70/3, sternocleidomastoid left 40/2, levator_scapulae right 30/2,
    trapezius right 40/2, semispinalis_capitis right 20/1`,
  ona_neck_left: `splenius_capitis left 80/3, sternocleidomastoid right 40/2, levator_scapulae left 40/2,
    trapezius left 50/2, semispinalis_capitis left 30/1`,
  ona_neck_forward: `sternocleidomastoid left 25/2, sternocleidomastoid right 25/2, scalenes bilateral 40/4, splenius_capitis bilateral 60/4`,
  abo_neck_right: 'splenius_capitis right 250/4, sternocleidomastoid left 100/2, trapezius right 150/2',
  abo_neck_left: 'splenius_capitis left 280/4, sternocleidomastoid right 120/2, levator_scapulae left 200/2',
  inco_neck_left: 'splenius_capitis left 60/3, sternocleidomastoid right 40/2, trapezius left 60/2',
  daxi_neck_right:
    'splenius_capitis right 80/3, sternocleidomastoid left 35/2, levator_scapulae right 35/2, trapezius right 50/2',
  rima_neck_right:
    'splenius_capitis right 2000/4, sternocleidomastoid left 1000/2, levator_scapulae right 1000/2, trapezius right 1000/2',
  rima_neck_left:
    'splenius_capitis left 2000/4, sternocleidomastoid right 1000/2, semispinalis_capitis left 2000/3',
  ona_eyelids: `orbicularis_oculi_upper_lid left 5/2, orbicularis_oculi_upper_lid right 5/2, orbicularis_oculi_lower_lid left 5/2,
    orbicularis_oculi_lower_lid right 5/2, corrugator_supercilii bilateral 5/2, procerus midline 2.5/1`,
  inco_eyelids: 'orbicularis_oculi left 25/5, orbicularis_oculi right 25/5',
  ona_face_left:
    'orbicularis_oculi left 20/4, zygomaticus_major left 2.5/1, depressor_anguli_oris left 2.5/1, platysma left 5/2',
  ona_face_right:
    'orbicularis_oculi right 20/4, zygomaticus_major right 2.5/1, risorius right 2.5/1, mentalis right 2.5/1',
  ona_arm_right: `biceps_brachii right 60/3, brachialis right 40/2, flexor_carpi_radialis right 30/1,
    flexor_digitorum_superficialis right 40/2, flexor_digitorum_profundus right 30/2`,
  ona_leg_right:
    'gastrocnemius_medial right 50/2, gastrocnemius_lateral right 50/2, soleus right 50/2, tibialis_posterior right 40/2',
  abo_arm_left: `biceps_brachii left 200/2, brachialis left 200/2, flexor_carpi_radialis left 100/1,
    flexor_digitorum_superficialis left 150/2, flexor_digitorum_profundus left 100/1`,
  abo_leg_left: `gastrocnemius_medial left 120/2, gastrocnemius_lateral left 120/2, soleus left 380/3,
    tibialis_posterior left 240/2, flexor_digitorum_longus left 140/1`,
  inco_arm_left: `biceps_brachii left 80/3, flexor_carpi_radialis left 50/1, flexor_carpi_ulnaris left 40/1,
    flexor_digitorum_superficialis left 50/2, flexor_digitorum_profundus left 40/2`,
  abo_child_legs:
    'gastrocnemius_medial bilateral 120/4, gastrocnemius_lateral bilateral 120/4, soleus bilateral 60/2',
  ona_child_arm_right:
    'biceps_brachii right 40/2, brachialis right 25/1, flexor_carpi_radialis right 20/1, flexor_digitorum_superficialis right 15/1',
  ona_axillae: 'axilla left 50/12, axilla right 50/12',
  ona_palms: 'palm left 75/25, palm right 75/25',
  ona_jaw: 'masseter bilateral 60/6, temporalis bilateral 40/4',
  ona_masseters: 'masseter bilateral 60/6',
  ona_shoulders:
    'trapezius bilateral 80/8, levator_scapulae bilateral 40/4, splenius_cervicis bilateral 30/4',
  ona_low_back: 'lumbar_paraspinals bilateral 160/8, quadratus_lumborum bilateral 40/4',
  ona_tremor_right:
    'flexor_carpi_radialis right 20/1, flexor_carpi_ulnaris right 15/1, extensor_carpi_radialis right 15/1, pronator_teres right 20/1',
  inco_tremor_left: `flexor_carpi_radialis left 25/1, flexor_carpi_ulnaris left 20/1, extensor_carpi_radialis left 20/1,
    biceps_brachii left 20/1, pronator_teres left 15/1`,
  inco_glands:
    'parotid left 30/2, parotid right 30/2, submandibular_gland left 20/1, submandibular_gland right 20/1',
  rima_glands:
    'parotid left 1000/2, parotid right 1000/2, submandibular_gland left 250/1, submandibular_gland right 250/1',
  ona_larynx: 'thyroarytenoid left 1.25/1, thyroarytenoid right 1.25/1',
  ona_writing_hand:
    'flexor_digitorum_superficialis right 20/2, flexor_pollicis_longus right 15/1, flexor_carpi_radialis right 15/1',
} as const satisfies Record<`${ToxinProduct}_${string}`, string>;

export type PatternName = keyof typeof ROWS;

const GUIDED_BY: Readonly<Record<MuscleRegion, Guidance>> = {
  face: 'none',
  jaw: 'none',
  trunk: 'none',
  skin: 'none',
  pelvis: 'none',
  gland: 'ultrasound',
  neck: 'emg',
  larynx: 'emg',
  upper_limb: 'ultrasound',
  lower_limb: 'ultrasound',
};

export const PATTERNS = Object.fromEntries(
  Object.entries(ROWS).map(([name, rows]) => [name, readPattern(name, rows)]),
) as Readonly<Record<PatternName, Pattern>>;

export function isPattern(name: string): name is PatternName {
  return Object.hasOwn(ROWS, name);
}

function readPattern(name: string, rows: string): Pattern {
  return { product: name.split('_')[0] as ToxinProduct, injections: rows.split(',').map(readRow) };
}

function readRow(row: string): PatternRow {
  const [slug, side, amount] = row.trim().split(/\s+/);
  const [units, sites] = amount!.split('/').map(Number);
  const { slug: muscle, region } = muscleOf(slug!);
  return {
    muscle,
    side: side as InjectionSide,
    units: units!,
    sites: sites!,
    guidance: GUIDED_BY[region],
  };
}
