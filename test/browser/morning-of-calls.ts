import { openBrowsedClinic } from '../support/browser';
import { ENDINGS, morningOfCalls, type Call, type Ending } from '../support/browser/morning-of-calls';
import { aNeckCourse } from '../support/patients/neck-course';

/** Of ten calls: five are booked, three not answered, one is to be made again, one patient does not want to come. */
const OF_TEN: readonly Ending[] = [
  'booked',
  'no-answer',
  'booked',
  'booked',
  'no-answer',
  'call-later',
  'booked',
  'no-answer',
  'booked',
  'declined',
];
const CALLS = 60;

/** The queue is worked from the top, where those stand who have waited longest. */
function weeksAgo(call: number): number {
  return 13 + Math.floor((CALLS - 1 - call) / OF_TEN.length);
}

/** Prints how many actions a scheduler needs for a morning of calls, and how long they wait for the screen. */
async function main(): Promise<void> {
  const clinic = await openBrowsedClinic();
  try {
    const calls: Call[] = [];
    for (let i = 0; i < CALLS; i += 1) {
      const { courseId } = await aNeckCourse(clinic, `Called${i + 1}`, weeksAgo(i));
      calls.push({ courseId, ending: OF_TEN[i % OF_TEN.length]! });
    }
    const { page } = await clinic.signedIn('scheduler');
    const began = performance.now();
    const actions = await morningOfCalls(page, calls);
    const seconds = (performance.now() - began) / 1000;
    for (const ending of ENDINGS) {
      const of = calls.filter((call) => call.ending === ending).length;
      console.log(
        `${ending.padEnd(12)} ${String(of).padStart(3)} calls ${String(actions[ending]).padStart(4)} actions`,
      );
    }
    const all = ENDINGS.reduce((sum, ending) => sum + actions[ending], 0);
    console.log(
      `in all       ${String(CALLS).padStart(3)} calls ${String(all).padStart(4)} actions, ${(all / CALLS).toFixed(2)} a call; ${(seconds / CALLS).toFixed(1)} s a call at the screen`,
    );
  } finally {
    await clinic.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
