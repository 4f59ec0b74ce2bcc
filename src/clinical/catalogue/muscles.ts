import type { ToxinProduct } from '../units';
import type { MuscleRegion } from './anatomy/muscle-regions';
import { usualRange, type UsualRange } from './usual-range';

/** `bilateral`: the units given are the total over both sides. */
export const INJECTION_SIDES = ['left', 'right', 'bilateral', 'midline'] as const;
export type InjectionSide = (typeof INJECTION_SIDES)[number];

export interface Muscle {
  readonly slug: MuscleSlug;
  readonly name: string;
  readonly region: MuscleRegion;
  readonly paired: boolean;
  /** Other names that clinicians type. */
  readonly aliases: readonly string[];
  /** Units a side. A product that has none here is held against its `usualByRegion`. */
  readonly usualRange: Readonly<Partial<Record<ToxinProduct, UsualRange>>>;
}

type Row = Omit<Muscle, 'slug'>;
type Ranges = Readonly<Partial<Record<ToxinProduct, string>>>;

const { face, jaw, larynx, neck, trunk, upper_limb, lower_limb, skin, gland, pelvis } = {
  face: region('face'),
  jaw: region('jaw'),
  larynx: region('larynx'),
  neck: region('neck'),
  trunk: region('trunk'),
  upper_limb: region('upper_limb'),
  lower_limb: region('lower_limb'),
  skin: region('skin'),
  gland: region('gland'),
  pelvis: region('pelvis'),
};

/** Where toxin is given, by anatomical name. Ranges are per muscle and side, as `usual-range.ts` reads them. */
const ROWS = {
  corrugator_supercilii: face('Corrugator supercilii', ['COR', 'corrugator'], { ona: '5|V:CPT-15' }),
  depressor_supercilii: face('Depressor supercilii', ['DSC'], { ona: '1-5|P' }),
  procerus: midline(face('Procerus', ['PRO'], { ona: '5|V:CPT-15' })),
  frontalis: face('Frontalis', ['FRO'], { ona: '5-10|V:CPT-15; P' }),
  temporalis: jaw('Temporalis', ['TEM'], { ona: '20-25|V:CPT-15,TMD-T1; M' }),
  occipitalis: face('Occipitalis', ['OCC'], { ona: '15-20|V:CPT-15; M' }),
  posterior_auricular: face('Posterior auricular', ['auricularis posterior', 'PAM'], { ona: '2.5-15|P' }),
  orbicularis_oculi: face('Orbicularis oculi', ['OOC', 'eyelid'], {
    ona: '5-30 (4 x 5)|V:HFS-4x5; M',
    inco: '25-50|V:XEO-BSP',
    abo: '40-120|M',
  }),
  orbicularis_oculi_upper_lid: face('Orbicularis oculi, upper lid', ['OOC-U'], {
    ona: '1.25-7.5 (1.25-2.5 a site)|V:BOT-DC; P',
  }),
  orbicularis_oculi_lower_lid: face('Orbicularis oculi, lower lid', ['OOC-L'], {
    ona: '1.25-7.5 (1.25-2.5 a site)|V:BOT-DC; P',
  }),
  zygomaticus_major: face('Zygomaticus major', ['ZYG'], { ona: '1-5' }),
  zygomaticus_minor: face('Zygomaticus minor', [], { ona: '1-5|P' }),
  levator_labii_superioris: face('Levator labii superioris', ['LLS'], { ona: '1-5' }),
  levator_labii_superioris_alaeque_nasi: face('Levator labii superioris alaeque nasi', ['LLSAN'], {
    ona: '1-5|P',
  }),
  nasalis: face('Nasalis', [], { ona: '1-5|P' }),
  risorius: face('Risorius', ['RIS'], { ona: '1-5' }),
  buccinator: face('Buccinator', [], { ona: '1-10|P' }),
  orbicularis_oris: face('Orbicularis oris', ['OOR'], { ona: '1-5' }),
  depressor_anguli_oris: face('Depressor anguli oris', ['DAO'], { ona: '1-5' }),
  depressor_labii_inferioris: face('Depressor labii inferioris', ['DLI'], { ona: '1-5|P' }),
  mentalis: face('Mentalis', ['MEN'], { ona: '1-5' }),
  platysma: face('Platysma', ['PLA'], { ona: '1-20 (1-5 in hemifacial spasm)|M; P' }),

  masseter: jaw('Masseter', ['MAS'], { ona: '20-50 (30 in trials)|V:TMD-T1; P' }),
  medial_pterygoid: jaw('Medial pterygoid', ['MPT'], { ona: '5-30|P' }),
  lateral_pterygoid: jaw('Lateral pterygoid', ['LPT'], { ona: '5-30|P' }),
  digastric: jaw('Digastric', ['DIG'], { ona: '2.5-15|P' }),
  mylohyoid: jaw('Mylohyoid', [], { ona: '2.5-15|P' }),
  geniohyoid: jaw('Geniohyoid', [], { ona: '2.5-15|P' }),
  genioglossus: jaw('Genioglossus', ['tongue'], { ona: '2.5-10|P' }),
  hyoglossus: jaw('Hyoglossus', [], { ona: '2.5-10|P' }),
  styloglossus: jaw('Styloglossus', [], { ona: '2.5-10|P' }),
  tensor_veli_palatini: jaw('Tensor veli palatini', ['TVP', 'palate, tensor'], { ona: '2.5-10|P' }),
  levator_veli_palatini: jaw('Levator veli palatini', ['LVP', 'palate, levator'], { ona: '2.5-10|P' }),

  thyroarytenoid: larynx('Thyroarytenoid', ['TA', 'vocal cord', 'vocal fold'], {
    ona: '0.5-5 (1-5 in all)|M; P',
  }),
  lateral_cricoarytenoid: larynx('Lateral cricoarytenoid', ['LCA'], { ona: '0.5-5|P' }),
  posterior_cricoarytenoid: larynx('Posterior cricoarytenoid', ['PCA'], { ona: '1-5|P' }),
  interarytenoid: midline(larynx('Interarytenoid', ['IA'], { ona: '0.5-3|P' })),
  cricothyroid: larynx('Cricothyroid', ['CT'], { ona: '0.5-5|P' }),

  splenius_capitis: neck('Splenius capitis', ['SPL', 'splenius'], { ona: '15-100' }),
  splenius_cervicis: neck('Splenius cervicis', [], { ona: '10-60|P' }),
  sternocleidomastoid: neck('Sternocleidomastoid', ['SCM'], {
    ona: '15-75',
    abo: 'up to 150 when one side|V:DYS-CD',
  }),
  trapezius: neck('Trapezius', ['TRA', 'upper trapezius'], { ona: '20-100' }),
  levator_scapulae: neck('Levator scapulae', ['LEV', 'LS'], { ona: '20-100' }),
  semispinalis_capitis: neck('Semispinalis capitis', ['SSC'], { ona: '15-100' }),
  semispinalis_cervicis: neck('Semispinalis cervicis', [], { ona: '10-60|P' }),
  scalenes: neck('Scalenes', ['SCA', 'scalenus'], { ona: '15-50' }),
  scalenus_anterior: neck('Scalenus anterior', ['anterior scalene'], { ona: '5-30|P' }),
  scalenus_medius: neck('Scalenus medius', ['middle scalene'], { ona: '5-30|P' }),
  scalenus_posterior: neck('Scalenus posterior', ['posterior scalene'], { ona: '5-30|P' }),
  longissimus_capitis: neck('Longissimus capitis', ['longissimus'], { ona: '15-50' }),
  longissimus_cervicis: neck('Longissimus cervicis', [], { ona: '10-50|P' }),
  obliquus_capitis_inferior: neck('Obliquus capitis inferior', ['OCI'], { ona: '15-50' }),
  obliquus_capitis_superior: neck('Obliquus capitis superior', ['OCS'], { ona: '5-30|P' }),
  rectus_capitis_posterior_major: neck('Rectus capitis posterior major', ['RCPM'], { ona: '5-30|P' }),
  longus_colli: neck('Longus colli', [], { ona: '5-30|P' }),
  longus_capitis: neck('Longus capitis', [], { ona: '5-30|P' }),
  cervical_paraspinals: neck('Cervical paraspinals', ['CPS'], { ona: '10-40 (10 in migraine)|V:CPT-15; P' }),
  suboccipitals: neck('Suboccipitals', [], { ona: '5-30|P' }),
  omohyoid: neck('Omohyoid', [], { ona: '2.5-15|P' }),
  sternohyoid: neck('Sternohyoid', ['strap muscles'], { ona: '2.5-15|P' }),
  thyrohyoid: neck('Thyrohyoid', [], { ona: '2.5-15|P' }),
  cricopharyngeus: midline(
    neck('Cricopharyngeus', ['UES', 'upper oesophageal sphincter'], { ona: '10-50|P' }),
  ),

  thoracic_paraspinals: trunk('Thoracic paraspinals', [], { ona: '20-100|P' }),
  iliocostalis: trunk('Iliocostalis', [], { ona: '20-100|P' }),
  longissimus_thoracis: trunk('Longissimus thoracis', [], { ona: '20-100|P' }),
  lumbar_paraspinals: trunk('Lumbar paraspinals', ['erector spinae', 'low back'], { ona: 'about 100' }),
  multifidus: trunk('Multifidus', [], { ona: '20-100|P' }),
  quadratus_lumborum: trunk('Quadratus lumborum', ['QL'], { ona: '20-100|P' }),
  rhomboids: trunk('Rhomboids', [], { ona: '10-60|P' }),
  supraspinatus: trunk('Supraspinatus', [], { ona: '15-60|P' }),
  infraspinatus: trunk('Infraspinatus', [], { ona: '15-60|P' }),
  rectus_abdominis: trunk('Rectus abdominis', ['abdominals'], { ona: '30-150|P' }),
  external_oblique: trunk('External oblique', [], { ona: '20-100|P' }),
  internal_oblique: trunk('Internal oblique', [], { ona: '20-100|P' }),
  transversus_abdominis: trunk('Transversus abdominis', [], { ona: '20-100|P' }),

  pectoralis_major: upper_limb('Pectoralis major', ['pec'], { ona: '50-200|P' }),
  pectoralis_minor: upper_limb('Pectoralis minor', [], { ona: '20-75|P' }),
  latissimus_dorsi: upper_limb('Latissimus dorsi', [], { ona: '50-150|P' }),
  teres_major: upper_limb('Teres major', [], { ona: '20-75|P' }),
  teres_minor: upper_limb('Teres minor', [], { ona: '10-50|P' }),
  serratus_anterior: upper_limb('Serratus anterior', [], { ona: '20-100|P' }),
  coracobrachialis: upper_limb('Coracobrachialis', [], { ona: '10-50|P' }),
  subscapularis: upper_limb('Subscapularis', [], { ona: '50-150|P' }),
  deltoid: upper_limb('Deltoid', [], { ona: '25-100|P' }),
  biceps_brachii: upper_limb('Biceps brachii', ['BIC', 'biceps'], {
    ona: '60-200; child 1.5-3 U/kg|V:BOT-PED (child); M (adult)',
    abo: '200-400',
    inco: '50-200|V:XEO-DC',
  }),
  brachialis: upper_limb('Brachialis', ['BRA'], {
    ona: '30-50; child 1-2 U/kg|V:BOT-PED (child); M (adult)',
    abo: '200-400',
    inco: '25-100|V:XEO-PI',
  }),
  brachioradialis: upper_limb('Brachioradialis', ['BRR'], {
    ona: '45-75; child 0.5-1 U/kg|V:BOT-PED (child); M (adult)',
    abo: '100-200',
    inco: '25-100|V:XEO-DC',
  }),
  triceps_brachii: upper_limb('Triceps brachii', ['triceps'], { ona: '50-200|P' }),
  pronator_teres: upper_limb('Pronator teres', ['PTE', 'PT'], {
    ona: '15-25',
    abo: '100-200',
    inco: '25-75|V:XEO-PI',
  }),
  pronator_quadratus: upper_limb('Pronator quadratus', ['PQ'], { ona: '10-50', inco: '10-50|V:XEO-PI' }),
  supinator: upper_limb('Supinator', [], { ona: '10-60|P' }),
  flexor_carpi_radialis: upper_limb('Flexor carpi radialis', ['FCR'], {
    ona: '12.5-50; child 1-2 U/kg|V:BOT-PED (child); M (adult)',
    abo: '100-200',
    inco: '25-100|V:XEO-DC',
  }),
  flexor_carpi_ulnaris: upper_limb('Flexor carpi ulnaris', ['FCU'], {
    ona: '12.5-50; child 1-2 U/kg|V:BOT-PED (child); M (adult)',
    abo: '100-200',
    inco: '20-100|V:XEO-DC',
  }),
  palmaris_longus: upper_limb('Palmaris longus', ['PL'], { ona: '10-50|P' }),
  extensor_carpi_radialis: upper_limb('Extensor carpi radialis', ['ECR'], { ona: '10-60|P' }),
  extensor_carpi_radialis_longus: upper_limb('Extensor carpi radialis longus', ['ECRL'], { ona: '5-40|P' }),
  extensor_carpi_radialis_brevis: upper_limb('Extensor carpi radialis brevis', ['ECRB'], { ona: '5-40|P' }),
  extensor_carpi_ulnaris: upper_limb('Extensor carpi ulnaris', ['ECU'], { ona: '10-50|P' }),
  extensor_digitorum: upper_limb('Extensor digitorum', ['EDC'], { ona: '10-50|P' }),
  extensor_indicis: upper_limb('Extensor indicis', ['EIP'], { ona: '2.5-25|P' }),
  extensor_pollicis_longus: upper_limb('Extensor pollicis longus', ['EPL'], { ona: '2.5-25|P' }),
  abductor_pollicis_longus: upper_limb('Abductor pollicis longus', ['APL (forearm)'], { ona: '2.5-25|P' }),
  flexor_digitorum_profundus: upper_limb('Flexor digitorum profundus', ['FDP'], {
    ona: '30-50; child 0.5-1 U/kg|V:BOT-PED (child); M (adult)',
    abo: '100-200',
    inco: '25-100|V:XEO-DC',
  }),
  flexor_digitorum_superficialis: upper_limb('Flexor digitorum superficialis', ['FDS'], {
    ona: '30-50; child 0.5-1 U/kg|V:BOT-PED (child); M (adult)',
    abo: '100-200',
    inco: '25-100|V:XEO-DC',
  }),
  flexor_pollicis_longus: upper_limb('Flexor pollicis longus', ['FPL'], {
    ona: '20',
    inco: '10-50|V:XEO-PI',
  }),
  adductor_pollicis: upper_limb('Adductor pollicis', ['APL'], { ona: '20', inco: '5-30|V:XEO-PI' }),
  flexor_pollicis_brevis: upper_limb('Flexor pollicis brevis', ['FPB'], {
    ona: '5-25',
    inco: '5-30|V:XEO-PI',
  }),
  opponens_pollicis: upper_limb('Opponens pollicis', ['OP'], { ona: '5-25', inco: '5-30|V:XEO-PI' }),
  abductor_pollicis_brevis: upper_limb('Abductor pollicis brevis', ['APB'], { ona: '2.5-25|P' }),
  lumbricals_hand: upper_limb('Lumbricals of the hand', ['lumbricals'], { ona: '5-10' }),
  interossei_hand: upper_limb('Interossei of the hand', ['interossei'], { ona: '5-10' }),
  first_dorsal_interosseous: upper_limb('First dorsal interosseous', ['FDI'], { ona: '2.5-25|P' }),
  abductor_digiti_minimi: upper_limb('Abductor digiti minimi', ['ADM'], { ona: '2.5-25|P' }),
  flexor_digiti_minimi_brevis: upper_limb('Flexor digiti minimi brevis', ['FDM'], { ona: '2.5-25|P' }),
  opponens_digiti_minimi: upper_limb('Opponens digiti minimi', ['ODM'], { ona: '2.5-25|P' }),

  iliopsoas: lower_limb('Iliopsoas', [], { ona: '50-200|P' }),
  psoas_major: lower_limb('Psoas major', ['psoas'], { ona: '50-200|P' }),
  iliacus: lower_limb('Iliacus', [], { ona: '25-100|P' }),
  sartorius: lower_limb('Sartorius', ['SAR'], { ona: '25-100|P' }),
  tensor_fasciae_latae: lower_limb('Tensor fasciae latae', ['TFL'], { ona: '25-100|P' }),
  pectineus: lower_limb('Pectineus', [], { ona: '25-100|P' }),
  rectus_femoris: lower_limb('Rectus femoris', [], { ona: '50-150|P' }),
  vastus_lateralis: lower_limb('Vastus lateralis', [], { ona: '25-100|P' }),
  vastus_medialis: lower_limb('Vastus medialis', [], { ona: '25-100|P' }),
  vastus_intermedius: lower_limb('Vastus intermedius', [], { ona: '25-100|P' }),
  adductor_longus: lower_limb('Adductor longus', [], { ona: '50-150|P' }),
  adductor_brevis: lower_limb('Adductor brevis', [], { ona: '25-100|P' }),
  adductor_magnus: lower_limb('Adductor magnus', [], { ona: '50-200|P' }),
  gracilis: lower_limb('Gracilis', [], { ona: '25-100|P' }),
  hamstrings: lower_limb('Hamstrings', [], { ona: '50-200|P' }),
  biceps_femoris: lower_limb('Biceps femoris', [], { ona: '50-150|P' }),
  semitendinosus: lower_limb('Semitendinosus', [], { ona: '50-150|P' }),
  semimembranosus: lower_limb('Semimembranosus', [], { ona: '50-150|P' }),
  gluteus_maximus: lower_limb('Gluteus maximus', [], { ona: '50-150|P' }),
  gluteus_medius: lower_limb('Gluteus medius', [], { ona: '25-100|P' }),
  gluteus_minimus: lower_limb('Gluteus minimus', [], { ona: '25-100|P' }),
  obturator_internus: lower_limb('Obturator internus', [], { ona: '20-100|P' }),
  piriformis: lower_limb('Piriformis', [], { ona: '25-100|P' }),
  gastrocnemius: lower_limb('Gastrocnemius', ['GAS', 'calf'], { ona: '75-200|P', abo: '200-300|P' }),
  gastrocnemius_medial: lower_limb('Gastrocnemius, medial head', ['GCM'], {
    ona: '75',
    abo: '100-150|V:DYS-DCA',
  }),
  gastrocnemius_lateral: lower_limb('Gastrocnemius, lateral head', ['GCL'], {
    ona: '75',
    abo: '100-150|V:DYS-DCA',
  }),
  soleus: lower_limb('Soleus', ['SOL'], { ona: '75', abo: '330-500|V:DYS-DCA' }),
  popliteus: lower_limb('Popliteus', [], { ona: '10-60|P' }),
  tibialis_posterior: lower_limb('Tibialis posterior', ['TP'], { ona: '75', abo: '200-300|V:DYS-DCA' }),
  tibialis_anterior: lower_limb('Tibialis anterior', ['TAN'], { ona: '25-100|P' }),
  peroneus_longus: lower_limb('Peroneus longus', ['fibularis longus'], { ona: '25-100|P' }),
  peroneus_brevis: lower_limb('Peroneus brevis', ['fibularis brevis'], { ona: '10-60|P' }),
  peroneus_tertius: lower_limb('Peroneus tertius', ['fibularis tertius'], { ona: '10-40|P' }),
  flexor_hallucis_longus: lower_limb('Flexor hallucis longus', ['FHL'], {
    ona: '50',
    abo: '70-200|V:DYS-DCA',
  }),
  flexor_digitorum_longus: lower_limb('Flexor digitorum longus', ['FDL'], {
    ona: '50',
    abo: '130-200|V:DYS-DCA',
  }),
  flexor_hallucis_brevis: lower_limb('Flexor hallucis brevis', ['FHB'], { ona: '10-50|P' }),
  flexor_digitorum_brevis: lower_limb('Flexor digitorum brevis', ['FDB'], { ona: '10-50|P' }),
  quadratus_plantae: lower_limb('Quadratus plantae', ['flexor accessorius'], { ona: '10-50|P' }),
  abductor_hallucis: lower_limb('Abductor hallucis', ['AH'], { ona: '10-50|P' }),
  lumbricals_foot: lower_limb('Lumbricals of the foot', [], { ona: '5-25|P' }),
  interossei_foot: lower_limb('Interossei of the foot', [], { ona: '5-25|P' }),
  extensor_hallucis_longus: lower_limb('Extensor hallucis longus', ['EHL', 'striatal toe'], {
    ona: '20-60|P',
  }),
  extensor_digitorum_longus: lower_limb('Extensor digitorum longus', ['EDL'], { ona: '10-60|P' }),
  extensor_digitorum_brevis: lower_limb('Extensor digitorum brevis', ['EDB'], { ona: '5-30|P' }),

  axilla: skin('Axilla', ['armpit'], { ona: '50|V:BOT-HL', abo: '100-200 outside the US|V:DYS-HH' }),
  palm: skin('Palm', ['hand, palmar'], { ona: '50-100' }),
  sole: skin('Sole', ['foot, plantar'], { ona: '50-150|P' }),
  forehead_skin: midline(skin('Forehead (skin)', [], { ona: '5-50|P' })),
  scalp_skin: midline(skin('Scalp (skin)', [], { ona: '50-200|P' })),
  face_skin: skin('Face (skin)', [], { ona: '5-50|P' }),
  upper_lip_skin: midline(skin('Upper lip (skin)', [], { ona: '2-10|P' })),
  groin_skin: skin('Groin (skin)', [], { ona: '25-100|P' }),
  back_skin: skin('Back (skin)', [], { ona: '25-200|P' }),

  parotid: gland('Parotid gland', ['parotid', 'salivary gland'], {
    inco: '30|V:XEO-EPO,XEO-CSI',
    rima: '500-1500|V:MYO-HCP',
    ona: '15-50|P',
  }),
  submandibular_gland: gland('Submandibular gland', ['SMG', 'submaxillary gland'], {
    inco: '20|V:XEO-EPO,XEO-CSI',
    rima: '250|V:MYO-HCP',
    ona: '5-30|P',
  }),
  detrusor: midline(pelvis('Detrusor', ['bladder'], { ona: '100-200|P' })),
} satisfies Record<string, Row>;

export type MuscleSlug = keyof typeof ROWS;

export const MUSCLE_SLUGS = Object.keys(ROWS) as readonly MuscleSlug[];
export const MUSCLES = Object.fromEntries(
  MUSCLE_SLUGS.map((slug) => [slug, { slug, ...ROWS[slug] }]),
) as unknown as Readonly<Record<MuscleSlug, Muscle>>;

export function isMuscle(value: unknown): value is MuscleSlug {
  return typeof value === 'string' && Object.hasOwn(ROWS, value);
}

/** Parts whose slug does not begin with that of the whole. */
const WHOLES: Readonly<Partial<Record<MuscleSlug, MuscleSlug>>> = {
  scalenus_anterior: 'scalenes',
  scalenus_medius: 'scalenes',
  scalenus_posterior: 'scalenes',
  obliquus_capitis_inferior: 'suboccipitals',
  obliquus_capitis_superior: 'suboccipitals',
  rectus_capitis_posterior_major: 'suboccipitals',
  iliocostalis: 'thoracic_paraspinals',
  longissimus_thoracis: 'thoracic_paraspinals',
  psoas_major: 'iliopsoas',
  iliacus: 'iliopsoas',
  biceps_femoris: 'hamstrings',
  semitendinosus: 'hamstrings',
  semimembranosus: 'hamstrings',
};

/** The muscle that this one is a part of, where its slug does not say so. */
export function wholeOf(muscle: string): MuscleSlug | undefined {
  return isMuscle(muscle) ? WHOLES[muscle] : undefined;
}

/** @throws RangeError when the catalogue has no such muscle. */
export function muscleOf(slug: string): Muscle {
  if (!isMuscle(slug)) throw new RangeError(`No such muscle: ${slug}`);
  return MUSCLES[slug];
}

/** Muscles of the face and skin are found by eye; all others lie deep. */
export function liesDeep(slug: string): boolean {
  return !['face', 'skin'].includes(muscleOf(slug).region);
}

/** Muscles whose name or alias begins with the text, or any word of the name; best matches first. */
export function findMuscles(text: string): readonly Muscle[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const ranked = MUSCLE_SLUGS.map((slug) => ({ muscle: MUSCLES[slug], rank: rankOf(MUSCLES[slug], wanted) }));
  return ranked
    .filter(({ rank }) => rank < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ muscle }) => muscle);
}

function rankOf(muscle: Muscle, wanted: string): number {
  const names = [muscle.name, ...muscle.aliases].map((name) => name.toLowerCase());
  if (names.includes(wanted)) return 0;
  if (names.some((name) => name.startsWith(wanted))) return 1;
  return names.some((name) => name.split(/[ ,()]+/).some((word) => word.startsWith(wanted))) ? 2 : 3;
}

function region(name: MuscleRegion) {
  return (muscle: string, aliases: readonly string[], ranges: Ranges = {}): Row => ({
    name: muscle,
    region: name,
    paired: true,
    aliases,
    usualRange: Object.fromEntries(
      Object.entries(ranges).map(([product, range]) => [product, usualRange(range)]),
    ),
  });
}

function midline(row: Row): Row {
  return { ...row, paired: false };
}
