import type { MuscleSlug } from '../muscles';

/** Groups whose tone or motion is measured at a joint, with the muscles that make them. */
const GROUPS = {
  shoulder_adductors: ['pectoralis_major', 'latissimus_dorsi', 'teres_major'],
  shoulder_internal_rotators: ['subscapularis'],
  elbow_flexors: ['biceps_brachii', 'brachialis', 'brachioradialis'],
  elbow_extensors: ['triceps_brachii'],
  forearm_pronators: ['pronator_teres', 'pronator_quadratus'],
  forearm_supinators: ['supinator'],
  wrist_flexors: ['flexor_carpi_radialis', 'flexor_carpi_ulnaris', 'palmaris_longus'],
  wrist_extensors: [
    'extensor_carpi_radialis',
    'extensor_carpi_radialis_longus',
    'extensor_carpi_radialis_brevis',
    'extensor_carpi_ulnaris',
  ],
  finger_flexors: ['flexor_digitorum_superficialis', 'flexor_digitorum_profundus', 'lumbricals_hand'],
  finger_extensors: ['extensor_digitorum', 'extensor_indicis'],
  thumb_flexors: [
    'flexor_pollicis_longus',
    'flexor_pollicis_brevis',
    'adductor_pollicis',
    'opponens_pollicis',
  ],
  hip_flexors: ['iliopsoas', 'psoas_major', 'iliacus'],
  hip_adductors: ['adductor_longus', 'adductor_brevis', 'adductor_magnus', 'gracilis', 'pectineus'],
  hip_extensors: ['gluteus_maximus'],
  knee_flexors: ['hamstrings', 'biceps_femoris', 'semitendinosus', 'semimembranosus', 'popliteus'],
  knee_extensors: ['rectus_femoris', 'vastus_lateralis', 'vastus_medialis', 'vastus_intermedius'],
  plantar_flexors: ['gastrocnemius', 'gastrocnemius_medial', 'gastrocnemius_lateral', 'soleus'],
  ankle_dorsiflexors: ['tibialis_anterior'],
  ankle_invertors: ['tibialis_posterior'],
  ankle_evertors: ['peroneus_longus', 'peroneus_brevis', 'peroneus_tertius'],
  toe_flexors: [
    'flexor_digitorum_longus',
    'flexor_digitorum_brevis',
    'flexor_hallucis_longus',
    'flexor_hallucis_brevis',
    'quadratus_plantae',
  ],
  toe_extensors: ['extensor_hallucis_longus', 'extensor_digitorum_longus', 'extensor_digitorum_brevis'],
} as const satisfies Record<string, readonly MuscleSlug[]>;

type MuscleGroup = keyof typeof GROUPS;

const MUSCLE_GROUPS = Object.keys(GROUPS) as readonly MuscleGroup[];

/** What a measurement may name: a group, on either side where both limbs are measured. */
export const MEASURED_GROUPS: readonly string[] = MUSCLE_GROUPS.flatMap((group) => [
  group,
  `${group}_left`,
  `${group}_right`,
]);

/** The groups that these muscles belong to, from the shoulder to the toes. */
export function groupsOf(muscles: readonly string[]): readonly MuscleGroup[] {
  return MUSCLE_GROUPS.filter((group) => GROUPS[group].some((muscle) => muscles.includes(muscle)));
}
