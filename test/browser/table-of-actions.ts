import { addDays, mondayOf } from '../../src/clinical/calendar';
import type { Role } from '../../src/platform/actor';
import { openBrowsedClinic, type BrowsedClinic } from '../support/browser';
import { Hand } from '../support/browser/hand';
import { aNeckCourse, today, type NeckCourse } from '../support/patients/neck-course';
import { rowWith, usable } from '../support/screens';

interface Task {
  readonly name: string;
  /** What the review of 26 Nov 2026 counted. */
  readonly before: string;
  readonly role: Role;
  /** Where it begins. */
  readonly from: (course: NeckCourse) => string;
  readonly work: (hand: Hand, course: NeckCourse) => Promise<void>;
}

const due = ({ familyName }: NeckCourse): string => `/due?queue=all&q=${familyName}`;
const MONDAY = addDays(mondayOf(today()), 21);

const TASKS: readonly Task[] = [
  {
    name: 'find a patient by name, from any page',
    before: '2 + typing',
    role: 'scheduler',
    from: () => '/calendar',
    async work(hand, { familyName, patientId }) {
      await hand.press('/');
      await hand.type(familyName);
      await hand.press('Enter');
      await hand.page.waitForURL(`**/patients/${patientId}*`);
    },
  },
  {
    name: 'find a patient by birth date',
    before: 'not possible',
    role: 'scheduler',
    from: () => '/due',
    async work(hand, { familyName }) {
      await hand.press('/');
      await hand.type('04051971');
      await hand.press('Enter');
      await hand.page.getByText(new RegExp(familyName)).first().waitFor();
    },
  },
  {
    name: 'new patient, nobody alike',
    before: '9, no question',
    role: 'scheduler',
    from: () => '/patients/new',
    async work(hand, { familyName }) {
      const { page } = hand;
      await hand.fill(page.getByLabel('Family name'), `Un${familyName.toLowerCase()}`);
      await hand.fill(page.getByLabel('Given name'), 'Zoe');
      await hand.fill(page.getByLabel('Record number'), `N-${familyName}`);
      await hand.fill(page.getByLabel('Born on'), '1999-09-09');
      await hand.click(page.getByRole('button', { name: 'Register', exact: true }));
      await page.waitForURL((url) => /^\/patients\/[0-9a-f-]{36}$/.test(url.pathname));
    },
  },
  {
    name: 'due next week',
    before: '4',
    role: 'scheduler',
    from: () => '/due',
    async work(hand) {
      await hand.click(hand.page.getByRole('link', { name: 'Due next week' }));
      await hand.page.waitForURL('**/due?*from=*');
    },
  },
  {
    name: 'authorization missing',
    before: 'not possible',
    role: 'scheduler',
    from: () => '/due',
    async work(hand) {
      await hand.click(hand.page.getByRole('link', { name: 'Authorization missing' }));
      await hand.page.waitForURL('**/due?*authorization=missing*');
    },
  },
  {
    name: 'log a call: no answer',
    before: '2',
    role: 'scheduler',
    from: due,
    async work(hand, { courseId }) {
      const row = rowWith(hand.page, courseId);
      await hand.click(row.getByRole('button', { name: /^Log a call/ }));
      await hand.click(row.getByRole('button', { name: 'Save' }));
      await row.getByText('1 call: no answer').waitFor();
    },
  },
  {
    name: 'log a call: something else',
    before: '3',
    role: 'scheduler',
    from: due,
    async work(hand, { courseId }) {
      const row = rowWith(hand.page, courseId);
      await hand.click(row.getByRole('button', { name: /^Log a call/ }));
      await hand.choose(row.getByLabel('Outcome'), 'declined');
      await hand.click(row.getByRole('button', { name: 'Save' }));
      await row.getByText('1 call: does not want to come').waitFor();
    },
  },
  {
    name: 'snooze',
    before: '2, hid nothing',
    role: 'scheduler',
    from: due,
    async work(hand, { courseId }) {
      const row = rowWith(hand.page, courseId);
      await hand.click(row.getByRole('button', { name: /^Snooze/ }));
      await hand.click(row.getByRole('button', { name: 'Save' }));
      await row.getByText(/Snoozed until/).waitFor();
    },
  },
  {
    name: 'book at the proposed time',
    before: '2, always 9:00',
    role: 'scheduler',
    from: due,
    async work(hand, { courseId }) {
      const row = rowWith(hand.page, courseId);
      await hand.click(row.getByRole('button', { name: /^Book/ }));
      await hand.click(row.getByRole('button', { name: 'Save' }));
      await row.getByText(/^Booked/).waitFor();
    },
  },
  {
    name: 'move an appointment by keyboard or clicks',
    before: '3',
    role: 'scheduler',
    from: () => `/calendar?week=${MONDAY}`,
    async work(hand, { familyName }) {
      const visit = hand.page.getByRole('listitem').filter({ hasText: familyName });
      await hand.click(visit.getByRole('button', { name: /^More/ }));
      await hand.click(visit.getByRole('button', { name: /^Move/ }));
      await hand.fill(visit.getByLabel('Day and time'), `${addDays(MONDAY, 4)}T11:30`);
      await hand.click(visit.getByRole('button', { name: 'Move', exact: true }));
      await hand.page
        .getByRole('region', { name: /^Fri/ })
        .getByRole('link', { name: new RegExp(familyName) })
        .waitFor();
    },
  },
  {
    name: 'cancel an appointment',
    before: '1',
    role: 'scheduler',
    from: () => `/calendar?week=${MONDAY}`,
    async work(hand, { familyName }) {
      const visit = hand.page.getByRole('listitem').filter({ hasText: familyName });
      await hand.click(visit.getByRole('button', { name: /^More/ }));
      await hand.click(visit.getByRole('button', { name: /^Cancel/ }));
      await visit.getByText('Cancelled', { exact: true }).waitFor();
    },
  },
  {
    name: 'repeat session, 10 muscles, 2 changes, keyboard, signed',
    before: '10, unsigned',
    role: 'neurologist',
    from: ({ courseId }) => `/courses/${courseId}`,
    async work(hand, { courseId }) {
      const { page } = hand;
      await hand.click(page.getByRole('link', { name: 'Log session' }));
      await page.waitForFunction(() => document.activeElement?.id.startsWith('units-'));
      for (const text of ['', '', '25', '', '', '', '15']) {
        if (text !== '') await hand.type(text);
        if (text !== '15') await hand.press('Enter');
      }
      await hand.press('Control+Enter');
      await page.waitForURL(`**/courses/${courseId}`);
    },
  },
  {
    name: 'response',
    before: '5',
    role: 'neurologist',
    from: ({ sessionId }) => `/sessions/${sessionId}/response`,
    async work(hand, { courseId }) {
      await hand.click(hand.page.getByText('Still working today'));
      await hand.click(hand.page.getByText('70 %', { exact: true }));
      await hand.click(hand.page.getByRole('button', { name: 'Save the response' }));
      await hand.page.waitForURL(`**/courses/${courseId}`);
    },
  },
  {
    name: 'end a course',
    before: 'only by a flag',
    role: 'neurologist',
    from: ({ courseId }) => `/courses/${courseId}`,
    async work(hand) {
      const { page } = hand;
      await hand.click(page.getByText('End this course'));
      await hand.fill(page.locator('#end-reason'), 'Moved away, treated in Boston');
      await hand.click(page.getByRole('button', { name: 'End the course' }));
      await page.getByText('Reopen this course').waitFor();
    },
  },
];

/** Prints how many actions the tasks of the review's table take, beside what it counted, and how long the screen takes for them. */
async function main(): Promise<void> {
  const clinic = await openBrowsedClinic();
  try {
    for (const [at, task] of TASKS.entries()) await print(clinic, task, at);
  } finally {
    await clinic.close();
  }
}

async function print(clinic: BrowsedClinic, task: Task, at: number): Promise<void> {
  const course = await aNeckCourse(clinic, `Tabled${String.fromCodePoint(97 + at)}`);
  if (task.from(course).startsWith('/calendar?')) await bookMonday(clinic, course);
  const { page, context } = await clinic.signedIn(task.role);
  await usable(page, task.from(course));
  const hand = new Hand(page);
  const began = performance.now();
  await task.work(hand, course);
  const seconds = (performance.now() - began) / 1000;
  await context.close();
  console.log(
    `${task.name.padEnd(58)}${task.before.padStart(16)}${String(hand.actions).padStart(5)} actions${seconds.toFixed(1).padStart(7)} s`,
  );
}

async function bookMonday(clinic: BrowsedClinic, { courseId }: NeckCourse): Promise<void> {
  await clinic.send('scheduler', 'POST', `/courses/${courseId}/appointments`, {
    startsAt: `${MONDAY}T15:00:00Z`,
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
