import { Clock } from '../../src/platform/clock';
import { startApp, type TestApp } from '../support/app';
import { aSession, logged, started } from '../support/builders';
import { FADING, treated } from '../support/patients/histories';

describe.each`
  zone                  | before                    | after                     | today
  ${'America/New_York'} | ${'2026-11-24T04:59:59Z'} | ${'2026-11-24T05:00:00Z'} | ${'2026-11-24'}
  ${'Pacific/Apia'}     | ${'2026-11-23T10:59:59Z'} | ${'2026-11-23T11:00:00Z'} | ${'2026-11-24'}
  ${'Asia/Kathmandu'}   | ${'2026-11-23T18:14:59Z'} | ${'2026-11-23T18:15:00Z'} | ${'2026-11-24'}
`(
  'around midnight in $zone',
  ({ zone, before, after, today }: { zone: string; before: string; after: string; today: string }) => {
    let service: TestApp;
    let courseId: string;

    function itIs(moment: string): void {
      service.app.get(Clock).now = () => new Date(moment);
    }

    beforeAll(async () => {
      service = await startApp({ env: { CLINIC_ZONE: zone } });
      itIs(after);
      courseId = await started(service.neurologist);
      await logged(service.neurologist, courseId, { performedOn: '2026-09-01' });
    });
    afterAll(() => service.close());

    const onList = async () => (await service.scheduler.get('/due-list')).body;

    it('the due day begins with the clinic’s midnight', async () => {
      itIs(before);
      expect(await onList()).toMatchObject({
        asOf: '2026-11-23',
        items: [{ courseId, dueOn: today, dueStatus: 'upcoming' }],
      });
      itIs(after);
      expect(await onList()).toMatchObject({ asOf: today, items: [{ courseId, dueStatus: 'due' }] });
      expect((await service.neurologist.get(`/courses/${courseId}`)).body).toMatchObject({
        asOf: today,
        dueStatus: 'due',
      });
    });

    it('a session of today is in the future until then', async () => {
      const send = () =>
        service.neurologist.post('/sessions/check', aSession(courseId, { performedOn: today }));
      itIs(before);
      expect((await send()).body.findings).toMatchObject([{ code: 'future-day' }]);
      itIs(after);
      expect((await send()).body.findings).toEqual([]);
    });

    it('an appointment of the day before books the course until then', async () => {
      const { body } = await service.scheduler.post(`/courses/${courseId}/appointments`, {
        startsAt: new Date(Date.parse(after) - 3_600_000).toISOString(),
      });
      itIs(before);
      expect((await onList()).items).toMatchObject([{ booked: { appointmentId: body.id } }]);
      itIs(after);
      expect((await onList()).items).toMatchObject([{ booked: null }]);
    });
  },
);

// A review is a moment; what follows from it counts in days of the clinic, where it may still be yesterday or already tomorrow.
describe.each`
  zone                  | decidedAt                 | givenOn         | callOn          | why
  ${'America/New_York'} | ${'2026-11-24T02:00:00Z'} | ${'2026-11-23'} | ${'2026-12-07'} | ${'21:00, the session on the same day'}
  ${'America/New_York'} | ${'2026-11-24T02:00:00Z'} | ${'2026-11-22'} | ${null}         | ${'21:00, the session on the day before'}
  ${'Asia/Kathmandu'}   | ${'2026-11-23T18:15:00Z'} | ${'2026-11-24'} | ${'2026-12-08'} | ${'midnight, the session on the day that begins'}
  ${'Asia/Kathmandu'}   | ${'2026-11-23T18:15:00Z'} | ${'2026-11-23'} | ${null}         | ${'midnight, the session on the day that ended'}
`('a switch decided in $zone at $why', ({ zone, decidedAt, givenOn, callOn }) => {
  let service: TestApp;
  let courseId: string;
  let flagId: string;

  beforeAll(async () => {
    service = await startApp({ env: { CLINIC_ZONE: zone } });
    service.app.get(Clock).now = () => new Date(decidedAt);
    courseId = await started(service.neurologist);
    await treated(service.neurologist, courseId, '2024-09-02', FADING);
    flagId = (await service.neurologist.get(`/flags?courseId=${courseId}`)).body.items[0].id;
    const switched = await service.neurologist.post(`/flags/${flagId}/reviews`, {
      decision: 'switch',
      reason: 'an honest trial of type B',
      plannedProduct: 'rima',
      priorTolerance: 'tolerated',
    });
    expect(switched).toMatchObject({
      status: 201,
      body: { plan: { steps: [{ code: 'call', on: null }, {}, {}] } },
    });
    service.app.get(Clock).now = () => new Date('2026-11-24T17:00:00Z');
    await logged(service.neurologist, courseId, {
      performedOn: givenOn,
      product: 'rima',
      injections: [{ muscle: 'splenius_capitis', side: 'right', units: 2500 }],
      confirmed: [{ code: 'S09', reason: 'switch after review' }],
    });
  });
  afterAll(() => service.close());

  it(`has ${callOn ? `its call on ${callOn}` : 'no days yet'}`, async () => {
    const { neurologist } = service;
    const steps = [{ code: 'call', on: callOn }, { code: 'peak-check' }, { code: 're-evaluate', on: null }];
    expect((await neurologist.get(`/flags/${flagId}`)).body.plan.steps).toMatchObject(steps);
    expect((await neurologist.get(`/flags?courseId=${courseId}`)).body.items[0].plan.steps).toMatchObject(
      steps,
    );
    expect((await neurologist.get(`/courses/${courseId}`)).body.flag.plan.steps).toMatchObject(steps);
  });
});
