import type { ImportColumns } from './file/map-columns';

export const IMPORT_KINDS = ['patients', 'courses', 'external-doses', 'authorizations'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** The columns that a file of each kind may have, in the order of its template. */
export const IMPORT_COLUMNS: Readonly<Record<ImportKind, ImportColumns>> = {
  patients: {
    mrn: { kind: 'text', pointer: '/mrn', required: true },
    familyName: { kind: 'text', pointer: '/familyName', required: true },
    givenName: { kind: 'text', pointer: '/givenName' },
    birthDate: { kind: 'day', pointer: '/birthDate', required: true, mayBeUnknown: true },
    sex: { kind: 'word', pointer: '/sex', required: true },
    phone: { kind: 'text', pointer: '/phone' },
    email: { kind: 'text', pointer: '/email' },
    payer: { kind: 'text', pointer: '/payer' },
    referrerName: { kind: 'text', pointer: '/referrerName' },
    referrerAddress: { kind: 'text', pointer: '/referrerAddress' },
    weightKg: { kind: 'number', pointer: '/weight/kg' },
    weightMeasuredOn: { kind: 'day', pointer: '/weight/measuredOn' },
    handedness: { kind: 'word', pointer: '/handedness' },
    priorToxinTolerance: { kind: 'yes-no', pointer: '/priorToxinTolerance' },
    deceasedOn: { kind: 'day', pointer: '/deceasedOn' },
    notDuplicateOf: { kind: 'text', pointer: '/notDuplicateOf' },
  },
  courses: {
    mrn: { kind: 'text', pointer: '/mrn', required: true },
    indication: { kind: 'slug', pointer: '/indication', required: true },
    side: { kind: 'word', pointer: '/side' },
    etiology: { kind: 'slug', pointer: '/etiology' },
    diagnosisCode: { kind: 'text', pointer: '/diagnosisCode' },
    plannedProduct: { kind: 'product', pointer: '/plannedProduct', required: true },
    interval: { kind: 'text', pointer: '/interval' },
    minInterval: { kind: 'text', pointer: '/minInterval' },
    startedOn: { kind: 'day', pointer: '/startedOn' },
    endedOn: { kind: 'day', pointer: '/endedOn' },
    endReason: { kind: 'text', pointer: '/endReason' },
  },
  'external-doses': {
    mrn: { kind: 'text', pointer: '/mrn', required: true },
    givenOn: { kind: 'day', pointer: '/givenOn', required: true },
    product: { kind: 'product', pointer: '/product' },
    brand: { kind: 'text', pointer: '/brand' },
    units: { kind: 'number', pointer: '/units' },
    region: { kind: 'text', pointer: '/region' },
    indication: { kind: 'text', pointer: '/indication' },
    givenBy: { kind: 'text', pointer: '/givenBy' },
    source: { kind: 'word', pointer: '/source', required: true },
    note: { kind: 'text', pointer: '/note' },
  },
  authorizations: {
    mrn: { kind: 'text', pointer: '/mrn', required: true },
    payer: { kind: 'text', pointer: '/payer', required: true },
    product: { kind: 'product', pointer: '/product', required: true },
    indication: { kind: 'slug', pointer: '/indication' },
    number: { kind: 'text', pointer: '/number', required: true },
    startsOn: { kind: 'day', pointer: '/startsOn', required: true },
    endsOn: { kind: 'day', pointer: '/endsOn', required: true },
    billingUnitsApproved: { kind: 'number', pointer: '/billingUnitsApproved' },
    sessionsApproved: { kind: 'number', pointer: '/sessionsApproved' },
    note: { kind: 'text', pointer: '/note' },
  },
};
