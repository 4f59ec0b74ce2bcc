import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../support/app';
import { logged, PREEMPT, registered, signs, started, voids } from '../support/builders';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

type Row = Record<string, unknown>;
const VIAL = { lotNumber: 'C7654', expiresOn: '2027-06-30', vialUnits: 200, unitsDiscarded: 45 };

async function asked(query: string): Promise<{ rows: Row[]; next: string }> {
  const { status, body, headers } = await service.reporting.get<Row[]>(`/reports/claim-lines.json?${query}`);
  expect(status).toBe(200);
  return { rows: body, next: headers.get('next-updated-since')! };
}
const rowsOf = async (query: string): Promise<Row[]> => (await asked(query)).rows;

async function headache(given: object, patientId?: string): Promise<string> {
  const of = patientId ?? (await registered(service.neurologist));
  const courseId = await started(service.neurologist, {
    patientId: of,
    indication: 'chronic_migraine',
    diagnosisCode: 'G43.709',
  });
  return logged(service.neurologist, courseId, { injections: PREEMPT, ...given });
}

it('has a row a line of each signed session, the drug first, as the claim itself says', async () => {
  const id = await headache({ performedOn: '2026-11-16', vials: [VIAL] });
  expect(await rowsOf('from=2026-11-16&to=2026-11-16')).toEqual([]);
  await signs(service.neurologist, id);
  const rows = await rowsOf('from=2026-11-16&to=2026-11-16');
  const { lines } = (await service.neurologist.get(`/sessions/${id}/claim-lines`)).body as { lines: Row[] };
  expect(
    rows.map(({ code, modifiers, billingUnits, ndc, why }) => [code, modifiers, billingUnits, ndc, why]),
  ).toEqual(
    lines.map(({ code, modifiers, billingUnits, ndc, text }) => [
      code,
      modifiers,
      billingUnits,
      ndc ?? null,
      text,
    ]),
  );
  expect(rows).toMatchObject([
    {
      line: 1,
      code: 'J0585',
      modifiers: [],
      billingUnits: 155,
      ndc: '00023392102',
      lacking: 0,
      product: 'ona',
    },
    { line: 2, code: 'J0585', modifiers: ['JW'], billingUnits: 45, lacking: 0 },
    { line: 3, code: '64615', modifiers: [], billingUnits: 1, ndc: null, lacking: 0, signedOn: '2026-11-23' },
  ]);
  expect(new Set(rows.map(({ record }) => record)).size).toBe(1);
  expect(await rowsOf('from=2026-11-16&to=2026-11-16&product=abo')).toEqual([]);
  expect(await rowsOf('from=2026-11-16&to=2026-11-16&indication=tremor')).toEqual([]);
});

it('says of each line how much its claim lacks', async () => {
  await signs(service.neurologist, await headache({ performedOn: '2026-11-09' }));
  expect((await rowsOf('from=2026-11-09&to=2026-11-09')).map(({ code, lacking }) => [code, lacking])).toEqual(
    [
      ['J0585', 1],
      ['64615', 1],
    ],
  );
});

it('comes again when a vial of it is discarded later, and when another session of the day changes its claim', async () => {
  const lot = {
    product: 'ona',
    lotNumber: randomUUID().slice(0, 8),
    expiresOn: '2027-06-30',
    vialUnits: 200,
  };
  const { body: received } = await service.neurologist.post<{ id: string }>('/lots', { ...lot, vials: 1 });
  const { items } = (await service.neurologist.get(`/vials?lotId=${received.id}`)).body as {
    items: { id: string }[];
  };
  const patientId = await registered(service.neurologist);
  await signs(
    service.neurologist,
    await headache({ performedOn: '2026-11-23', vials: [{ vialId: items[0]!.id }] }, patientId),
  );
  const first = await asked('from=2026-11-23');
  expect(first.rows.map(({ lacking }) => lacking)).toEqual([1, 1, 1]);

  await service.neurologist.post(`/vials/${items[0]!.id}/discard`, { reason: 'what was left' });
  const second = await asked(`from=2026-11-23&updatedSince=${first.next}`);
  expect(second.rows.map(({ lacking }) => lacking)).toEqual([0, 0, 0]);

  const neck = await started(service.neurologist, { patientId, diagnosisCode: 'G24.3' });
  await logged(service.neurologist, neck, {
    performedOn: '2026-11-23',
    injections: [{ muscle: 'splenius_capitis', side: 'right', units: 50 }],
  });
  const third = await asked(`from=2026-11-23&updatedSince=${second.next}`);
  expect(third.rows.map(({ lacking }) => lacking)).toEqual([1, 1, 1]);
});

it('claims nothing of a void session, and tells one who asks for changes', async () => {
  const id = await headache({ performedOn: '2026-11-02', vials: [VIAL] });
  await signs(service.neurologist, id);
  await voids(service.neurologist, id);
  expect(await rowsOf('from=2026-11-02&to=2026-11-02')).toEqual([]);
  const told = await rowsOf('from=2026-11-02&to=2026-11-02&updatedSince=2020-01-01T00:00:00Z');
  expect(told.map(({ state }) => state)).toEqual(['voided', 'voided', 'voided']);
});
