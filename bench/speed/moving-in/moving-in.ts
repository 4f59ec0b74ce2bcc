import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { addDays, dayIn } from '../../../src/clinical/calendar';
import { ZONE } from '../due-page';
import { openClinic } from '../opened-clinic';
import { processorMs, type Served } from '../processes';
import { filesOfClinic } from './files-of-clinic';

/*
 * A clinic moves in on its first day: patients, courses, sessions and responses, each a file over REST. How long does each take,
 * and what do the due list and the watch say then? `--patients 2000 --sessions 10 --muscles 1`.
 */

const { values: OPTIONS } = parseArgs({
  options: {
    patients: { type: 'string', default: '2000' },
    sessions: { type: 'string', default: '10' },
    muscles: { type: 'string', default: '1' },
  },
});
const TODAY = dayIn(ZONE, new Date());

interface Answer {
  readonly rows: Record<'total' | 'new' | 'same' | 'refused', number>;
  readonly rules: readonly { readonly code: string; readonly times: number }[];
  readonly problems: readonly unknown[];
}

async function main(): Promise<void> {
  const [patients, sessions, muscles] = [OPTIONS.patients, OPTIONS.sessions, OPTIONS.muscles].map(Number) as [
    number,
    number,
    number,
  ];
  const files = filesOfClinic({ patients, sessions, muscles, today: TODAY });
  const clinic = await openClinic({ courses: 0, sessions: 0 });
  const served = await clinic.serve();
  const { admin, neurologist } = clinic.tokens;
  const at = { url: served.url, pid: served.pid, serverPid: clinic.serverPid, token: admin };
  try {
    const { counts } = files;
    console.log(
      `${patients} patients, ${counts.sessions} sessions in ${counts.rows} rows; load ${loadNow()}`,
    );
    await take(at, 'sessions', files.sessions, 'the dry run before anybody is there');
    for (const kind of ['patients', 'courses', 'sessions', 'responses'] as const)
      await take(at, kind, files[kind], 'taken');
    await take(at, 'sessions', files.sessions, 'the same file again');
    await tell(served, neurologist, counts.fading);
  } finally {
    await served.stop();
    await clinic.close();
  }
}

/** Sends one file and says how long it took, and of which the processors. */
async function take(
  { url, pid, serverPid, token }: At,
  kind: string,
  file: string,
  what: string,
): Promise<void> {
  const processors = (): number[] => [pid, serverPid].map((of) => (processorMs(of) ?? 0) / 1000);
  const [began, before] = [performance.now(), processors()];
  const response = await fetch(
    `${url}/api/v1/imports?kind=${kind}&dryRun=${what.startsWith('the dry run')}`,
    {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
      body: file,
    },
  );
  const answer = (await response.json()) as Answer;
  if (response.status !== 201) throw new Error(JSON.stringify(answer));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const [service, database] = processors().map((now, at) => (now - before[at]!).toFixed(1));
  const rows = Object.entries(answer.rows).map(([name, count]) => `${count} ${name}`);
  const rules = answer.rules.map(({ code, times }) => `${code} ${times} times`);
  console.log(
    `${kind}, ${what}: ${seconds} s (processor: service ${service} s, database ${database} s); ${[...rows, ...rules].join(', ')}; load ${loadNow()}`,
  );
  if (answer.problems.length > 0) console.log('  first refused:', JSON.stringify(answer.problems[0]));
}

interface At {
  readonly url: string;
  readonly pid: number;
  readonly serverPid: number;
  readonly token: string;
}

interface ListOfTexts {
  readonly items: readonly { readonly text?: string }[];
  readonly nextCursor: string | null;
}

/** What the first day shows to whoever opens the lists. */
async function tell({ url }: Served, token: string, fading: number): Promise<void> {
  const get = async (path: string): Promise<ListOfTexts> => {
    const response = await fetch(`${url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return (await response.json()) as ListOfTexts;
  };
  const count = async (path: string): Promise<number> => {
    let [items, cursor] = [0, ''];
    do {
      const page = await get(`${path}limit=500${cursor}`);
      items += page.items.length;
      cursor = page.nextCursor ? `&cursor=${encodeURIComponent(page.nextCursor)}` : '';
    } while (cursor !== '');
    return items;
  };
  const week = `/due-list?from=${TODAY}&to=${addDays(TODAY, 6)}&`;
  console.log(`due in the coming week: ${await count(week)}; due in all: ${await count('/due-list?')}`);
  console.log(
    `flags that wait for a neurologist: ${await count('/flags?')}, of ${fading} courses made to fade`,
  );
  const [flag] = (await get('/flags?limit=1')).items;
  if (flag) console.log(`  the first says: ${flag.text}`);
}

function loadNow(): string {
  return loadavg()[0]!.toFixed(1);
}

void main();
