import createClient from 'openapi-fetch';
import type { paths } from './client.js';
import { day, MRN, PASSWORD, SAID, URL } from './told.mjs';

const clinic = createClient<paths>({ baseUrl: URL });

/** What an answer holds, or the problem in its words. */
function got<T>({ data, error }: { data?: T; error?: { title: string; detail?: string } }): T {
  if (data === undefined) throw new Error(`${error?.title}: ${error?.detail}`);
  return data;
}

const { token } = got(
  await clinic.POST('/api/v1/auth/login', { body: { username: 'neurologist', password: PASSWORD } }),
);
clinic.use({
  onRequest({ request }) {
    request.headers.set('authorization', `Bearer ${token}`);
    return request;
  },
});

const due = got(await clinic.GET('/api/v1/due-list', { params: { query: { limit: 5 } } }));
SAID.due = due.items.flatMap((row) => ('patient' in row ? [row.patient.familyName] : [])).length;

const catalogue = got(
  await clinic.GET('/api/v1/catalog/{catalog}', { params: { path: { catalog: 'products' } } }),
);
if (catalogue.catalog === 'products') SAID.products = catalogue.items.map(({ brand }) => brand);

const patient = got(
  await clinic.POST('/api/v1/patients', {
    body: { mrn: MRN, familyName: 'Typed', givenName: 'Client', birthDate: '1970-05-17', sex: 'female' },
  }),
);
const course = got(
  await clinic.POST('/api/v1/courses', {
    body: { patientId: patient.id, indication: 'cervical_dystonia', plannedProduct: 'ona' },
  }),
);
const session: paths['/api/v1/sessions/check']['post']['requestBody']['content']['application/json'] = {
  courseId: course.id,
  performedOn: day(-42),
  product: 'ona',
  injections: [{ muscle: 'splenius_capitis', side: 'right', units: 50 }],
};
const { findings } = got(await clinic.POST('/api/v1/sessions/check', { body: session }));
SAID.stops = findings.filter(({ severity }) => severity !== 'note').length;
const logged = got(await clinic.POST('/api/v1/sessions', { body: session }));
SAID.units = logged.totalUnits;

const response = got(
  await clinic.PUT('/api/v1/sessions/{id}/response', {
    params: { path: { id: logged.id } },
    body: { assessedOn: day(-7), improvementPct: 60 },
  }),
);
SAID.improvementPct = response.improvementPct;
const { trend } = got(await clinic.GET('/api/v1/courses/{id}', { params: { path: { id: course.id } } }));
SAID.evaluable = trend?.evaluable;
console.log(JSON.stringify(SAID));
