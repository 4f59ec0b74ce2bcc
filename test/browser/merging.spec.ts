import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import { aNeckCourse } from '../support/patients/neck-course';

let clinic: BrowsedClinic;
beforeAll(async () => {
  clinic = await openBrowsedClinic();
});
afterAll(() => clinic?.close());

it('two records of one person are looked at side by side, made one, and taken apart again', async () => {
  const twin = await aNeckCourse(clinic, 'Twicethere');
  const { id: keptId } = await clinic.send<{ id: string }>('scheduler', 'POST', '/patients', {
    mrn: `K-${twin.patientId.slice(0, 8)}`,
    familyName: 'Twicethere',
    givenName: 'Ada',
    birthDate: '1971-05-04',
    sex: 'male',
  });
  const { page, context } = await clinic.signedIn('scheduler');
  await page.goto(`/patients/${keptId}`);
  await page.getByRole('link', { name: 'Same person as another record?' }).click();
  await page
    .getByRole('region', { name: 'The other record' })
    .getByRole('link', { name: /Twicethere, Ada/ })
    .click();
  await page.getByText('0 courses, 0 authorizations').waitFor();
  await page.getByText('1 course, 0 authorizations').waitFor();
  await page.getByLabel('Why they are the same person').fill('registered twice');
  await page.getByRole('button', { name: 'Make them one record' }).click();
  await page.getByText(/^They are one record now/).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/patients/${keptId}`);
  await page.getByRole('heading', { name: 'Next visits' }).waitFor();

  await page.goto(`/patients/${twin.patientId}`);
  await page.getByRole('link', { name: 'Go on there' }).click();
  await page.getByText(/was put into this one/).click();
  await page.getByLabel('Why they are not the same person').fill('two cousins');
  await page.getByRole('button', { name: 'Take them apart' }).click();
  await page.getByText('They are two records again.').waitFor();
  await page.getByRole('heading', { name: 'Next visits' }).waitFor({ state: 'detached' });
  expect(await page.getByText(/was put into this one/).count()).toBe(0);
  await context.close();
});
