import type { ImportColumns } from './file/map-columns';

export const IMPORT_KINDS = ['patients'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** The columns that a file of each kind may have, in the order of its template. */
export const IMPORT_COLUMNS: Readonly<Record<ImportKind, ImportColumns>> = {
  patients: {
    mrn: { kind: 'text', pointer: '/mrn', required: true },
    familyName: { kind: 'text', pointer: '/familyName', required: true },
    givenName: { kind: 'text', pointer: '/givenName', required: true },
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
};
