import type { ToxinProduct } from '../units';

/** `skin` is an area injected into the skin and `gland` a salivary gland, not muscles; `pelvis` is the bladder’s. */
export const MUSCLE_REGIONS = [
  'face',
  'jaw',
  'larynx',
  'neck',
  'trunk',
  'upper_limb',
  'lower_limb',
  'skin',
  'gland',
  'pelvis',
] as const;
export type MuscleRegion = (typeof MUSCLE_REGIONS)[number];

/** `bilateral`: the units given are the total over both sides. */
export const INJECTION_SIDES = ['left', 'right', 'bilateral', 'midline'] as const;
export type InjectionSide = (typeof INJECTION_SIDES)[number];

/** Usual units of one product in one muscle of one side. For reading: no limit and no default is made from it. */
export interface UsualRange {
  readonly text: string;
  readonly source: string;
}

export interface Muscle {
  readonly slug: MuscleSlug;
  readonly name: string;
  readonly region: MuscleRegion;
  readonly paired: boolean;
  /** Other names that clinicians type. */
  readonly aliases: readonly string[];
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

/** Where toxin is given, by anatomical name. Ranges are per muscle and side; the tag follows the bar, `M` without one. */
const ROWS = {
  corrugator_supercilii: face('Corrugator supercilii', ['COR', 'corrugator'], { ona: '5|V:CPT-15' }),
  depressor_supercilii: face('Depressor supercilii', ['DSC']),
  procerus: midline(face('Procerus', ['PRO'], { ona: '5|V:CPT-15' })),
  frontalis: face('Frontalis', ['FRO'], { ona: '10|V:CPT-15' }),
  temporalis: jaw('Temporalis', ['TEM'], { ona: '20|V:CPT-15,TMD-T1' }),
  occipitalis: face('Occipitalis', ['OCC'], { ona: '15|V:CPT-15' }),
  posterior_auricular: face('Posterior auricular', ['auricularis posterior', 'PAM']),
  orbicularis_oculi: face('Orbicularis oculi', ['OOC', 'eyelid'], { ona: '20 (4 x 5)|V:HFS-4x5' }),
  orbicularis_oculi_upper_lid: face('Orbicularis oculi, upper lid', ['OOC-U'], {
    ona: '1.25-2.5 a site|V:BOT-DC',
  }),
  orbicularis_oculi_lower_lid: face('Orbicularis oculi, lower lid', ['OOC-L'], {
    ona: '1.25-2.5 a site|V:BOT-DC',
  }),
  zygomaticus_major: face('Zygomaticus major', ['ZYG'], { ona: '1-5' }),
  zygomaticus_minor: face('Zygomaticus minor', []),
  levator_labii_superioris: face('Levator labii superioris', ['LLS'], { ona: '1-5' }),
  levator_labii_superioris_alaeque_nasi: face('Levator labii superioris alaeque nasi', ['LLSAN']),
  nasalis: face('Nasalis', []),
  risorius: face('Risorius', ['RIS'], { ona: '1-5' }),
  buccinator: face('Buccinator', []),
  orbicularis_oris: face('Orbicularis oris', ['OOR'], { ona: '1-5' }),
  depressor_anguli_oris: face('Depressor anguli oris', ['DAO'], { ona: '1-5' }),
  depressor_labii_inferioris: face('Depressor labii inferioris', ['DLI']),
  mentalis: face('Mentalis', ['MEN'], { ona: '1-5' }),
  platysma: face('Platysma', ['PLA'], { ona: '1-5' }),

  masseter: jaw('Masseter', ['MAS'], { ona: '30|V:TMD-T1' }),
  medial_pterygoid: jaw('Medial pterygoid', ['MPT']),
  lateral_pterygoid: jaw('Lateral pterygoid', ['LPT']),
  digastric: jaw('Digastric', ['DIG']),
  mylohyoid: jaw('Mylohyoid', []),
  geniohyoid: jaw('Geniohyoid', []),
  genioglossus: jaw('Genioglossus', ['tongue']),
  hyoglossus: jaw('Hyoglossus', []),
  styloglossus: jaw('Styloglossus', []),
  tensor_veli_palatini: jaw('Tensor veli palatini', ['TVP', 'palate, tensor']),
  levator_veli_palatini: jaw('Levator veli palatini', ['LVP', 'palate, levator']),

  thyroarytenoid: larynx('Thyroarytenoid', ['TA', 'vocal cord', 'vocal fold'], { ona: '1-5 in all' }),
  lateral_cricoarytenoid: larynx('Lateral cricoarytenoid', ['LCA']),
  posterior_cricoarytenoid: larynx('Posterior cricoarytenoid', ['PCA']),
  interarytenoid: midline(larynx('Interarytenoid', ['IA'])),
  cricothyroid: larynx('Cricothyroid', ['CT']),

  splenius_capitis: neck('Splenius capitis', ['SPL', 'splenius'], { ona: '15-100' }),
  splenius_cervicis: neck('Splenius cervicis', []),
  sternocleidomastoid: neck('Sternocleidomastoid', ['SCM'], {
    ona: '15-75',
    abo: 'up to 150 when one side|V:DYS-CD',
  }),
  trapezius: neck('Trapezius', ['TRA', 'upper trapezius'], { ona: '20-100' }),
  levator_scapulae: neck('Levator scapulae', ['LEV', 'LS'], { ona: '20-100' }),
  semispinalis_capitis: neck('Semispinalis capitis', ['SSC'], { ona: '15-100' }),
  semispinalis_cervicis: neck('Semispinalis cervicis', []),
  scalenes: neck('Scalenes', ['SCA', 'scalenus'], { ona: '15-50' }),
  scalenus_anterior: neck('Scalenus anterior', ['anterior scalene']),
  scalenus_medius: neck('Scalenus medius', ['middle scalene']),
  scalenus_posterior: neck('Scalenus posterior', ['posterior scalene']),
  longissimus_capitis: neck('Longissimus capitis', ['longissimus'], { ona: '15-50' }),
  longissimus_cervicis: neck('Longissimus cervicis', []),
  obliquus_capitis_inferior: neck('Obliquus capitis inferior', ['OCI'], { ona: '15-50' }),
  obliquus_capitis_superior: neck('Obliquus capitis superior', ['OCS']),
  rectus_capitis_posterior_major: neck('Rectus capitis posterior major', ['RCPM']),
  longus_colli: neck('Longus colli', []),
  longus_capitis: neck('Longus capitis', []),
  cervical_paraspinals: neck('Cervical paraspinals', ['CPS'], { ona: '10|V:CPT-15' }),
  suboccipitals: neck('Suboccipitals', []),
  omohyoid: neck('Omohyoid', []),
  sternohyoid: neck('Sternohyoid', ['strap muscles']),
  thyrohyoid: neck('Thyrohyoid', []),
  cricopharyngeus: midline(neck('Cricopharyngeus', ['UES', 'upper oesophageal sphincter'])),

  thoracic_paraspinals: trunk('Thoracic paraspinals', []),
  iliocostalis: trunk('Iliocostalis', []),
  longissimus_thoracis: trunk('Longissimus thoracis', []),
  lumbar_paraspinals: trunk('Lumbar paraspinals', ['erector spinae', 'low back'], { ona: 'about 100' }),
  multifidus: trunk('Multifidus', []),
  quadratus_lumborum: trunk('Quadratus lumborum', ['QL']),
  rhomboids: trunk('Rhomboids', []),
  supraspinatus: trunk('Supraspinatus', []),
  infraspinatus: trunk('Infraspinatus', []),
  rectus_abdominis: trunk('Rectus abdominis', ['abdominals']),
  external_oblique: trunk('External oblique', []),
  internal_oblique: trunk('Internal oblique', []),
  transversus_abdominis: trunk('Transversus abdominis', []),

  pectoralis_major: upper_limb('Pectoralis major', ['pec']),
  pectoralis_minor: upper_limb('Pectoralis minor', []),
  latissimus_dorsi: upper_limb('Latissimus dorsi', []),
  teres_major: upper_limb('Teres major', []),
  teres_minor: upper_limb('Teres minor', []),
  serratus_anterior: upper_limb('Serratus anterior', []),
  coracobrachialis: upper_limb('Coracobrachialis', []),
  subscapularis: upper_limb('Subscapularis', []),
  deltoid: upper_limb('Deltoid', []),
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
  triceps_brachii: upper_limb('Triceps brachii', ['triceps']),
  pronator_teres: upper_limb('Pronator teres', ['PTE', 'PT'], {
    ona: '15-25',
    abo: '100-200',
    inco: '25-75|V:XEO-PI',
  }),
  pronator_quadratus: upper_limb('Pronator quadratus', ['PQ'], { ona: '10-50', inco: '10-50|V:XEO-PI' }),
  supinator: upper_limb('Supinator', []),
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
  palmaris_longus: upper_limb('Palmaris longus', ['PL']),
  extensor_carpi_radialis: upper_limb('Extensor carpi radialis', ['ECR']),
  extensor_carpi_radialis_longus: upper_limb('Extensor carpi radialis longus', ['ECRL']),
  extensor_carpi_radialis_brevis: upper_limb('Extensor carpi radialis brevis', ['ECRB']),
  extensor_carpi_ulnaris: upper_limb('Extensor carpi ulnaris', ['ECU']),
  extensor_digitorum: upper_limb('Extensor digitorum', ['EDC']),
  extensor_indicis: upper_limb('Extensor indicis', ['EIP']),
  extensor_pollicis_longus: upper_limb('Extensor pollicis longus', ['EPL']),
  abductor_pollicis_longus: upper_limb('Abductor pollicis longus', ['APL (forearm)']),
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
  abductor_pollicis_brevis: upper_limb('Abductor pollicis brevis', ['APB']),
  lumbricals_hand: upper_limb('Lumbricals of the hand', ['lumbricals'], { ona: '5-10' }),
  interossei_hand: upper_limb('Interossei of the hand', ['interossei'], { ona: '5-10' }),
  first_dorsal_interosseous: upper_limb('First dorsal interosseous', ['FDI']),
  abductor_digiti_minimi: upper_limb('Abductor digiti minimi', ['ADM']),
  flexor_digiti_minimi_brevis: upper_limb('Flexor digiti minimi brevis', ['FDM']),
  opponens_digiti_minimi: upper_limb('Opponens digiti minimi', ['ODM']),

  iliopsoas: lower_limb('Iliopsoas', []),
  psoas_major: lower_limb('Psoas major', ['psoas']),
  iliacus: lower_limb('Iliacus', []),
  sartorius: lower_limb('Sartorius', ['SAR']),
  tensor_fasciae_latae: lower_limb('Tensor fasciae latae', ['TFL']),
  pectineus: lower_limb('Pectineus', []),
  rectus_femoris: lower_limb('Rectus femoris', []),
  vastus_lateralis: lower_limb('Vastus lateralis', []),
  vastus_medialis: lower_limb('Vastus medialis', []),
  vastus_intermedius: lower_limb('Vastus intermedius', []),
  adductor_longus: lower_limb('Adductor longus', []),
  adductor_brevis: lower_limb('Adductor brevis', []),
  adductor_magnus: lower_limb('Adductor magnus', []),
  gracilis: lower_limb('Gracilis', []),
  hamstrings: lower_limb('Hamstrings', []),
  biceps_femoris: lower_limb('Biceps femoris', []),
  semitendinosus: lower_limb('Semitendinosus', []),
  semimembranosus: lower_limb('Semimembranosus', []),
  gluteus_maximus: lower_limb('Gluteus maximus', []),
  gluteus_medius: lower_limb('Gluteus medius', []),
  gluteus_minimus: lower_limb('Gluteus minimus', []),
  obturator_internus: lower_limb('Obturator internus', []),
  piriformis: lower_limb('Piriformis', []),
  gastrocnemius: lower_limb('Gastrocnemius', ['GAS', 'calf']),
  gastrocnemius_medial: lower_limb('Gastrocnemius, medial head', ['GCM'], {
    ona: '75',
    abo: '100-150|V:DYS-DCA',
  }),
  gastrocnemius_lateral: lower_limb('Gastrocnemius, lateral head', ['GCL'], {
    ona: '75',
    abo: '100-150|V:DYS-DCA',
  }),
  soleus: lower_limb('Soleus', ['SOL'], { ona: '75', abo: '330-500|V:DYS-DCA' }),
  popliteus: lower_limb('Popliteus', []),
  tibialis_posterior: lower_limb('Tibialis posterior', ['TP'], { ona: '75', abo: '200-300|V:DYS-DCA' }),
  tibialis_anterior: lower_limb('Tibialis anterior', ['TAN']),
  peroneus_longus: lower_limb('Peroneus longus', ['fibularis longus']),
  peroneus_brevis: lower_limb('Peroneus brevis', ['fibularis brevis']),
  peroneus_tertius: lower_limb('Peroneus tertius', ['fibularis tertius']),
  flexor_hallucis_longus: lower_limb('Flexor hallucis longus', ['FHL'], {
    ona: '50',
    abo: '70-200|V:DYS-DCA',
  }),
  flexor_digitorum_longus: lower_limb('Flexor digitorum longus', ['FDL'], {
    ona: '50',
    abo: '130-200|V:DYS-DCA',
  }),
  flexor_hallucis_brevis: lower_limb('Flexor hallucis brevis', ['FHB']),
  flexor_digitorum_brevis: lower_limb('Flexor digitorum brevis', ['FDB']),
  quadratus_plantae: lower_limb('Quadratus plantae', ['flexor accessorius']),
  abductor_hallucis: lower_limb('Abductor hallucis', ['AH']),
  lumbricals_foot: lower_limb('Lumbricals of the foot', []),
  interossei_foot: lower_limb('Interossei of the foot', []),
  extensor_hallucis_longus: lower_limb('Extensor hallucis longus', ['EHL', 'striatal toe']),
  extensor_digitorum_longus: lower_limb('Extensor digitorum longus', ['EDL']),
  extensor_digitorum_brevis: lower_limb('Extensor digitorum brevis', ['EDB']),

  axilla: skin('Axilla', ['armpit'], { ona: '50|V:BOT-HL', abo: '100 outside the US|V:DYS-HH' }),
  palm: skin('Palm', ['hand, palmar'], { ona: '50-100' }),
  sole: skin('Sole', ['foot, plantar']),
  forehead_skin: midline(skin('Forehead (skin)', [])),
  scalp_skin: midline(skin('Scalp (skin)', [])),
  face_skin: skin('Face (skin)', []),
  upper_lip_skin: midline(skin('Upper lip (skin)', [])),
  groin_skin: skin('Groin (skin)', []),
  back_skin: skin('Back (skin)', []),

  parotid: gland('Parotid gland', ['parotid', 'salivary gland'], {
    inco: '30|V:XEO-EPO,XEO-CSI',
    rima: '500-1500|V:MYO-HCP',
  }),
  submandibular_gland: gland('Submandibular gland', ['SMG', 'submaxillary gland'], {
    inco: '20|V:XEO-EPO,XEO-CSI',
    rima: '250|V:MYO-HCP',
  }),
  detrusor: midline(pelvis('Detrusor', ['bladder'])),
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

function usualRange(range: string): UsualRange {
  const [text, source = 'M'] = range.split('|');
  return { text: text!.replace(/[\d.][\d.-]*/, '$& U'), source };
}
