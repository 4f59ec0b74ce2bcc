import { randomUUID } from 'node:crypto';
import { aCourse, aPatient, aSession } from './builders';

/** Ids of things that exist, to be spoken of in a body. */
export interface Existing {
  readonly patientId: string;
  readonly courseId: string;
  readonly sessionId: string;
  readonly lotId?: string;
}

const INJECTIONS = [
  {
    muscle: 'trapezius',
    side: 'left',
    units: 50,
    sites: 2,
    volumeMl: 0.5,
    guidance: 'emg',
    points: [
      { x: 0.25, y: 0.5, units: 20 },
      { x: 0.75, y: 0.5, units: 30 },
    ],
  },
];
const VIALS = [
  {
    lotNumber: 'C1',
    expiresOn: '2027-01-31',
    vialUnits: 100,
    openedAt: '2026-08-03T14:00:00Z',
    reconstitutedAt: '2026-08-03T14:00:00Z',
    diluentMl: 2,
    unitsDiscarded: 50,
  },
];
const CONFIRMED = [{ code: 'S02', reason: 'back early, in pain' }];
const MEASUREMENTS = [{ scale: 'tsui', phase: 'peak', value: 8, measuredOn: '2026-09-01' }];
const RESPONSE = {
  assessedOn: '2026-09-07',
  onsetOn: '2026-08-10',
  woreOffOn: '2026-11-02',
  stillEffectiveOn: '2026-10-01',
  improvementPct: 60,
  pgic: 2,
  peakEffect: 3,
  measurements: MEASUREMENTS,
};
const SETTINGS = {
  closedWeekdays: ['sunday'],
  closedDays: ['2026-12-25'],
  leadDays: 30,
  onTimeDays: 28,
  lapseDays: 366,
};

const SETTINGS_CHANGE = {
  ...SETTINGS,
  zone: null,
  intervals: [{ indication: 'tremor', product: 'ona', minInterval: 'P84D', interval: 'P16W' }],
  crossCourseMinimum: true,
  ruleValues: { 'S01.usual.default': 84 },
};

/** A right body of every operation that takes one. */
export const RIGHT: Readonly<Record<string, (made: Existing) => object>> = {
  'POST /patients': () =>
    aPatient({
      id: randomUUID(),
      weight: { kg: 70, measuredOn: '2026-11-01' },
      precautions: ['dysphagia'],
      email: 'a@example.org',
    }),
  // A file, not JSON: whatever is sent as JSON is refused.
  'POST /imports': () => ({}),
  'POST /imports/look': () => ({}),
  'POST /imports/{id}/cancel': () => ({ x: 1 }),
  'PATCH /patients/{id}': () => ({
    phone: null,
    weight: { kg: 70, measuredOn: '2026-11-01' },
    deceasedOn: null,
    payer: 'Acme',
  }),
  // Into the patient of whom all else speaks: of that one itself it is refused.
  'POST /patients/{id}/merge': (made) => ({ intoId: made.patientId, reason: 'registered twice' }),
  'POST /merges/{id}/undo': () => ({ reason: 'they are sisters' }),
  'POST /patients/{id}/precautions': () => ({
    code: 'inr',
    startedOn: '2026-11-02',
    endedOn: '2026-12-01',
    askedOn: '2026-11-20',
    value: 2.4,
    source: 'laboratory',
    note: 'x',
  }),
  'PATCH /precautions/{id}': () => ({ startedOn: '2026-11-02', endedOn: null, askedOn: '2026-11-20' }),
  'POST /patients/{id}/pregnancy-answers': () => ({ askedOn: '2026-11-20', answer: 'not-pregnant' }),
  'POST /courses': (made) =>
    aCourse(made.patientId, {
      indication: 'spasticity_upper',
      side: 'left',
      etiology: 'stroke',
      diagnosisCode: 'I69.354',
      secondDiagnosisCode: null,
      interval: 'P12W',
      minInterval: 'P84D',
      startedOn: '2026-01-01',
      triedBefore: 'Baclofen 2024, no effect',
      guidanceReason: 'Deep muscles of the forearm.',
    }),
  'PATCH /courses/{id}': () => ({
    interval: 'P12W',
    minInterval: 'P84D',
    overrideDueOn: '2026-12-21',
    overrideReason: 'journey',
    plannedProduct: 'ona',
    diagnosisCode: 'G24.3',
    secondDiagnosisCode: null,
    triedBefore: 'Trihexyphenidyl 2024, no effect',
    guidanceReason: 'Muscles behind the great vessels.',
  }),
  'POST /courses/{id}/holds': () => ({
    fromOn: '2026-11-20',
    untilOn: '2026-12-21',
    reason: 'infection',
    concerns: 'patient',
  }),
  'POST /courses/{id}/holds/{holdId}/lift': () => ({ reason: 'healed' }),
  'POST /courses/{id}/end': () => ({ on: '2026-11-23', reason: 'remission' }),
  'POST /courses/{id}/reopen': () => ({ reason: 'ended by mistake' }),
  'POST /courses/{id}/appointments': () => ({
    startsAt: '2026-12-07T15:00:00Z',
    durationMin: 30,
    note: 'x',
  }),
  'POST /courses/{id}/appointments/check': () => ({ startsAt: '2026-12-07T15:00:00Z', durationMin: 30 }),
  'PATCH /appointments/{id}': () => ({
    status: 'booked',
    startsAt: '2026-12-07T15:00:00Z',
    durationMin: 30,
  }),
  'POST /courses/{id}/patient-answers': (made) => ({
    sessionId: made.sessionId,
    answeredOn: '2026-11-20',
    stillEffective: false,
    woreOffOn: '2026-11-02',
    helpedPct: 60,
    trouble: 'dry mouth',
    channel: 'telephone',
  }),
  'POST /clinic-notes/{note}/dismiss': () => ({ x: 1 }),
  'POST /hl7-messages/{id}/retry': () => ({ x: 1 }),
  'POST /hl7-messages/{id}/dismiss': () => ({ x: 1 }),
  'POST /merge-proposals/{id}/accept': () => ({ reason: 'the same person' }),
  'POST /merge-proposals/{id}/dismiss': () => ({ x: 1 }),
  'POST /courses/{id}/check-ins': () => ({ x: 1 }),
  'POST /check-ins/open': () => ({ code: 'K7QM 3F9T' }),
  'POST /check-ins/answers': () => ({
    stillEffective: false,
    woreOffOn: '2026-11-02',
    helpedPct: 60,
    trouble: 'dry mouth',
  }),
  'POST /courses/{id}/contacts': () => ({
    at: '2026-11-20T15:00:00Z',
    channel: 'phone',
    outcome: 'agreed',
    snoozeUntilOn: '2026-12-01',
    alsoFor: [],
  }),
  'POST /courses/{id}/snoozes': () => ({ untilOn: '2026-12-01', alsoFor: [], note: 'x' }),
  'POST /sessions': (made) =>
    aSession(made.courseId, {
      performedOn: '2026-11-02',
      injections: INJECTIONS,
      vials: VIALS,
      confirmed: CONFIRMED,
    }),
  'POST /sessions/check': (made) =>
    aSession(made.courseId, {
      injections: INJECTIONS,
      vials: VIALS,
      confirmed: CONFIRMED,
      replacesId: made.sessionId,
    }),
  'PATCH /sessions/{id}': () => ({
    performedOn: '2026-08-04',
    product: 'ona',
    injections: INJECTIONS,
    vials: VIALS,
    confirmed: CONFIRMED,
  }),
  'POST /sessions/{id}/sign': () => ({ x: 1 }),
  'POST /sessions/{id}/amend': () => ({
    performedOn: '2026-04-03',
    product: 'ona',
    injections: INJECTIONS,
    vials: [],
    confirmed: CONFIRMED,
    reason: 'typing error',
  }),
  'POST /sessions/{id}/void': () => ({ reason: 'wrong patient' }),
  'PUT /sessions/{id}/response': () => RESPONSE,
  'POST /adverse-events': (made) => ({
    sessionId: made.sessionId,
    kind: 'ptosis',
    onsetOn: '2026-08-10',
    severity: 'mild',
    serious: false,
    resolvedOn: '2026-09-10',
  }),
  'PATCH /adverse-events/{id}': () => ({
    onsetOn: '2026-08-10',
    severity: 'mild',
    serious: false,
    resolvedOn: '2026-09-10',
  }),
  'POST /adverse-events/{id}/answers': () => ({ decision: 'seen', note: 'swallows as before' }),
  'POST /protocols': () => ({
    name: `Neck ${randomUUID().slice(0, 8)}`,
    indication: 'cervical_dystonia',
    product: 'ona',
    rows: [{ muscle: 'splenius_capitis', side: 'right', units: 80, sites: 3, volumeMl: 0.8 }],
    dilution: { vialUnits: 100, diluentMl: 1 },
  }),
  'PATCH /protocols/{id}': () => ({
    name: `Neck ${randomUUID().slice(0, 8)}`,
    indication: 'cervical_dystonia',
    product: 'ona',
    rows: [{ muscle: 'splenius_capitis', side: 'right', units: 60, sites: 2, volumeMl: null }],
    dilution: null,
    retired: false,
  }),
  'POST /lots': (made) => ({
    product: 'ona',
    lotNumber: randomUUID().slice(0, 8),
    expiresOn: '2027-06-30',
    vialUnits: 200,
    supplier: 'pharmacy',
    patientId: made.patientId,
    orderedOn: '2026-11-16',
    shippedOn: '2026-11-18',
    arrivedOn: '2026-11-20',
    fridge: 'east',
    vials: 1,
  }),
  'PATCH /lots/{id}': () => ({
    orderedOn: '2026-11-16',
    shippedOn: null,
    arrivedOn: '2026-11-20',
    fridge: null,
  }),
  'POST /lots/{id}/hold': () => ({ reason: 'fridge was warm' }),
  'POST /lots/{id}/release': () => ({ reason: 'within the stability data' }),
  'POST /stock/excursions': () => ({
    fridge: 'west',
    noticedAt: '2026-11-23T07:00:00Z',
    temperatureC: 11.5,
    note: 'door ajar',
  }),
  'POST /vials': (made) => ({ lotId: made.lotId, serial: randomUUID().slice(0, 8) }),
  'POST /vials/{id}/open': () => ({ at: '2026-11-23T07:00:00Z' }),
  'POST /vials/{id}/reconstitute': () => ({
    at: '2026-11-23T07:05:00Z',
    diluentMl: 2,
    storage: 'refrigerator',
  }),
  'POST /vials/{id}/discard': () => ({ units: 0.5, reason: 'spilled' }),
  'POST /external-doses': (made) => ({
    patientId: made.patientId,
    givenOn: '2025-08-10',
    brand: 'Botox Cosmetic',
    units: 20,
    region: 'forehead',
    indication: 'wrinkles',
    givenBy: 'a cosmetic practice',
    source: 'patient',
  }),
  'PATCH /external-doses/{id}': () => ({
    givenOn: '2025-08-11',
    product: 'ona',
    units: 30,
    region: 'forehead',
    indication: 'wrinkles',
    givenBy: 'a cosmetic practice',
    source: 'letter',
    withdrawReason: null,
  }),
  'POST /authorizations': (made) => ({
    patientId: made.patientId,
    payer: 'Acme',
    product: 'ona',
    number: randomUUID(),
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    billingUnitsApproved: 400,
    sessionsApproved: 4,
  }),
  'PATCH /authorizations/{id}': () => ({
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    billingUnitsApproved: 400,
    sessionsApproved: 4,
  }),
  'POST /coverage-overrides': (made) => ({
    patientId: made.patientId,
    payer: randomUUID(),
    indication: 'tremor',
    product: 'ona',
    coverage: 'usual',
    reason: 'contract',
  }),
  'POST /payers': () => ({ ...aPayer(), source: 'policy of 2026' }),
  'PATCH /payers/{id}': () => ({ ...aPayer(), source: 'policy of 2027' }),
  'POST /assessments/preview': () => ({
    indication: 'tremor',
    side: 'left',
    birthDate: '1960-01-01',
    interval: 'P12W',
    minInterval: 'P84D',
    holdsUntil: ['2026-12-01'],
    overrideDueOn: '2026-12-21',
    settings: SETTINGS,
    sessions: [
      {
        performedOn: '2026-08-03',
        product: 'ona',
        injections: INJECTIONS.map(({ points: _points, ...injection }) => injection),
        totalUnits: 50,
        muscles: ['trapezius'],
        state: 'completed',
        response: RESPONSE,
      },
    ],
    asOf: '2026-11-23',
  }),
  'PATCH /clinic-settings': () => SETTINGS_CHANGE,
  'POST /users': () => ({
    username: `u${randomUUID()}`,
    displayName: 'Somebody',
    role: 'scheduler',
    password: 'correct horse battery',
  }),
  'POST /users/{id}/sign-out': () => ({ x: 1 }),
  'POST /me/calendar-feed': () => ({ x: 1 }),
  'POST /imports/mappings': () => ({
    kind: 'patients',
    name: 'Old program',
    columns: { Nr: 'mrn', Remark: null },
  }),
  'POST /me/views': () => ({ name: `v${randomUUID()}`, query: 'queue=to-call&product=ona' }),
  'POST /me/second-factor/confirm': () => ({ code: '287082' }),
  'POST /me/second-factor/reset-seen': () => ({ x: 1 }),
  'PATCH /sign-in-settings': () => ({
    idleMinutes: { neurologist: 20, scheduler: 45, reporting: 60, admin: 15 },
    secondFactorRoles: ['reporting'],
  }),
  'PATCH /users/{id}': () => ({ displayName: 'Somebody', role: 'scheduler', disabled: true }),
  'POST /api-tokens/{id}/approve': () => ({ x: 1 }),
  'POST /smart-clients/{id}/approve': () => ({ x: 1 }),
  'POST /smart-clients': () => ({
    name: 'warehouse',
    jwksUrl: 'https://warehouse.example/jwks.json',
    scopes: ['system/*.rs'],
  }),
  'POST /api-tokens': () => ({ name: 'script', role: 'reporting', expiresAt: '2027-01-01T00:00:00Z' }),
  'POST /flags/{id}/reviews': () => ({
    decision: 'switch',
    reason: 'loss of effect',
    plannedProduct: 'rima',
  }),
  'POST /clinic-settings/preview': () => SETTINGS_CHANGE,
  'POST /clinic-learning': () => ({ x: 1 }),
  'POST /clinic-learning/{version}/preview': () => ({ takeWeight: true }),
  'POST /clinic-learning/{version}/accept': () => ({ takeWeight: true }),
  'POST /clinic-learning/{version}/withdraw': () => ({ x: 1 }),
};

function aPayer() {
  return {
    name: randomUUID(),
    otherNames: [randomUUID()],
    leadDays: 14,
    initialMonths: 6,
    renewalMonths: 12,
    mustImprovePct: 30,
    mustImproveScale: 'nrs_pain',
    mustFallDays: 7,
    benefitWeeks: 8,
    treatmentsShown: 2,
    scalesShown: true,
    triedFirst: 2,
    minDaysApart: 84,
    unitsPer84Days: [{ product: 'ona', indication: 'chronic_migraine', billingUnits: 200 }],
    exceptions: [
      { indication: 'chronic_migraine', product: 'ona', mustImprovePct: 50, mustImproveScale: 'mmd' },
    ],
  };
}
