import { Api, type CheckSessionDto } from './client.js';
import { day, MRN, PASSWORD, SAID, URL } from './told.mjs';

const { api: clinic, setSecurityData } = new Api<string>({
  baseUrl: URL,
  baseApiParams: { secure: true, format: 'json' },
  securityWorker: (token) => (token === null ? {} : { headers: { authorization: `Bearer ${token}` } }),
});

const { token } = (await clinic.authLogin({ username: 'neurologist', password: PASSWORD })).data;
setSecurityData(token ?? null);

const due = (await clinic.worklistList({ limit: 5 })).data;
SAID.due = due.items.flatMap((row) => ('patient' in row ? [row.patient.familyName] : [])).length;

const catalogue = (await clinic.catalogRead('products')).data;
if (catalogue.catalog === 'products') SAID.products = catalogue.items.map(({ brand }) => brand);

const patient = (
  await clinic.patientsRegister({
    mrn: MRN,
    familyName: 'Typed',
    givenName: 'Client',
    birthDate: '1970-05-17',
    sex: 'female',
  })
).data;
const course = (
  await clinic.coursesStart({
    patientId: patient.id,
    indication: 'cervical_dystonia',
    plannedProduct: 'ona',
  })
).data;
const session: CheckSessionDto = {
  courseId: course.id,
  performedOn: day(-42),
  product: 'ona',
  injections: [{ muscle: 'splenius_capitis', side: 'right', units: 50 }],
};
const { findings } = (await clinic.sessionsCheck(session)).data;
SAID.stops = findings.filter(({ severity }) => severity !== 'note').length;
const logged = (await clinic.sessionsLog(session)).data;
SAID.units = logged.totalUnits;

const response = (await clinic.responsesRecord(logged.id, { assessedOn: day(-7), improvementPct: 60 })).data;
SAID.improvementPct = response.improvementPct;
const { trend } = (await clinic.coursesRead(course.id)).data;
SAID.evaluable = trend?.evaluable;
console.log(JSON.stringify(SAID));
