import { measured, OF_ITS_PRODUCT, type Meanings } from './meaning';

export const OF_SUPPLY = {
  lot: {
    holds: 'Vials of one product, size and expiry',
    columns: {
      product: 'The product',
      lot_number: 'Lot number on the vials',
      expires_on: 'Last day on which they may be used',
      vial_units: measured(OF_ITS_PRODUCT, 'What a full vial holds'),
      gtin: 'GS1 number of the pack',
      supplier: 'The clinic’s own stock, or a pharmacy’s for one patient',
      patient_id: 'For whom a pharmacy sent it',
      ordered_on: 'Day on which it was ordered',
      shipped_on: 'Day on which it was sent',
      arrived_on: 'Day on which it arrived',
      fridge: 'The refrigerator that it lies in',
      held_at: 'Since when nothing may be drawn from it',
      hold_reason: 'Why',
      released_at: 'When it was last released',
      released_by: 'The user who released it',
      release_reason: 'Why it may be used again',
    },
  },
  vial: {
    holds: 'One vial of a lot; what it holds is the sum of its movements',
    columns: {
      lot_id: 'The lot',
      serial: 'Serial number on the pack',
      opened_at: 'When it was opened',
      reconstituted_at: 'When it was made up',
      diluent_ml: measured('ml', 'Saline that it was made up with'),
      storage: 'Where it is kept since then',
    },
  },
  vial_movement: {
    holds: 'Units that went from one account to another; never changed',
    columns: {
      vial_id: 'The vial',
      from_account: 'From where: the vial itself, the supply, a patient, waste',
      to_account: 'To where',
      units: measured(OF_ITS_PRODUCT, 'How much'),
      session_root_id: 'The first version of the session that they were given in',
      reason: 'Why they were moved otherwise',
      moved_by: 'The user or script',
      moved_at: 'When',
    },
  },
  temperature_excursion: {
    holds: 'A refrigerator that left its range',
    columns: {
      fridge: 'The refrigerator',
      noticed_at: 'When it was noticed',
      temperature_c: measured('°C', 'How warm or cold it was'),
      recorded_by: 'The user',
      lot_ids: 'The lots that lay there then',
    },
  },
  protocol: {
    holds: 'One version of what a session may start from',
    columns: {
      name: 'Its name',
      indication: 'What for',
      product: 'The product',
      rows: 'Muscles, sides, units of the product, sites and millilitres',
      vial_units: measured(OF_ITS_PRODUCT, 'The vial that its dilution is of'),
      diluent_ml: measured('ml', 'Saline that this vial is made up with'),
      retired: 'No longer offered',
      made_by: 'The user',
    },
  },
} satisfies Meanings;
