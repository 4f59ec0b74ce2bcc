import { manifestOf } from './manifest';

const MADE = {
  request: 'https://clinic.example/fhir/R4/$export',
  transactionTime: new Date('2026-11-23T14:30:00Z'),
};
const PATIENTS = { name: 'Patient-1.ndjson', type: 'Patient', removed: false, count: 3 };
const GONE = { name: 'Observation-removed-1.ndjson', type: 'Observation', removed: true, count: 2 };
const AT = 'https://clinic.example/fhir/R4/bulk-exports/1';

it('lists what there is, and what is no more apart', () => {
  expect(manifestOf(MADE, [PATIENTS, GONE], AT)).toEqual({
    transactionTime: '2026-11-23T14:30:00.000Z',
    request: MADE.request,
    requiresAccessToken: true,
    output: [{ type: 'Patient', url: `${AT}/Patient-1.ndjson`, count: 3 }],
    deleted: [{ type: 'Bundle', url: `${AT}/Observation-removed-1.ndjson`, count: 2 }],
    error: [],
  });
});

it('of nothing there are empty lists, but no deleted', () => {
  const told = manifestOf(MADE, [], AT);
  expect(told).toMatchObject({ output: [], error: [] });
  expect(told).not.toHaveProperty('deleted');
});
