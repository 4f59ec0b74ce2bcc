import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { startApp, type TestApp } from '../support/app';
import { aSession, seen, started } from '../support/builders';

const RUNS = Number(process.env.RANDOM_RUNS ?? 6);
const SEED = Number(process.env.RANDOM_SEED ?? 20_261_123);

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

/** Of three vials of 100 U: which are named, how much of their content is given, and whether the rest is said. */
const DOSE = fc.record({
  vials: fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 2 }),
  share: fc.constantFrom(0.2, 0.55, 0.997, 1),
  tells: fc.boolean(),
});
type Dose = typeof DOSE extends fc.Arbitrary<infer D> ? D : never;

const STEP = fc.oneof(
  fc.record({ does: fc.constantFrom('log', 'continue', 'patch', 'amend'), of: fc.nat(5), dose: DOSE }),
  fc.record({ does: fc.constantFrom('sign', 'void'), of: fc.nat(5), dose: DOSE }),
  fc.record({ does: fc.constantFrom('discard', 'discard a part'), of: fc.nat(2), dose: DOSE }),
);

const SIZE = 100;
const toHundredth = (units: number): number => Math.round(units * 100) / 100;

function contentOf({ vials, share, tells }: Dose, ids: readonly string[]) {
  const given = toHundredth(vials.length * SIZE * share);
  let rest = toHundredth(vials.length * SIZE - given);
  return {
    performedOn: '2026-11-23',
    injections: [{ muscle: 'splenius_capitis', side: 'right', units: given }],
    vials: vials.toSorted().map((at) => {
      const unitsDiscarded = Math.min(rest, SIZE);
      rest = toHundredth(rest - unitsDiscarded);
      return { vialId: ids[at], diluentMl: 2, ...(tells && { unitsDiscarded }) };
    }),
    confirmed: ['S02', 'S23', 'S24', 'same-day', 'S11', 'S18'].map((code) => ({
      code,
      reason: 'a sequence that nobody would mean',
    })),
  };
}

/** What a session with vials of the stock gave, what was thrown away of them, and what they hold still. */
async function accountOf(id: string, left: ReadonlyMap<string, number>) {
  const session = (await service.neurologist.get(`/sessions/${id}`)).body;
  const named = (session.vials as { vialId: string }[]).map(({ vialId }) => vialId);
  const { lines, missing } = (await service.neurologist.get(`/sessions/${id}/claim-lines`)).body;
  const units = (wasted: boolean): number =>
    lines
      .filter((line: { code: string }) => line.code === 'J0585')
      .filter((line: { modifiers: string[] }) => line.modifiers.includes('JW') === wasted)
      .reduce((sum: number, line: { billingUnits: number }) => sum + line.billingUnits, 0);
  return {
    content: named.length * SIZE,
    given: session.totalUnits as number,
    rest: toHundredth(named.reduce((sum, vial) => sum + left.get(vial)!, 0)),
    billed: units(false),
    wasted: units(true),
    wasteIsKnown: !(missing as string[]).some((what) => what.includes('thrown away')),
    named,
  };
}

it('given and discarded are the content of the vials, whatever was corrected, continued or voided before', async () => {
  const { neurologist, work } = service;
  await fc.assert(
    fc.asyncProperty(fc.array(STEP, { minLength: 6, maxLength: 14 }), async (steps) => {
      const lot = { product: 'ona', vialUnits: SIZE, expiresOn: '2027-06-30', vials: 3 };
      const { body: received } = await neurologist.post('/lots', {
        ...lot,
        lotNumber: randomUUID().slice(0, 12),
      });
      const ids = (await neurologist.get(`/vials?lotId=${received.id}`)).body.items.map(
        ({ id }: { id: string }) => id,
      ) as string[];
      const courses = [await started(neurologist), await started(neurologist)];
      const standing: { id: string; courseId: string }[] = [];
      for (const { does, of, dose } of steps) {
        const session = standing[of % Math.max(1, standing.length)];
        const content = contentOf(dose, ids);
        if (does === 'log' || (does === 'continue' && session)) {
          const courseId = does === 'log' ? courses[of % 2]! : session!.courseId;
          const more = does === 'log' ? {} : { continuesId: session!.id };
          const { status, body } = await neurologist.post('/sessions', {
            ...aSession(courseId, content),
            ...more,
          });
          expect([201, 400, 409, 422]).toContain(status);
          if (status === 201) standing.push({ id: body.id, courseId });
        } else if (does === 'discard' || does === 'discard a part') {
          const units = does === 'discard' ? {} : { units: toHundredth(dose.share * 60) };
          const { status } = await neurologist.post(`/vials/${ids[of]}/discard`, {
            ...units,
            reason: 'dropped',
          });
          expect([200, 409]).toContain(status);
        } else if (session) {
          const { version } = (await neurologist.get(`/sessions/${session.id}`)).body;
          const reason = 'entered wrongly';
          const answer =
            does === 'patch'
              ? await neurologist.patch(`/sessions/${session.id}`, version, content)
              : does === 'amend'
                ? await neurologist.post(
                    `/sessions/${session.id}/amend`,
                    { ...aSession(session.courseId, content), reason },
                    seen(version),
                  )
                : await neurologist.post(
                    `/sessions/${session.id}/${does}`,
                    does === 'void' ? { reason } : undefined,
                    seen(version),
                  );
          expect([200, 201, 400, 409, 422]).toContain(answer.status);
          if (answer.status < 300 && does === 'amend') session.id = answer.body.id;
          if (answer.status < 300 && does === 'void') standing.splice(standing.indexOf(session), 1);
        }
      }
      const vials = (await neurologist.get(`/vials?lotId=${received.id}`)).body.items as {
        id: string;
        unitsLeft: number;
      }[];
      const left = new Map(vials.map(({ id, unitsLeft }) => [id, unitsLeft]));
      const accounts = await Promise.all(standing.map(({ id }) => accountOf(id, left)));
      for (const account of accounts) {
        expect(account.given).toBeLessThanOrEqual(account.content);
        expect(account.billed).toBe(Math.ceil(account.given));
        expect(account.wasted).toBe(Math.floor(toHundredth(account.content - account.given)));
        expect(account.wasteIsKnown).toBe(account.rest === 0 || account.given === account.content);
      }
      const named = accounts.flatMap((account) => account.named);
      expect(new Set(named).size).toBe(named.length);
      const [sum] = await work.db.query<{ given: number }[]>(
        `select coalesce(sum(case 'patient' when m.to_account then m.units when m.from_account then -m.units end), 0)::float as given
          from vial_movement m join vial v on v.id = m.vial_id where v.lot_id = $1`,
        [received.id],
      );
      expect(sum!.given).toBe(toHundredth(accounts.reduce((total, { given }) => total + given, 0)));
      for (const { unitsLeft } of vials) expect(unitsLeft >= 0 && unitsLeft <= SIZE).toBe(true);
    }),
    { numRuns: RUNS, seed: SEED },
  );
}, 120_000);
