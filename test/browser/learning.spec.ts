import axe from 'axe-core';
import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';

let clinic: BrowsedClinic;
beforeAll(async () => {
  clinic = await openBrowsedClinic();
});
afterAll(() => clinic?.close());

interface Learned {
  readonly accepted: { readonly version: number } | null;
}

/** So little is enough for the demo clinic to say something of itself. */
const SMALL_CLINIC = {
  'R.noise.differences': 20,
  'R.learning.courses': 3,
  'R.alarm-budget.patient-years': 1,
  'R.review.weight': 0.2,
  'R.review.weight.scale-only': 0.14,
};

it('an administrator sees what the clinic learned and what it would move, accepts it and takes it back', async () => {
  const { version } = await clinic.get<{ version: number }>('admin', '/clinic-settings');
  const { page, context } = await clinic.signedIn('admin');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.request.patch('/api/v1/clinic-settings', {
    headers: { 'if-match': `"${version}"` },
    data: { ruleValues: SMALL_CLINIC },
  });
  await page.goto('/learning');
  await page.getByText('its first night is still to come').waitFor();
  await page.getByRole('button', { name: 'Learn now' }).click();
  await page.getByRole('heading', { name: 'Proposed: version 1' }).waitFor();
  await page.getByRole('img', { name: /^Reviews and false reviews/ }).waitFor();

  const objections: string[] = [];
  await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)));
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() =>
        (window as unknown as { axe: typeof axe }).axe.run(document, {
          resultTypes: ['violations'],
          rules: { 'target-size': { enabled: true } },
        }),
      );
      objections.push(
        ...violations.map(
          ({ id, nodes }) =>
            `${colorScheme} ${width}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
        ),
      );
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect(wider).toBe(false);
    }
  }
  expect(objections).toEqual([]);

  await page
    .getByLabel(/With the proposed weight/)
    .first()
    .check();
  await page.getByRole('button', { name: 'Show what it would move' }).click();
  await page
    .locator('#moves')
    .getByText(/^Of \d+ courses: .* Nothing was changed\.$/)
    .waitFor();
  expect((await clinic.get<Learned>('admin', '/clinic-learning')).accepted).toBeNull();

  await page.getByRole('button', { name: 'Accept version 1' }).click();
  await page.getByRole('heading', { name: 'The clinic judges with version 1' }).waitFor();
  expect((await clinic.get<Learned>('admin', '/clinic-learning')).accepted?.version).toBe(1);

  await page.getByRole('textbox', { name: 'Alarm budget' }).fill('3');
  await page.getByRole('button', { name: 'Save the budget' }).click();
  await page.getByText(/within the budget of 3|beyond the budget of 3/).waitFor();

  await page.getByRole('button', { name: 'Judge as usual again' }).click();
  await page.getByRole('heading', { name: 'The clinic judges as usual' }).waitFor();
  expect((await clinic.get<Learned>('admin', '/clinic-learning')).accepted).toBeNull();
  await context.close();
}, 120_000);
