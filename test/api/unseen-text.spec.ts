import { MessageTaker } from '../../src/hl7/taking/message-taker';
import { startApp, type TestApp } from '../support/app';
import { aPatient } from '../support/builders';
import { hl7 } from '../support/clients/hl7';

let service: TestApp;
beforeAll(async () => {
  service = await startApp({ today: '2026-11-23' });
});
afterAll(() => service.close());

const UNSEEN = '\u200b\u202e';

it('a record number that was pasted with what nobody sees is the one that is seen, by whatever way it comes', async () => {
  const mrn = `MR${UNSEEN}-7041`;
  const made = await service.scheduler.post('/patients', aPatient({ mrn, familyName: 'Seen\u00ad' }));
  expect(made).toMatchObject({ status: 201, body: { mrn: 'MR-7041', familyName: 'Seen' } });

  const again = await service.scheduler.post('/patients', aPatient({ mrn: `\u200e${mrn}` }));
  expect(again.status).toBe(409);

  const file = await fetch(`${service.url}/api/v1/imports?kind=patients`, {
    method: 'POST',
    headers: { authorization: `Bearer ${service.admin.token}`, 'content-type': 'text/csv' },
    body: `mrn,familyName,givenName,birthDate,sex,phone\n${mrn},Seen${UNSEEN},${made.body.givenName},1968-04-12,female,+1 212 555 0142\n`,
  });
  expect(await file.json()).toMatchObject({ rows: { same: 1, new: 0, refused: 0 } });

  await service.app
    .get(MessageTaker)
    .take(
      Buffer.from(hl7({ type: 'ADT^A31', controlId: 'U1', pid: `${mrn}||Seen^A${UNSEEN}da||19680412|F` })),
    );
  const [message] = (await service.admin.get('/hl7-messages')).body.items;
  expect(message).toMatchObject({ controlId: 'U1', patientId: made.body.id });
});

it.each`
  field           | text               | why
  ${'familyName'} | ${UNSEEN}          | ${'a name of nothing'}
  ${'familyName'} | ${'\u3164'}        | ${'a name of a blank'}
  ${'mrn'}        | ${' \u2060\u00a0'} | ${'a number of nothing'}
`('$why is refused', async ({ field, text }: { field: string; text: string }) => {
  expect(await service.scheduler.post('/patients', aPatient({ [field]: text }))).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: `/${field}` }] },
  });
});
