import { readFile } from 'node:fs/promises';
import { marked } from '../../src/web/browser/marks';
import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';

let clinic: BrowsedClinic;
beforeAll(async () => {
  clinic = await openBrowsedClinic();
});
afterAll(() => clinic?.close());

it('downloads a report whole, under its name', async () => {
  const { page, context } = await clinic.signedIn('reporting');
  await page.goto('/reports');
  const arriving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV of Sessions' }).click();
  const file = await arriving;
  expect(file.suggestedFilename()).toMatch(/^sessions-\d{4}-\d{2}-\d{2}\.csv$/);
  const lines = (await readFile(await file.path(), 'utf8')).trim().split(/\r?\n/);
  const sessions = await clinic.get<unknown[]>('reporting', '/reports/sessions.json');
  expect(lines).toHaveLength(sessions.length + 1);
  await context.close();
});

it('shows how far a long download is, and saves nothing once it is cancelled', async () => {
  const { page, context } = await clinic.signedIn('reporting');
  await page.goto('/reports');
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: 8_000,
    uploadThroughput: -1,
  });
  let saved = 0;
  page.on('download', () => (saved += 1));
  const file = page
    .locator(marked('file'))
    .filter({ has: page.getByRole('heading', { name: 'Injections' }) });
  await file.getByRole('link', { name: 'NDJSON of Injections' }).click();
  await file.getByText(/Injections as NDJSON … [1-9][\d,]* lines, \d+\.\d MB, \d+ s/).waitFor();
  await file.getByRole('button', { name: 'Cancel' }).click();
  await file.getByText('Cancelled: no file was saved.').waitFor();
  expect(saved).toBe(0);
  expect(await file.getByRole('progressbar').count()).toBe(0);
  await context.close();
});

it('opens with the last year, and shows all sessions when they are asked for', async () => {
  const { page, context } = await clinic.signedIn('reporting');
  const sessions = async (): Promise<number> => {
    const cells = await page
      .locator('section[aria-labelledby=outcomes] tbody td:nth-of-type(3)')
      .allTextContents();
    return cells.reduce((sum, cell) => sum + Number(cell), 0);
  };
  await page.goto('/reports');
  const ofYear = await sessions();
  expect(ofYear).toBeGreaterThan(0);
  expect(await page.getByLabel('Sessions from').inputValue()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  await page.getByRole('link', { name: 'All sessions' }).click();
  await page.waitForURL('**/reports?from=');
  expect(await sessions()).toBeGreaterThan(ofYear);
  expect(await page.getByLabel('Sessions from').inputValue()).toBe('');
  expect(await page.getByRole('link', { name: 'All sessions' }).count()).toBe(0);
  await context.close();
});
