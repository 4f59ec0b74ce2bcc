import { logged, started } from '../support/builders';
import { startReportingApp } from '../support/server/reporting-app';

let app: Awaited<ReturnType<typeof startReportingApp>>;
beforeAll(async () => {
  app = await startReportingApp();
  const { neurologist } = app;
  const neck = await started(neurologist);
  const [first, second, third] = [
    await logged(neurologist, neck, { performedOn: '2026-01-05' }),
    await logged(neurologist, await started(neurologist), { performedOn: '2026-01-31' }),
    await logged(neurologist, neck, { performedOn: '2026-04-06' }),
  ];
  const respond = (id: string, body: object) => neurologist.put(`/sessions/${id}/response`, body);
  await respond(first, { improvementPct: 60, assessedOn: '2026-01-26', woreOffOn: '2026-03-23' });
  // On day 57 it is scored as the peak no more.
  await respond(second, { improvementPct: 60, assessedOn: '2026-03-29' });
  await respond(third, {
    measurements: [{ scale: 'tsui', phase: 'peak', value: 8, measuredOn: '2026-06-01' }],
  });
  const eyes = await started(neurologist, { indication: 'blepharospasm' });
  await logged(neurologist, eyes, {
    performedOn: '2026-01-12',
    injections: [{ muscle: 'orbicularis_oculi', side: 'left', units: 15 }],
  });
  await app.neurologist.post(`/courses/${eyes}/patient-answers`, {
    answeredOn: '2026-02-02',
    stillEffective: true,
    channel: 'telephone',
  });
});
afterAll(() => app.close());

it('counts of each month, and of each indication in it, what is known of its sessions', async () => {
  expect(await app.rows('completeness.json')).toEqual([
    row('2026-01', null, 3, { peak: [1, 33.3], wearOff: [1, 33.3], answer: [1, 33.3] }),
    row('2026-01', 'blepharospasm', 1, { answer: [1, 100] }),
    row('2026-01', 'cervical_dystonia', 2, { peak: [1, 50], wearOff: [1, 50] }),
    row('2026-04', null, 1, { peak: [1, 100] }),
    row('2026-04', 'cervical_dystonia', 1, { peak: [1, 100] }),
  ]);
});

it.each`
  query                          | sessions  | why
  ${'?from=2026-01-06'}          | ${[2, 1]} | ${'from a day on'}
  ${'?to=2026-01-31'}            | ${[3]}    | ${'until a day'}
  ${'?indication=blepharospasm'} | ${[1]}    | ${'an indication'}
  ${'?product=abo'}              | ${[]}     | ${'a product never given'}
`('$query: $why', async ({ query, sessions }) => {
  const rows = await app.rows(`completeness.json${query}`);
  expect(rows.filter(({ indication }) => indication === null).map((ofNone) => ofNone.sessions)).toEqual(
    sessions,
  );
});

it('follows the window of the peak that the clinic has set', async () => {
  const { body } = await app.admin.get('/clinic-settings');
  await app.admin.patch('/clinic-settings', body.version, { ruleValues: { 'S22.peak.scored.to': 57 } });
  expect((await app.rows('completeness.json'))[0]).toMatchObject({ month: '2026-01', withPeakReading: 2 });
});

type Counted = readonly [count: number, pct: number];

function row(
  month: string,
  indication: string | null,
  sessions: number,
  known: { peak?: Counted; wearOff?: Counted; answer?: Counted },
) {
  const [peak, wearOff, answer] = [known.peak ?? [0, 0], known.wearOff ?? [0, 0], known.answer ?? [0, 0]];
  return {
    month,
    indication,
    sessions,
    withPeakReading: peak[0],
    peakReadingPct: peak[1],
    withWearOffDay: wearOff[0],
    wearOffDayPct: wearOff[1],
    withPatientAnswer: answer[0],
    patientAnswerPct: answer[1],
  };
}
