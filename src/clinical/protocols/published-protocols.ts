import type { IndicationSlug } from '../catalogue/indications';
import type { InjectionSide, MuscleSlug } from '../catalogue/muscles';
import type { ToxinProduct } from '../units';
import type { Protocol, ProtocolRow } from './protocol';

/** A protocol that a label or a trial gives, with where it stands. It has one version and nobody changes it. */
export interface PublishedProtocol extends Protocol {
  readonly source: string;
}

type Row = readonly [muscle: MuscleSlug, side: InjectionSide, units: number, sites: number | null];

/** What every protocol of PREEMPT gives in the same way. */
const FOREHEAD_AND_NECK: readonly Row[] = [
  ['corrugator_supercilii', 'bilateral', 10, 2],
  ['procerus', 'midline', 5, 1],
  ['frontalis', 'bilateral', 20, 4],
  ['cervical_paraspinals', 'bilateral', 20, 4],
];

/**
 * Which protocols has somebody published?
 *
 * Units, and sites where the source counts them; no volumes, for those are the clinic's dilution. What a source leaves to
 * the injector, as in the neck or a spastic arm, is no protocol here: a clinic keeps its own.
 */
export const PUBLISHED_PROTOCOLS: readonly PublishedProtocol[] = [
  published('784e730c-e8b3-46ac-aeea-6df815f0b86a', 'PREEMPT 155 U', ['chronic_migraine', 'ona'], {
    rows: [
      ...FOREHEAD_AND_NECK,
      ['temporalis', 'bilateral', 40, 8],
      ['occipitalis', 'bilateral', 30, 6],
      ['trapezius', 'bilateral', 30, 6],
    ],
    source: '31 sites of 5 U each (V:CPT-15)',
  }),
  published('8ba6e5ce-8461-4b26-8dc1-9c1eedd98d50', 'PREEMPT 195 U', ['chronic_migraine', 'ona'], {
    rows: [
      ...FOREHEAD_AND_NECK,
      ['temporalis', 'bilateral', 50, 10],
      ['occipitalis', 'bilateral', 40, 8],
      ['trapezius', 'bilateral', 50, 10],
    ],
    source:
      '39 sites of 5 U each, the eight more where it hurts (V:EHF); how they lie over the muscles here: one more a side in temporalis and occipitalis, two in trapezius (M)',
  }),
  published('ddc57b95-6a3d-469e-b5b7-7b2a974c182a', 'Label start 15 U', ['blepharospasm', 'ona'], {
    rows: [
      ['orbicularis_oculi_upper_lid', 'bilateral', 10, 4],
      ['orbicularis_oculi_lower_lid', 'bilateral', 5, 2],
    ],
    source:
      'pretarsal, 1.25-2.5 U a site: upper lid medial and lateral, lower lid lateral; not the middle of the upper lid, not the medial lower lid (V:BOT-DC)',
  }),
  published('b300edd4-dd7d-4e86-80a0-6a7c320b1fba', 'Eyelids 4 × 5 U', ['hemifacial_spasm', 'ona'], {
    rows: [['orbicularis_oculi', 'right', 20, 4]],
    source: 'four sites of 5 U in the orbicularis oculi of the affected side (V:HFS-4x5)',
  }),
  published('7ef1d21f-df1c-4dfe-8247-262b7e46df32', 'Label 100 U', ['hyperhidrosis_axillary', 'ona'], {
    rows: [
      ['axilla', 'right', 50, 10],
      ['axilla', 'left', 50, 10],
    ],
    source: '50 U an axilla, intradermal, in 10-15 sites 1-2 cm apart (V:BOT-HL,BOT-MS)',
  }),
  published('5c7cad8a-a4ee-4d9b-8cde-e687cc0af393', 'Trial dose 100 U', ['tmj_dysfunction', 'ona'], {
    rows: [
      ['masseter', 'bilateral', 60, null],
      ['temporalis', 'bilateral', 40, null],
    ],
    source: '30 U a masseter and 20 U an anterior temporalis (V:TMD-T1)',
  }),
  published('ab6a5da9-cb32-40ad-ba3a-e116cabaa083', 'Label 100 U', ['sialorrhea', 'inco'], {
    rows: [
      ['parotid', 'bilateral', 60, null],
      ['submandibular_gland', 'bilateral', 40, null],
    ],
    source: 'adults: 30 U a parotid and 20 U a submandibular gland (V:XEO-EPO,XEO-CSI)',
  }),
];

function published(
  id: string,
  name: string,
  [indication, product]: readonly [IndicationSlug, ToxinProduct],
  { rows, source }: { readonly rows: readonly Row[]; readonly source: string },
): PublishedProtocol {
  return { id, version: 1, name, indication, product, rows: rows.map(rowOf), dilution: null, source };
}

function rowOf([muscle, side, units, sites]: Row): ProtocolRow {
  return { muscle, side, units, sites, volumeMl: null };
}
