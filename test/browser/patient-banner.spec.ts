import type { Page } from 'playwright-core';
import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import { aNeckCourse, today } from '../support/patients/neck-course';

let clinic: BrowsedClinic;
beforeAll(async () => {
  clinic = await openBrowsedClinic();
});
afterAll(() => clinic?.close());

const banner = (page: Page) => page.getByRole('region', { name: 'Patient', exact: true });

it('says on every page about a patient who it is and what to know, allergy first, on a phone and on paper too', async () => {
  const { patientId, courseId, sessionId } = await aNeckCourse(clinic, 'Bannered');
  for (const precaution of [
    { code: 'anticoagulant' },
    { code: 'cannot_become_pregnant' },
    { code: 'inr', value: 3.4, startedOn: today() },
    { code: 'albumin_refusal' },
    { code: 'milk_protein_allergy' },
  ])
    await clinic.send('neurologist', 'POST', `/patients/${patientId}/precautions`, precaution);
  await clinic.send('neurologist', 'POST', '/adverse-events', {
    sessionId,
    kind: 'dysphagia',
    onsetOn: today(),
    severity: 'moderate',
    serious: false,
  });
  const { patientId: otherId } = await aNeckCourse(clinic, 'Somebodyelse');
  const papers = [
    `/sessions/${sessionId}/note`,
    `/sessions/${sessionId}/aftercare`,
    `/courses/${courseId}/letter`,
    `/courses/${courseId}/appeal-packet`,
  ];
  const { page, context } = await clinic.signedIn('neurologist');
  for (const path of [
    `/patients/${patientId}`,
    `/courses/${courseId}`,
    `/courses/${courseId}/log`,
    `/sessions/${sessionId}`,
    `/sessions/${sessionId}/change`,
    `/sessions/${sessionId}/response`,
    `/sessions/${sessionId}/claim`,
    `/patients/${patientId}/same`,
    `/patients/${patientId}/same?as=${otherId}`,
    ...papers,
  ]) {
    await page.goto(path);
    await page.setViewportSize({ width: 390, height: 844 });
    const text = (await banner(page).locator('p').first().innerText()).replaceAll(/\s+/g, ' ');
    expect({ path, text }).toEqual({
      path,
      text: expect.stringMatching(/^Bannered, Ada born 4 May 1971, \d\d years record T-[\da-f]{8}$/),
    });
    const items = await banner(page).getByRole('listitem').allInnerTexts();
    expect({ path, items: items.map((item) => item.trim()) }).toEqual({
      path,
      items: [
        expect.stringMatching(/^⛔ Allergy: Cow’s milk protein allergy$/),
        expect.stringMatching(/^⛔ Alert: Dysphagia since /),
        expect.stringMatching(/^⛔ Against it: Refuses human albumin$/),
        expect.stringMatching(/^⚠ Care: Anticoagulant$/),
        expect.stringMatching(/^⚠ Care: INR 3\.4 on /),
      ],
    });
    await page.emulateMedia({ media: 'print' });
    // A paper says of the patient what it is for: it leaves the house.
    expect({ path, onPaper: await banner(page).isVisible() }).toEqual({
      path,
      onPaper: !papers.includes(path),
    });
    await page.emulateMedia({ media: 'screen' });
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  }
  await context.close();
});

it('tells a scheduler who it is, and nothing clinical', async () => {
  const { patientId } = await aNeckCourse(clinic, 'Plain');
  await clinic.send('neurologist', 'POST', `/patients/${patientId}/precautions`, { code: 'dysphagia' });
  const { page, context } = await clinic.signedIn('scheduler');
  for (const path of [`/patients/${patientId}`, `/patients/${patientId}/same`]) {
    await page.goto(path);
    expect(await banner(page).innerText()).toMatch(/Plain, Ada/);
    expect(await page.content()).not.toMatch(/dysphagia|precaution/i);
  }
  await context.close();
});

it('records “not pregnant” in one tap beside the needle, and asks no more', async () => {
  const { courseId } = await aNeckCourse(clinic, 'Asked', 13, { birthDate: '1992-02-03', sex: 'female' });
  const { page, context } = await clinic.signedIn('neurologist');
  await page.goto(`/courses/${courseId}/log`);
  await page.getByText('Nothing is recorded on pregnancy').first().waitFor();
  await page.getByRole('button', { name: 'Asked today: not pregnant' }).click();
  await page.getByText('The answer is recorded.').waitFor();
  expect(await page.getByText('Nothing is recorded on pregnancy').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Asked today: not pregnant' }).count()).toBe(0);
  await context.close();
});

it('adds an INR with its day and value, and ends a precaution', async () => {
  const { patientId } = await aNeckCourse(clinic, 'Measured');
  await clinic.send('neurologist', 'POST', `/patients/${patientId}/precautions`, { code: 'dysphagia' });
  const { page, context } = await clinic.signedIn('neurologist');
  await page.goto(`/patients/${patientId}`);
  await page.getByText('Add a precaution').click();
  await page.getByLabel('Precaution', { exact: true }).selectOption('inr');
  await page.locator('#precaution-since').fill(today());
  await page.locator('#precaution-value').fill('3,4');
  await page.getByRole('button', { name: 'Add', exact: true }).first().click();
  await page.getByText('Care: INR 3.4').waitFor();
  await page.getByText('Change Dysphagia').click();
  await page.getByRole('button', { name: 'Ended today' }).first().click();
  await page.getByText('Care: Dysphagia').waitFor({ state: 'detached' });
  const { precautions } = await clinic.get<{ precautions: string[] }>(
    'neurologist',
    `/patients/${patientId}`,
  );
  expect(precautions).toEqual(['inr']);
  await context.close();
});
