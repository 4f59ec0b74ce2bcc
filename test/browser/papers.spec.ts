import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import { today } from '../support/patients/neck-course';

let clinic: BrowsedClinic;
beforeAll(async () => {
  clinic = await openBrowsedClinic();
});
afterAll(() => clinic?.close());

interface Patient {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly mrn: string;
}

/** What is left of a sheet between margins of 11 mm, in pixels of the browser: 96 an inch. */
const PAPERS = [
  { format: 'A4', width: Math.floor(((210 - 22) / 25.4) * 96) },
  { format: 'Letter', width: Math.floor(((215.9 - 22) / 25.4) * 96) },
] as const;

it.each([['neurologist'], ['scheduler']] as const)(
  'prints every paper of the %s whole on A4 and on Letter, without what one can only click',
  async (role) => {
    const { items } = await clinic.get<{ items: { courseId: string; patientId: string }[] }>(
      'neurologist',
      '/flags?status=open&tier=review',
    );
    const { courseId, patientId } = items[0]!;
    const sessions = await clinic.get<{ items: { id: string }[] }>(
      'neurologist',
      `/courses/${courseId}/sessions`,
    );
    const { id: sessionId } = sessions.items[0]!;
    const patient = await clinic.get<Patient>('neurologist', `/patients/${patientId}`);
    const ofOne = {
      neurologist: [
        `/sessions/${sessionId}`,
        `/sessions/${sessionId}/note`,
        `/sessions/${sessionId}/aftercare`,
        `/courses/${courseId}/letter`,
        `/courses/${courseId}/appeal-packet`,
        `/courses/${courseId}`,
        `/patients/${patientId}`,
      ],
      scheduler: [`/patients/${patientId}`],
    }[role];
    const ofMany = {
      neurologist: ['/my-day', `/calendar?week=${today()}`],
      scheduler: ['/due', `/calendar?week=${today()}`],
    }[role];

    const { page, context } = await clinic.signedIn(role);
    const faults: string[] = [];
    await page.emulateMedia({ media: 'print' });
    for (const address of [...ofOne, ...ofMany]) {
      await page.goto(`${clinic.url}${address}`);
      for (const { format, width } of PAPERS) {
        await page.setViewportSize({ width, height: 1000 });
        const seen = await page.evaluate(whatIsWrongOnPaper);
        faults.push(...seen.map((fault) => `${address} on ${format}: ${fault}`));
        expect((await page.pdf({ format })).toString('latin1')).toMatch(/\/Type\s*\/Page\b/);
      }
      const text = await page.locator('body').innerText();
      if (ofOne.includes(address))
        for (const said of [patient.givenName, patient.familyName, patient.mrn, BORN])
          if (!(said instanceof RegExp ? said.test(text) : text.includes(said)))
            faults.push(`${address} does not say ${said}`);
    }
    expect(faults).toEqual([]);
    await context.close();
  },
);

/** A birth date is never printed as a bare age. */
const BORN = /\b(born|Birth date)\s+\d{1,2} [A-Z][a-z]{2} \d{4}/i;

/** Runs in the page: controls that paper cannot work, and what stands beyond the sheet or is cut by its box. */
function whatIsWrongOnPaper(): string[] {
  const shown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
  const named = (element: Element): string =>
    `${element.localName}.${element.getAttribute('class') ?? ''} “${(element.textContent ?? '').trim().slice(0, 40)}”`;
  const found: string[] = [];
  for (const control of document.querySelectorAll('button, select, input, textarea, summary')) {
    const isWords = control.localName === 'summary' && getComputedStyle(control).listStyleType === 'none';
    if (shown(control) && !isWords) found.push(`control ${named(control)}`);
  }
  for (const element of document.querySelectorAll<HTMLElement>('main, main *')) {
    if (!shown(element) || element.closest('.visually-hidden')) continue;
    if (element.getBoundingClientRect().right > innerWidth + 1) found.push(`beyond ${named(element)}`);
    const cuts = getComputedStyle(element).overflowX !== 'visible';
    if (cuts && element.scrollWidth > element.clientWidth + 1) found.push(`cut ${named(element)}`);
  }
  return found;
}
