import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { parseArgs } from 'node:util';
import { addDays, dayIn } from '../../src/clinical/calendar';
import { parametersOf, reportSql } from '../../src/reporting/report';
import { SESSIONS } from '../../src/reporting/reports/sessions';
import { ZONE } from './due-page';
import { median, send } from './load';
import { openClinic, type OpenedClinic } from './opened-clinic';
import type { Served } from './processes';

/*
 * What an export costs, and what it costs the others: its time against PostgreSQL's own COPY of the same columns, the
 * memory of the service, and how long a page of the due list takes while it is made. `--courses 25000 --rounds 5`.
 */

const { values: OPTIONS } = parseArgs({
  options: { courses: { type: 'string', default: '25000' }, rounds: { type: 'string', default: '3' } },
});
const TODAY = dayIn(ZONE, new Date());

async function main(): Promise<void> {
  const clinic = await openClinic({ courses: Number(OPTIONS.courses), sessions: 7.5 });
  const served = await clinic.serve();
  try {
    const { rows } = await clinic.query<{ n: number }>('select count(*)::int as n from injection_session');
    const copied: number[] = [];
    const exported: Record<'csv' | 'ndjson', number[]> = { csv: [], ndjson: [] };
    const pages: Record<'alone' | 'beside', number[]> = { alone: [], beside: [] };
    let memory = 0;
    for (let round = 0; round < Number(OPTIONS.rounds); round += 1) {
      copied.push(await timed(() => copy(clinic)));
      for (let page = 0; page < 40; page += 1) pages.alone.push(await timed(() => onePage(clinic, served)));
      for (const format of ['csv', 'ndjson'] as const) {
        let underWay = true;
        const beside = (async () => {
          while (underWay) pages.beside.push(await timed(() => onePage(clinic, served)));
        })();
        exported[format].push(await timed(() => fetched(clinic, served, format)));
        underWay = false;
        await beside;
        memory = Math.max(memory, megabytes(served.pid));
      }
    }
    const [copyMs, csvMs, ndjsonMs] = [copied, exported.csv, exported.ndjson].map(median) as [
      number,
      number,
      number,
    ];
    console.log(`${rows[0]!.n} sessions: COPY of the same columns ${copyMs.toFixed(0)} ms`);
    console.log(
      `csv ${csvMs.toFixed(0)} ms, ${(csvMs / copyMs).toFixed(1)} times; ndjson ${ndjsonMs.toFixed(0)} ms, ${(ndjsonMs / copyMs).toFixed(1)} times; peak memory ${memory} MB`,
    );
    const [alone, beside] = [median(pages.alone), median(pages.beside)];
    console.log(
      `a page of the due list: ${alone.toFixed(1)} ms alone, ${beside.toFixed(1)} ms beside an export: ${(beside / alone).toFixed(2)} times`,
    );
    const forecast = await timed(() => fetched(clinic, served, 'csv', 'due-forecast'));
    console.log(`due-forecast.csv of ${OPTIONS.courses} courses: ${forecast.toFixed(0)} ms`);
  } finally {
    await served.stop();
    await clinic.close();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const at = performance.now();
  await work();
  return performance.now() - at;
}

/** The server writes it to a file of its own that nobody reads. */
async function copy({ query }: OpenedClinic): Promise<void> {
  const values = parametersOf({}, TODAY, ZONE).map((value) =>
    typeof value === 'string' ? `'${value}'` : 'null',
  );
  const sql = reportSql(SESSIONS).replaceAll(/\$(\d)/g, (_, n: string) => values[Number(n) - 1]!);
  await query(`copy (${sql}) to '/dev/null'`);
}

async function onePage({ tokens }: OpenedClinic, { url }: Served): Promise<void> {
  const path = `/api/v1/due-list?from=${TODAY}&to=${addDays(TODAY, 14)}&limit=50`;
  const { status, text } = await send(url, { method: 'GET', path, token: tokens.scheduler });
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
}

/** Read as it comes and thrown away. */
function fetched(
  { tokens }: OpenedClinic,
  { url }: Served,
  format: string,
  report = 'sessions',
): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${tokens.reporting}` };
    request(`${url}/api/v1/reports/${report}.${format}`, { headers, agent: false }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${report}.${format}: ${answer.statusCode}`));
      answer.resume().on('end', resolve).on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}

/** The most that the service has held so far; 0 where the system does not tell. */
function megabytes(pid: number): number {
  try {
    const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return 0;
  }
}

void main();
