import type { Page } from 'playwright-core';
import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import { aNeckCourse, sessionsOf, today } from '../support/patients/neck-course';

let clinic: BrowsedClinic;
beforeAll(async () => {
  clinic = await openBrowsedClinic();
});
afterAll(() => clinic?.close());

async function openLog(page: Page, courseId: string): Promise<void> {
  await page.goto(`/courses/${courseId}/log`);
  await page.waitForFunction(() => document.activeElement?.id.startsWith('units-'));
}

const focused = (page: Page): Promise<string | undefined> => page.evaluate(() => document.activeElement?.id);
const waiting = async (page: Page): Promise<number> => {
  const text = await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Unsigned/ })
    .textContent();
  return Number(/\((\d+)\)/.exec(text ?? '')?.[1] ?? 0);
};

it('saves and signs with the first button and with Ctrl+Enter, and says so', async () => {
  const { courseId } = await aNeckCourse(clinic, 'Signedfirst');
  const { page, context } = await clinic.signedIn('neurologist');
  await openLog(page, courseId);
  const buttons = page.locator('.log-save button');
  expect(await buttons.allTextContents()).toEqual(['Save and sign', 'Save, sign later']);
  await page.keyboard.press('Control+Enter');
  await page.getByText('The session is saved and signed.').waitFor();
  expect((await sessionsOf(clinic, courseId))[0]!.signedAt).not.toBeNull();
  await context.close();
});

it('Enter in a field is no signature', async () => {
  const { courseId } = await aNeckCourse(clinic, 'Entered');
  const { page, context } = await clinic.signedIn('neurologist');
  await openLog(page, courseId);
  const sent: string[] = [];
  page.on('request', (request) => void (request.method() === 'GET' || sent.push(request.url())));
  await page.getByLabel('Day', { exact: true }).press('Enter');
  await page.getByText('Vials optional').click();
  await page.getByRole('button', { name: /^Add a vial/ }).click();
  await page.getByLabel('Lot', { exact: true }).press('Enter');
  // The key has been dealt with: what it would have sent has left before the next frames are drawn.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  expect(sent).toEqual([]);
  expect(new URL(page.url()).pathname).toBe(`/courses/${courseId}/log`);
  expect(await sessionsOf(clinic, courseId)).toHaveLength(1);
  await context.close();
});

it('shows an unsigned session on the course, on the patient, in the navigation and in a list, and signs it there', async () => {
  const { courseId, patientId, familyName } = await aNeckCourse(clinic, 'Unsignedyet');
  const { page, context } = await clinic.signedIn('neurologist');
  await openLog(page, courseId);
  await page.getByRole('button', { name: 'Save, sign later' }).click();
  await page.getByText('The session is saved, not signed yet.').waitFor();
  const before = await waiting(page);
  expect(before).toBeGreaterThanOrEqual(2);
  const table = page.locator('table.sessions');
  expect(await table.getByText(/^Not signed for \d+ days$/).count()).toBe(1);
  expect(await table.getByText('Not signed', { exact: true }).count()).toBe(1);

  await page.goto(`/patients/${patientId}`);
  await page.getByRole('heading', { name: 'Not signed (2)' }).waitFor();

  await page.goto('/unsigned');
  const row = page.getByRole('listitem').filter({ hasText: familyName });
  expect(await row.count()).toBe(2);
  expect(await row.first().textContent()).toMatch(
    /Not signed for \d+ days.*200 U Botox.*Trapezius right 25 U/s,
  );
  await row.first().getByRole('button', { name: /^Sign/ }).click();
  await page.getByText('Signed.', { exact: true }).waitFor();
  expect(await row.count()).toBe(1);
  expect(await waiting(page)).toBe(before - 1);

  await page.goto(`/courses/${courseId}`);
  await page.getByRole('button', { name: 'Sign session 2' }).click();
  await page.getByText('Signed.', { exact: true }).waitFor();
  expect((await sessionsOf(clinic, courseId)).map(({ signedAt }) => signedAt === null)).toEqual([
    false,
    false,
  ]);
  await context.close();
});

it('does not sign what was changed after it was seen', async () => {
  const { courseId, sessionId } = await aNeckCourse(clinic, 'Seenbefore');
  const { page, context } = await clinic.signedIn('neurologist');
  await page.goto(`/sessions/${sessionId}`);
  const other = await clinic.signedIn('neurologist');
  await other.page.goto(`/sessions/${sessionId}/change`);
  await other.page.waitForFunction(() => document.activeElement?.id.startsWith('units-'));
  await other.page.keyboard.type('41');
  await other.page.keyboard.press('Control+Shift+Enter');
  await other.page.waitForURL(`**/courses/${courseId}`);
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.getByText('Somebody else changed this meanwhile.').waitFor();
  expect((await sessionsOf(clinic, courseId))[0]!.signedAt).toBeNull();
  await other.context.close();
  await context.close();
});

describe('what speaks against the patient or the session', () => {
  it('stands above the rows, is counted from the start, and a stop asks for no reason', async () => {
    const { courseId, patientId } = await aNeckCourse(clinic, 'Stopped', 5);
    const patient = await clinic.get<{ version: number }>('neurologist', `/patients/${patientId}`);
    await changePatient(patientId, patient.version, { precautions: ['toxin_hypersensitivity'] });
    const { page, context } = await clinic.signedIn('neurologist', {
      viewport: { width: 1280, height: 800 },
    });
    await openLog(page, courseId);
    const panel = page.getByRole('region', { name: 'About the patient and the session' });
    const [above, rows] = [(await panel.boundingBox())!, (await page.locator('table.grid').boundingBox())!];
    expect(above.y + above.height).toBeLessThanOrEqual(rows.y);
    expect(above.y).toBeLessThan(500);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(await panel.locator('.finding').first().getAttribute('class')).toContain('finding-stop');
    const count = page.locator('.finding-count');
    expect(await count.textContent()).toBe('1 stop');
    expect(await page.getByLabel('Reason for going on').count()).toBe(0);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.method()));
    await page.keyboard.press('Control+Enter');
    await page.getByRole('status').filter({ hasText: 'Cannot be saved as it is.' }).waitFor();
    expect(await focused(page)).toBe('finding-worst');
    expect(sent).toEqual([]);
    await context.close();
  });

  it('leaves the rows in sight: what is in the way on one line, the fullest limit, the others folded', async () => {
    const { patientId } = await aNeckCourse(clinic, 'Manylimits');
    const patient = await clinic.get<{ version: number }>('neurologist', `/patients/${patientId}`);
    await changePatient(patientId, patient.version, { precautions: ['toxin_hypersensitivity', 'dysphagia'] });
    const course = await clinic.send<{ id: string }>('neurologist', 'POST', '/courses', {
      patientId,
      indication: 'blepharospasm',
      plannedProduct: 'inco',
    });
    const { page, context } = await clinic.signedIn('neurologist');
    const bar = page.locator('.log-save');
    await page.goto(`/courses/${course.id}/log`);
    await page.waitForFunction(() => document.activeElement?.id.startsWith('muscle-'));
    await page.keyboard.type('orbicularis oculi');
    await page.keyboard.press('Enter');
    await page.locator('[id^=units-]').first().fill('70');
    await bar.locator('.cap-over').first().waitFor();
    const sizes = [
      { width: 390, height: 844, most: 0.3 },
      { width: 768, height: 1024, most: 0.2 },
      { width: 1280, height: 800, most: 0.2 },
    ];
    for (const { width, height, most } of sizes) {
      await page.setViewportSize({ width, height });
      const share = (await bar.boundingBox())!.height / height;
      expect({ width, isLow: share <= most }).toEqual({ width, isLow: true });
    }
    expect(await bar.locator('.cap-words:visible').count()).toBe(1);
    await bar.getByText(/^\d more limits?/).focus();
    await page.keyboard.press('Enter');
    expect(await bar.locator('.cap-words:visible').count()).toBeGreaterThan(1);
    await bar.getByRole('link', { name: /Hypersensitivity/ }).focus();
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('finding-worst');
    await context.close();
  });

  it('is there before the first muscle is typed', async () => {
    const { patientId } = await aNeckCourse(clinic, 'Firsttime');
    const patient = await clinic.get<{ version: number }>('neurologist', `/patients/${patientId}`);
    await changePatient(patientId, patient.version, { precautions: ['toxin_hypersensitivity'] });
    const course = await clinic.send<{ id: string }>('neurologist', 'POST', '/courses', {
      patientId,
      indication: 'chronic_migraine',
      plannedProduct: 'ona',
    });
    const { page, context } = await clinic.signedIn('neurologist');
    await page.goto(`/courses/${course.id}/log`);
    await page.waitForFunction(() => document.activeElement?.id.startsWith('muscle-'));
    expect(await page.locator('.finding-count').textContent()).toMatch(/^1 stop/);
    await context.close();
  });

  it('a reason is words', async () => {
    const { courseId } = await aNeckCourse(clinic, 'Reasoned', 5);
    const { page, context } = await clinic.signedIn('neurologist');
    await openLog(page, courseId);
    await page.locator('.finding-count', { hasText: '1 reason to give' }).waitFor();
    const reason = page.getByLabel('Reason for going on');
    await reason.fill('xxxxxxxxxx');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Give the reason in words: at least 10 letters.').waitFor();
    expect(await sessionsOf(clinic, courseId)).toHaveLength(1);
    await reason.fill('Wore off after four weeks');
    expect(await page.locator('.finding-count').count()).toBe(0);
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(`**/courses/${courseId}`);
    expect(await sessionsOf(clinic, courseId)).toHaveLength(2);
    await context.close();
  });

  it('nothing in a normal session', async () => {
    const { courseId } = await aNeckCourse(clinic, 'Normal');
    const { page, context } = await clinic.signedIn('neurologist');
    await openLog(page, courseId);
    expect(await page.locator('.finding-count, .finding-stop, .finding-confirm').count()).toBe(0);
    await context.close();
  });
});

it('brings a removed row back where it stood, by its button and by Ctrl+Z', async () => {
  const { courseId } = await aNeckCourse(clinic, 'Undone');
  const { page, context } = await clinic.signedIn('neurologist');
  await openLog(page, courseId);
  const units = page.getByRole('textbox', { name: /^Units, / });
  const shown = (): Promise<string[]> =>
    units.evaluateAll((fields) =>
      fields.map((field) => `${field.ariaLabel} ${(field as HTMLInputElement).value}`),
    );
  const before = await shown();
  await page.getByRole('button', { name: 'Remove Trapezius right' }).click();
  await page.getByText('Removed: Trapezius right, 25 U Botox.').waitFor();
  expect(await shown()).toHaveLength(before.length - 1);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await shown()).toEqual(before);
  expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Units, Trapezius right');

  await page.getByRole('button', { name: 'Remove Trapezius right' }).click();
  await page.getByRole('button', { name: 'Remove Scalenes left' }).click();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect(await shown()).toEqual(before);
  await context.close();
});

describe.each(['en-US', 'de-DE'])('typed numbers in %s', (locale) => {
  it('a click into the field that the page gave the focus takes over what stands there too', async () => {
    const { courseId } = await aNeckCourse(clinic, `Opened ${locale}`);
    const { page, context } = await clinic.signedIn('neurologist', { locale });
    await openLog(page, courseId);
    const field = page.locator('input[id^="units-"]:focus');
    await field.waitFor();
    await field.click();
    await page.keyboard.type('25');
    expect(await field.inputValue()).toBe('25');
    await field.click();
    await page.keyboard.press('Home');
    await page.keyboard.type('1');
    expect(await field.inputValue()).toBe('125');
    await context.close();
  });

  it('a click into a field takes over what stands there; a second one places the caret', async () => {
    const { courseId } = await aNeckCourse(clinic, `Clicked ${locale}`);
    const { page, context } = await clinic.signedIn('neurologist', { locale });
    await openLog(page, courseId);
    const field = page.getByRole('textbox', { name: 'Units, Splenius capitis left' });
    await field.click();
    await page.keyboard.type('25');
    expect(await field.inputValue()).toBe('25');
    await field.click();
    await page.keyboard.press('End');
    await page.keyboard.type(',5');
    expect(await field.inputValue()).toBe('25,5');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('0');
    expect(await field.inputValue()).toBe('250,5');
    await context.close();
  });

  it.each`
    typed      | units        | why
    ${'12,5'}  | ${12.5}      | ${'a comma'}
    ${'12.5'}  | ${12.5}      | ${'a point'}
    ${' 30 '}  | ${30}        | ${'spaces'}
    ${'-5'}    | ${undefined} | ${'below zero'}
    ${'1e2'}   | ${undefined} | ${'no way to write a dose'}
    ${'1,250'} | ${undefined} | ${'a thousand and more, or one and a bit'}
    ${'abc'}   | ${undefined} | ${'no number'}
  `('“$typed” is $units: $why', async ({ typed, units }: { typed: string; units?: number }) => {
    const { courseId } = await aNeckCourse(clinic, `Numbered ${locale}`);
    const { page, context } = await clinic.signedIn('neurologist', { locale });
    await openLog(page, courseId);
    const field = page.getByRole('textbox', { name: 'Units, Splenius capitis left' });
    await field.click();
    await page.keyboard.type(typed);
    expect(await field.inputValue()).toBe(typed);
    await page.keyboard.press('Control+Enter');
    if (units === undefined) {
      const row = page.locator('tbody').filter({ has: field });
      await row.getByText('Units: a number above 0, at most two decimals.').waitFor();
      expect(await sessionsOf(clinic, courseId)).toHaveLength(1);
    } else {
      await page.waitForURL(`**/courses/${courseId}`);
      const [newest] = await sessionsOf(clinic, courseId);
      expect(newest!.injections).toContainEqual(
        expect.objectContaining({ muscle: 'splenius_capitis', side: 'left', units }),
      );
    }
    await context.close();
  });

  it('a weight is read alike', async () => {
    const { patientId } = await aNeckCourse(clinic, `Weighed ${locale}`);
    const { page, context } = await clinic.signedIn('neurologist', { locale });
    await page.goto(`/patients/${patientId}`);
    await page.locator('summary', { hasText: 'weight and tolerance' }).click();
    const weight = page.getByLabel('Weight in kg');
    const save = page.locator('form').filter({ has: weight }).getByRole('button', { name: 'Save' });
    await weight.fill('25,5 kilos');
    await save.click();
    await page.locator('.error', { hasText: /number/ }).waitFor();
    await weight.fill('25,5');
    await page.getByLabel('Weighed on').fill(today());
    await save.click();
    await page.getByText('25.5 kg').waitFor();
    expect(await clinic.get('neurologist', `/patients/${patientId}`)).toMatchObject({ weight: { kg: 25.5 } });
    await context.close();
  });
});

it('says that there is no connection beside the limits, not over them', async () => {
  const { courseId } = await aNeckCourse(clinic, 'Unconnected');
  const { page, context } = await clinic.signedIn('neurologist');
  for (const width of [1920, 1280, 1024, 768, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await openLog(page, courseId);
    await context.setOffline(true);
    await page.keyboard.press('Control+Enter');
    const said = page.getByRole('status').filter({ hasText: 'Not saved: no connection' });
    await said.waitFor();
    const [message, ...limits] = await Promise.all(
      [said, ...(await page.locator('.log-save .cap-words, .log-save .sum').all())].map(
        async (part) => (await part.boundingBox())!,
      ),
    );
    const covered = limits.filter(
      (limit) =>
        limit.x < message!.x + message!.width &&
        message!.x < limit.x + limit.width &&
        limit.y < message!.y + message!.height &&
        message!.y < limit.y + limit.height,
    );
    expect(covered).toEqual([]);
    await page.route('**/api/v1/**', (route) => route.abort());
    await context.setOffline(false);
  }
  expect(await sessionsOf(clinic, courseId)).toHaveLength(1);
  await context.close();
});

async function changePatient(id: string, version: number, change: object): Promise<void> {
  const { page, context } = await clinic.signedIn('neurologist');
  const answer = await page.request.patch(`/api/v1/patients/${id}`, {
    data: change,
    headers: { 'if-match': `"${version}"` },
  });
  expect(answer.status()).toBe(200);
  await context.close();
}
