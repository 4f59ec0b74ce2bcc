import { parseArgs } from 'node:util';
import { dayIn } from '../../src/clinical/calendar';
import { ZONE } from './due-page';
import { median, send } from './load';
import { openClinic } from './opened-clinic';
import { questions, type Question } from './questions';

/*
 * What grows with the clinic? Each question is asked of clinics of several sizes, one at a time, in turns; printed are the
 * medians, and the largest clinic's as so many times the smallest's. `--courses 10000,100000,1000000` for more;
 * `--only trail` asks what has that in its name.
 */

const { values: OPTIONS } = parseArgs({
  options: {
    courses: { type: 'string', default: '2000,20000' },
    sessions: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '15' },
    only: { type: 'string', default: '' },
  },
});
const TODAY = dayIn(ZONE, new Date());
/** Beyond this many the rows of muscles, which nobody asks for here, would be most of the database. */
const ALL_MUSCLES_UP_TO = 50_000;

type Times = ReadonlyMap<string, number>;

async function main(): Promise<void> {
  const sizes = OPTIONS.courses.split(',').map(Number);
  const columns: Times[] = [];
  let asked: readonly Question[] = [];
  for (const courses of sizes) {
    const found = await timesAt(courses);
    asked = found.asked;
    columns.push(found.times);
    print(sizes.slice(0, columns.length), asked, columns);
  }
}

async function timesAt(courses: number): Promise<{ asked: Question[]; times: Times }> {
  const began = performance.now();
  const muscles = courses > ALL_MUSCLES_UP_TO ? 1 : undefined;
  const clinic = await openClinic({ courses, sessions: Number(OPTIONS.sessions), muscles });
  console.log(`${courses} courses filled in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  const served = await clinic.serve();
  try {
    const { rows } = await clinic.query<{ id: string }>("select id from patient where mrn = 'M77'");
    const asked = questions(TODAY, { patient: rows[0]!.id, injector: clinic.injectorId }).filter(({ name }) =>
      name.includes(OPTIONS.only),
    );
    const times = new Map(asked.map(({ name }): [string, number[]] => [name, []]));
    for (let round = -3; round < Number(OPTIONS.rounds); round += 1)
      for (const { name, path, role } of asked) {
        const at = performance.now();
        const { status, text } = await send(served.url, { method: 'GET', path, token: clinic.tokens[role] });
        if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
        if (round >= 0) times.get(name)!.push(performance.now() - at);
      }
    return { asked, times: new Map([...times].map(([name, all]) => [name, median(all)])) };
  } finally {
    await served.stop();
    await clinic.close();
  }
}

function print(sizes: readonly number[], asked: readonly Question[], columns: readonly Times[]): void {
  const heads = [...sizes.map((size) => size.toLocaleString('en-US')), 'times', 'goal'];
  console.log(
    `\n${'ms, one at a time; courses'.padEnd(34)}${heads.map((head) => head.padStart(11)).join('')}`,
  );
  for (const { name, goalMs } of asked) {
    const all = columns.map((times) => times.get(name)!);
    const cells = [...all.map((ms) => ms.toFixed(1)), (all.at(-1)! / all[0]!).toFixed(1), `${goalMs}`];
    const missed = all.at(-1)! > goalMs ? '  !' : '';
    console.log(`${name.padEnd(34)}${cells.map((cell) => cell.padStart(11)).join('')}${missed}`);
  }
}

void main();
