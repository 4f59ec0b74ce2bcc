import { INDICATION_SLUGS, indicationOf, type IndicationSlug } from './indications';

/** What else clinics call an indication, in English, German and Spanish. A word that fits several, as `migraine`, is not here. */
const OTHER_NAMES: Readonly<Partial<Record<IndicationSlug, readonly string[]>>> = {
  chronic_migraine: ['Chronische Migräne', 'Migraña crónica'],
  tension_headache: ['Tension headache', 'Spannungskopfschmerz', 'Cefalea tensional'],
  cervical_dystonia: [
    'Torticollis',
    'Spasmodic torticollis',
    'Zervikale Dystonie',
    'Cervikale Dystonie',
    'Torticollis spasmodicus',
    'Distonía cervical',
    'Tortícolis espasmódica',
  ],
  chronic_neck_pain: ['Neck pain', 'Chronic neck pain'],
  chronic_back_pain: ['Back pain', 'Chronic back pain', 'Low back pain'],
  blepharospasm: ['Benign essential blepharospasm', 'Blepharospasmus', 'Blefaroespasmo'],
  hemifacial_spasm: ['HFS', 'Spasmus hemifacialis', 'Espasmo hemifacial'],
  spasticity_upper: ['Upper extremity spasticity', 'Arm spasticity', 'Armspastik'],
  spasticity_lower: ['Lower extremity spasticity', 'Leg spasticity', 'Beinspastik'],
  hyperhidrosis_axillary: ['Hyperhidrosis axillaris', 'Axilläre Hyperhidrose', 'Hiperhidrosis axilar'],
  hyperhidrosis_other: ['Palmar hyperhidrosis', 'Plantar hyperhidrosis', 'Facial hyperhidrosis'],
  sialorrhea: ['Sialorrhoea', 'Drooling', 'Sialorrhö', 'Sialorrea'],
  tmj_dysfunction: ['TMJ disorder', 'Temporomandibular disorder', 'Craniomandibular dysfunction'],
  tremor: ['Hand tremor', 'Head tremor', 'Voice tremor'],
};

const BY_NAME = new Map<string, IndicationSlug>(
  INDICATION_SLUGS.flatMap((slug) => {
    const { name, shortName } = indicationOf(slug);
    return [slug, name, shortName ?? name, ...(OTHER_NAMES[slug] ?? [])].map(
      (written) => [plainName(written), slug] as const,
    );
  }),
);

/**
 * Which indication does somebody mean who writes this in a file? By its slug or one of its names as a whole, whatever the
 * letters' case, marks, hyphens and blanks.
 */
export function indicationNamed(text: string): IndicationSlug | undefined {
  return BY_NAME.get(plainName(text));
}

function plainName(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}
