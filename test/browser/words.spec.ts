import type { Page } from 'playwright-core';
import { INDICATION_SLUGS } from '../../src/clinical/catalogue/indications';
import { MUSCLE_SLUGS } from '../../src/clinical/catalogue/muscles';
import { SCALE_SLUGS } from '../../src/clinical/catalogue/scales';
import { COVER_STATES } from '../../src/clinical/cover/cover';
import { DUE_REASON_CODES } from '../../src/clinical/due/due-reason';
import { DUE_STATUSES } from '../../src/clinical/due/due-status';
import { PRECAUTION_CODES } from '../../src/clinical/precautions/precaution-rows';
import { READINESS_CODES } from '../../src/clinical/readiness/readiness-item';
import { ANTIBODY_RISK_CODES } from '../../src/clinical/review/antibody-risk';
import { SIDE_EFFECT_SLUGS } from '../../src/clinical/safety/side-effect-kinds';
import { BOOKING_CODES } from '../../src/clinical/schedule/booking-check';
import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import { everyScreen } from '../support/screens';

let clinic: BrowsedClinic;
beforeAll(async () => {
  clinic = await openBrowsedClinic();
});
afterAll(() => clinic?.close());

/** Slugs of which no English word or brand consists. */
const SLUGS = [
  ...INDICATION_SLUGS,
  ...MUSCLE_SLUGS,
  ...SCALE_SLUGS,
  ...SIDE_EFFECT_SLUGS,
  ...PRECAUTION_CODES,
  ...COVER_STATES,
  ...DUE_REASON_CODES,
  ...DUE_STATUSES,
  ...READINESS_CODES,
  ...ANTIBODY_RISK_CODES,
  ...BOOKING_CODES,
].filter((slug) => /[_-]/.test(slug));
const NOT_WORDS: readonly RegExp[] = [
  new RegExp(String.raw`(?<![\w-])(?:${SLUGS.join('|')})(?![\w-])`),
  /\b[a-z0-9]+_[a-z0-9_]+\b/,
  /\b\d{4}-\d{2}-\d{2}\b/,
  /\b(?:null|undefined|NaN)\b|\[object /,
];

/** What a person reads or hears of a page, a line each; what is meant for a machine stands in `code`. */
async function linesOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    document.querySelectorAll('details').forEach((one) => (one.open = true));
    document.querySelectorAll('code').forEach((one) => one.remove());
    const said = ['aria-label', 'placeholder', 'title', 'alt'].flatMap((name) =>
      [...document.body.querySelectorAll(`[${name}]`)].map((one) => one.getAttribute(name)!),
    );
    const options = [...document.querySelectorAll('option')].map((one) => one.text);
    return [...document.body.innerText.split('\n'), ...options, ...said];
  });
}

const notWordsIn = (lines: readonly string[]): string[] =>
  lines.filter((line) => NOT_WORDS.some((pattern) => pattern.test(line)));

it('shows no slug, no day as a computer writes it, and nothing that is nothing, on any screen', async () => {
  const found: string[] = [];
  for (const { name, role, path } of await everyScreen(clinic)) {
    const page = role === 'nobody' ? await clinic.visitor() : (await clinic.signedIn(role)).page;
    await page.goto(path, { waitUntil: 'load' });
    const lines = await linesOf(page);
    expect(lines.length).toBeGreaterThan(3);
    found.push(...notWordsIn(lines).map((line) => `${name}: ${line}`));
    await page.context().close();
  }
  expect(found).toEqual([]);
}, 300_000);

it.each`
  line                                  | isFound
  ${'Booked for 2026-12-01'}            | ${true}
  ${'splenius_capitis'}                 | ${true}
  ${'Authorization expires-before-due'} | ${true}
  ${'Weight: null kg'}                  | ${true}
  ${'Booked for Tue 1 Dec'}             | ${false}
  ${'Upper-limb spasticity, left'}      | ${false}
  ${'1 no-show'}                        | ${false}
`('would see “$line”: $isFound', ({ line, isFound }: { line: string; isFound: boolean }) => {
  expect(notWordsIn([line])).toHaveLength(isFound ? 1 : 0);
});
