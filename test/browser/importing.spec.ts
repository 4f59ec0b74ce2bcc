import axe from 'axe-core';
import { encode } from 'iconv-lite';
import type { Page } from 'playwright-core';
import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';

let clinic: BrowsedClinic;
beforeAll(async () => {
  clinic = await openBrowsedClinic();
});
afterAll(() => clinic?.close());

/** Of an old program: semicolons, marks in its own alphabet, a day first, a note over two lines, a blank row, a total. */
const MESSY = `Pat.-Nr;Nachname;Vorname;Geburtsdatum;Geschlecht;Telefon;Bemerkung
ZZ-1;Müller;Jürgen;13.02.1961;male;+49 30 1234567;"Zeile
zwei"
ZZ-2;Österreicher;Ännchen;01.02.1962;female;;=1+1

ZZ-3;Groß;Ida;31.02.1970;female;;
ZZ-4;Kühn;Otto;04.05.1980;man;;@x
Summe;4;;;;;
`;

const OURS: Readonly<Record<string, string>> = {
  'Pat.-Nr': 'mrn',
  Nachname: 'familyName',
  Vorname: 'givenName',
  Geburtsdatum: 'birthDate',
  Geschlecht: 'sex',
  Telefon: 'phone',
};

async function choose(page: Page, name: string, text: string): Promise<void> {
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name, mimeType: 'text/csv', buffer: encode(text, 'windows-1252') });
  await page.getByText(/rows, written in/).waitFor();
}

const objectionsOf = async (page: Page): Promise<string[]> => {
  const objections: string[] = [];
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
    );
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    objections.push(
      ...violations.map(
        ({ id, nodes }) => `${width}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      ),
      ...(wider ? [`${width}: wider than the window`] : []),
    );
  }
  return objections;
};

it('a messy file is looked at, its columns named, tried, taken; the refused rows come back; the next one is read by itself', async () => {
  const { page } = await clinic.signedIn('admin');
  await page.goto('/imports');
  await choose(page, 'patienten.csv', MESSY);
  expect(await page.getByText(/rows, written in/).textContent()).toMatch(
    /^4 rows, written in \S+ with semicolons between the values\. Row 4 is blank and was left out\. Row 7 is a total and was left out\.$/,
  );
  await page.getByText('Say which column is mrn, familyName, birthDate, sex.').waitFor();
  for (const [column, ours] of Object.entries(OURS))
    await page.getByLabel(column, { exact: true }).selectOption(ours);
  expect(await page.getByText(/Say which column/).count()).toBe(0);
  expect(await page.getByLabel('Remember these columns as').inputValue()).toBe('patienten');
  expect(await objectionsOf(page)).toEqual([]);

  await page.getByRole('button', { name: 'Try it: write nothing' }).press('Enter');
  await page.getByRole('heading', { name: 'What would happen' }).waitFor();
  await page.getByText('Of 4 rows 2 would be taken, 0 are on record already, 2 are refused.').waitFor();
  await page.getByText('Geburtsdatum is “31.02.1970”').waitFor();
  expect(await objectionsOf(page)).toEqual([]);
  expect((await clinic.get<{ items: unknown[] }>('scheduler', '/patients?q=ZZ-1')).items).toEqual([]);

  await page.getByRole('button', { name: 'Take it' }).click();
  await page.getByRole('heading', { name: 'What happened' }).waitFor();
  const { items } = await clinic.get<{ items: object[] }>('scheduler', '/patients?q=ZZ-1');
  expect(items).toMatchObject([
    { mrn: 'ZZ-1', familyName: 'Müller', givenName: 'Jürgen', birthDate: '1961-02-13' },
  ]);

  const href = await page.getByRole('link', { name: '2 refused rows as a file' }).getAttribute('href');
  const refused = await (await page.request.get(href!)).text();
  expect(refused).toContain(';@x;'.replace('@', "'@"));
  expect(refused).toMatch(/ZZ-3;Groß;Ida;31\.02\.1970;female;;;5;/);

  await page.goto('/imports');
  await choose(page, 'again.csv', MESSY.replace('31.02.1970', '28.02.1970'));
  expect(await page.getByLabel('Nachname', { exact: true }).inputValue()).toBe('familyName');
  await page.getByRole('button', { name: 'Try it: write nothing' }).click();
  await page.getByText('Of 4 rows 1 would be taken, 2 are on record already, 1 is refused.').waitFor();
  await page.goto('/imports');
  const rows = page.getByRole('region', { name: 'Earlier files' }).getByRole('row');
  expect(await rows.count()).toBe(4);
  await page.getByRole('link', { name: 'again.csv' }).click();
  await page.getByRole('heading', { level: 1, name: 'Try of again.csv' }).waitFor();
  expect(await objectionsOf(page)).toEqual([]);
});

it('history that our rules would not have let pass is taken, and the try says so first', async () => {
  const { page } = await clinic.signedIn('admin');
  const { items } = await clinic.get<{ items: { patientId: string }[] }>(
    'neurologist',
    '/courses?indication=cervical_dystonia&limit=1',
  );
  const { mrn } = await clinic.get<{ mrn: string }>('neurologist', `/patients/${items[0]!.patientId}`);
  const { displayName } = await clinic.get<{ displayName: string }>('neurologist', '/me');
  await page.goto('/imports');
  await page.getByLabel('What its rows are').selectOption('sessions');
  await choose(
    page,
    'old.csv',
    `mrn,indication,performedOn,product,muscle,injectionSide,units,injector\n${mrn},cervical dystonia,2003-02-03,Botox,trapezius,right,6000,${displayName}\n`,
  );
  await page.getByRole('button', { name: 'Try it: write nothing' }).click();
  await page.getByText('These rules speak against sessions of the file.').waitFor();
  await page.getByText(/^S23, 1 time; first in row 2: .*6,?000/).waitFor();
  expect(await objectionsOf(page)).toEqual([]);
});
