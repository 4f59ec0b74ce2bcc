import { client } from './client/client.gen.js';
import {
  authLogin,
  catalogRead,
  coursesRead,
  coursesStart,
  patientsRegister,
  responsesRecord,
  sessionsCheck,
  sessionsLog,
  worklistList,
} from './client/index.js';
import type { CheckSessionDto } from './client/types.gen.js';
import { day, MRN, PASSWORD, SAID, URL } from './told.mjs';

client.setConfig({ baseUrl: URL, throwOnError: true });
const throwOnError = true;

const { token } = (await authLogin({ body: { username: 'neurologist', password: PASSWORD }, throwOnError }))
  .data;
client.setConfig({ auth: token });

const due = (await worklistList({ query: { limit: 5 }, throwOnError })).data;
SAID.due = due.items.flatMap((row) => ('patient' in row ? [row.patient.familyName] : [])).length;

const catalogue = (await catalogRead({ path: { catalog: 'products' }, throwOnError })).data;
if (catalogue.catalog === 'products') SAID.products = catalogue.items.map(({ brand }) => brand);

const patient = (
  await patientsRegister({
    body: { mrn: MRN, familyName: 'Typed', givenName: 'Client', birthDate: '1970-05-17', sex: 'female' },
    throwOnError,
  })
).data;
const course = (
  await coursesStart({
    body: { patientId: patient.id, indication: 'cervical_dystonia', plannedProduct: 'ona' },
    throwOnError,
  })
).data;
const session: CheckSessionDto = {
  courseId: course.id,
  performedOn: day(-42),
  product: 'ona',
  injections: [{ muscle: 'splenius_capitis', side: 'right', units: 50 }],
};
const { findings } = (await sessionsCheck({ body: session, throwOnError })).data;
SAID.stops = findings.filter(({ severity }) => severity !== 'note').length;
const logged = (await sessionsLog({ body: session, throwOnError })).data;
SAID.units = logged.totalUnits;

const response = (
  await responsesRecord({
    path: { id: logged.id },
    body: { assessedOn: day(-7), improvementPct: 60 },
    throwOnError,
  })
).data;
SAID.improvementPct = response.improvementPct;
const { trend } = (await coursesRead({ path: { id: course.id }, throwOnError })).data;
SAID.evaluable = trend?.evaluable;
console.log(JSON.stringify(SAID));
