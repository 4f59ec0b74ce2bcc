import type { Dose, ToxinProduct } from '../units';

/** A statement and where it was read (`V:` key), or `M` from memory, `P` proposed. Shown, never calculated with. */
export interface SourcedText {
  readonly text: string;
  readonly source: string;
}

export interface Product {
  readonly slug: ToxinProduct;
  readonly brand: string;
  readonly generic: string;
  readonly serotype: 'A' | 'B';
  /** Labelled content of the single-dose vials, in this product's units. */
  readonly vialUnits: readonly number[];
  readonly vialSource: string;
  readonly hcpcs: string;
  /** Units of this product in one HCPCS billing unit. */
  readonly unitsPerBillingUnit: number;
  readonly billingSource: string;
  readonly onset: SourcedText;
  readonly duration: SourcedText;
  readonly storage: SourcedText;
  readonly diluent: SourcedText;
  readonly containsAlbumin: boolean;
  readonly notes: readonly SourcedText[];
}

const NOT_INTERCHANGEABLE = {
  text: 'Units of this product cannot be compared with or converted into units of another.',
  source: 'V:DYS-CD,XEO-DC,MYO-RG',
};

/** The five products on the US market. The hours of use after reconstitution are rules: `S11.*` in `session-rules.ts`. */
export const PRODUCTS: Readonly<Record<ToxinProduct, Product>> = {
  ona: {
    slug: 'ona',
    brand: 'Botox',
    generic: 'onabotulinumtoxinA',
    serotype: 'A',
    vialUnits: [50, 100, 200],
    vialSource: 'V:BOT-MS',
    hcpcs: 'J0585',
    unitsPerBillingUnit: 1,
    billingSource: 'V:NOR-PA',
    onset: {
      text: 'Neck: within 2 weeks, best at about 6 weeks. Eyelid: 3 days, peak 1-2 weeks.',
      source: 'V:BOT-MS,BOT-DC',
    },
    duration: { text: 'About 3 months; armpit median 201 days.', source: 'V:BOT-HH' },
    storage: { text: '2-8 °C, to the printed expiry.', source: 'V:BOT-STO' },
    diluent: { text: 'Preservative-free 0.9 % saline; discard a vial without vacuum.', source: 'V:BOT-PDR' },
    containsAlbumin: true,
    notes: [NOT_INTERCHANGEABLE],
  },
  abo: {
    slug: 'abo',
    brand: 'Dysport',
    generic: 'abobotulinumtoxinA',
    serotype: 'A',
    vialUnits: [300, 500],
    vialSource: 'V:DYS-DC',
    hcpcs: 'J0586',
    unitsPerBillingUnit: 5,
    billingSource: 'V:NOR-PA',
    onset: { text: 'Clear by week 2, peak at about week 4.', source: 'V:ODER' },
    duration: { text: 'Neck 12-16 weeks.', source: 'V:DYS-CON' },
    storage: { text: '2-8 °C, away from light.', source: 'M' },
    diluent: { text: 'Preservative-free 0.9 % saline; discard a vial without vacuum.', source: 'V:DYS-DC' },
    containsAlbumin: true,
    notes: [
      NOT_INTERCHANGEABLE,
      { text: 'Not in cow’s milk protein allergy.', source: 'V:DYS-MPR' },
      { text: 'At most 1 mL a site in adults, 0.5 mL in children.', source: 'V:DYS-AS,DYS-PED' },
    ],
  },
  inco: {
    slug: 'inco',
    brand: 'Xeomin',
    generic: 'incobotulinumtoxinA',
    serotype: 'A',
    vialUnits: [50, 100, 200],
    vialSource: 'V:XEO-BSP',
    hcpcs: 'J0588',
    unitsPerBillingUnit: 1,
    billingSource: 'V:NOR-PA',
    onset: { text: 'About 1 week.', source: 'M' },
    duration: { text: '12-14 weeks in most patients with upper-limb spasticity.', source: 'V:XEO-DC' },
    storage: { text: '20-25 °C, 2-8 °C or -20 to -10 °C.', source: 'V:XEO-STO' },
    diluent: { text: 'Preservative-free 0.9 % saline; discard a vial without vacuum.', source: 'V:XEO-STO' },
    containsAlbumin: true,
    notes: [NOT_INTERCHANGEABLE, { text: 'No complexing proteins.', source: 'V:XEO-ASHP' }],
  },
  rima: {
    slug: 'rima',
    brand: 'Myobloc',
    generic: 'rimabotulinumtoxinB',
    serotype: 'B',
    vialUnits: [2500, 5000, 10000],
    vialSource: 'V:MYO-SUP',
    hcpcs: 'J0587',
    unitsPerBillingUnit: 100,
    billingSource: 'V:NOR-PA',
    onset: { text: 'Assessed at about 4 weeks.', source: 'V:LEW' },
    duration: { text: '12-16 weeks at 5,000-10,000 U.', source: 'V:MYO-RG' },
    storage: { text: '2-8 °C; never freeze, never shake, away from light.', source: 'V:MYO-SUP' },
    diluent: { text: 'Ready to use; may be diluted with saline.', source: 'V:MYO-PP' },
    containsAlbumin: true,
    notes: [
      NOT_INTERCHANGEABLE,
      {
        text: 'The first dose depends on having tolerated botulinum toxin before, not on the dose of another product.',
        source: 'V:MYO-RG,MYO-HCP',
      },
      { text: 'After failure of type A it may restore response, often temporarily.', source: 'V:DRE03,BAR' },
    ],
  },
  daxi: {
    slug: 'daxi',
    brand: 'Daxxify',
    generic: 'daxibotulinumtoxinA-lanm',
    serotype: 'A',
    vialUnits: [50, 100],
    vialSource: 'V:DAX-ACC,DAX-MS',
    hcpcs: 'J0589',
    unitsPerBillingUnit: 1,
    billingSource: 'V:DAX-ACC',
    onset: { text: 'About 1-2 weeks; trials looked at weeks 4-6.', source: 'M; V:ASPEN' },
    duration: {
      text: 'Neck: median 24.0 weeks (125 U) and 20.3 weeks (250 U) until 80 % of the peak gain was lost.',
      source: 'V:ASPEN',
    },
    storage: { text: 'Room temperature or 2-8 °C, away from light.', source: 'M' },
    diluent: { text: 'Saline.', source: 'M' },
    containsAlbumin: false,
    notes: [NOT_INTERCHANGEABLE],
  },
};

/** HCPCS units of a dose, to a hundredth: 640 U Dysport are 128, 155 U Botox are 155. */
export function billingUnits(dose: Dose): number {
  return Math.round((dose.units * 100) / PRODUCTS[dose.product].unitsPerBillingUnit) / 100;
}
