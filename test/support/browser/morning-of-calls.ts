import type { Locator, Page } from 'playwright-core';
import { addDays } from '../../../src/clinical/calendar';
import { today } from '../patients/neck-course';
import { rowWith, usable } from '../screens';

export const ENDINGS = ['booked', 'no-answer', 'call-later', 'declined'] as const;
export type Ending = (typeof ENDINGS)[number];

/** A call to the patient of a course, and how it ends. */
export interface Call {
  readonly courseId: string;
  readonly ending: Ending;
}

/** How many actions a hand did for the calls of each ending: a click, a choice from a list, a field that is filled in. */
export type Actions = Readonly<Record<Ending, number>>;

/** Calls from the queue, one after the other, and counts what a hand does. Whoever calls is signed in. */
export async function morningOfCalls(page: Page, calls: readonly Call[]): Promise<Actions> {
  const actions: Record<Ending, number> = { booked: 0, 'no-answer': 0, 'call-later': 0, declined: 0 };
  await usable(page, '/due');
  for (const { courseId, ending } of calls) {
    const row = rowWith(page, courseId);
    const isShown = (await row.count()) > 0;
    // A long queue is opened again: what is booked is no longer in it, and others come up.
    const steps = [...(isShown ? [] : [() => usable(page, '/due')]), ...STEPS[ending](row)];
    for (const step of steps) await step();
    // The row is written anew once it is stored; until then its form stands there.
    await row.getByRole('button', { name: 'Save' }).waitFor({ state: 'detached' });
    actions[ending] += steps.length;
  }
  return actions;
}

type Step = () => Promise<unknown>;

const STEPS: Readonly<Record<Ending, (row: Locator) => readonly Step[]>> = {
  booked: (row) => [pressed(row, /^Book/), pressed(row, 'Save')],
  'no-answer': (row) => [pressed(row, /^Log a call/), pressed(row, 'Save')],
  'call-later': (row) => [
    pressed(row, /^Log a call/),
    () => row.getByLabel('Outcome').selectOption('call-later'),
    () => row.getByLabel('Call again on').fill(addDays(today(), 7)),
    pressed(row, 'Save'),
  ],
  declined: (row) => [
    pressed(row, /^Log a call/),
    () => row.getByLabel('Outcome').selectOption('declined'),
    pressed(row, 'Save'),
  ],
};

function pressed(row: Locator, name: string | RegExp): Step {
  return () => row.getByRole('button', { name }).click();
}
