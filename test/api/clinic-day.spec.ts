import { Clock } from '../../src/platform/clock';
import { startApp, type TestApp } from '../support/app';
import { aSession, logged, started } from '../support/builders';

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
