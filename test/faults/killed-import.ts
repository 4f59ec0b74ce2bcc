import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { filesOfClinic } from '../../bench/speed/moving-in/files-of-clinic';
import { dayIn } from '../../src/clinical/calendar';
import { findFreePort } from '../../src/embedded-postgres/free-port';
import { runningDatabase } from '../../src/embedded-postgres/running-database';
import { comesBack, end, PASSWORD, reassessed, signIn } from './kill-cycles';
import { superviseService, type SupervisedService } from './supervised-service';

export interface ImportFigures {
  readonly rows: number;
  /** How many rows stood each time that it was killed. */
  readonly killedAt: readonly number[];
  readonly undisturbedSeconds: number;
  /** Of sessions and of what follows from them, by record number. */
  readonly digests: { readonly undisturbed: string; readonly killed: string };
  readonly derivedRows: string;
  /** Nothing, where all is well. */
  readonly faults: readonly string[];
}

interface Progress {
  readonly state: string;
  readonly rows: {
    readonly total: number;
    readonly new: number;
    readonly same: number;
    readonly refused: number;
  };
}

const ADMIN = 'admin';
/** Whose import is left alone, and whose is killed. */
const MARKS = ['U', 'K'] as const;

/**
 * Two clinics' worth of the same histories are taken, one undisturbed, of the other the service is killed at even distances and the
 * file sent again each time: what is on record in the end must be the same.
 */
export async function killAnImport(
  { patients, sessions, kills }: Record<'patients' | 'sessions' | 'kills', number>,
  say: (line: string) => void,
): Promise<ImportFigures> {
  const parent = mkdtempSync(join(tmpdir(), 'clinic-killed-import-'));
  chmodSync(parent, 0o755);
  const dataDir = join(parent, 'data');
  const env = { PORT: String(await findFreePort()), DEMO_PASSWORD: PASSWORD, NIGHTLY: 'false' };
  const service = superviseService(dataDir, env);
  try {
    const token = await signIn(service, ADMIN);
    const files = filesOfClinic({ patients, sessions, muscles: 1, today: dayIn('UTC', new Date()) });
    for (const kind of ['patients', 'courses'] as const)
      for (const mark of MARKS) await taken(service, token, kind, othersOf(files[kind], mark));
    const began = performance.now();
    const undisturbed = await taken(service, token, 'sessions', othersOf(files.sessions, 'U'));
    const undisturbedSeconds = Math.round((performance.now() - began) / 100) / 10;
    say(`${undisturbed.rows.new} rows taken undisturbed in ${undisturbedSeconds} s`);

    const killedAt: number[] = [];
    const file = othersOf(files.sessions, 'K');
    const id = randomUUID();
    for (let kill = 1; kill <= kills; kill += 1) {
      const enough = Math.floor((undisturbed.rows.total * kill) / (kills + 1));
      // It gets no answer; by its id the first time, as whoever looks at it would, and by the file alone afterwards.
      const sent = send(service, token, `kind=sessions${kill === 1 ? `&id=${id}` : ''}`, file).catch(
        () => undefined,
      );
      await comesBack(async () => ((await progress(service, token, id))?.rows.new ?? -1) >= enough);
      end(service.pid());
      if (kill % 2 === 0) end(service.serverPid());
      if ((await sent)?.ok) throw new Error('It was done before it was killed');
      await comesBack(async () => (await progress(service, token, id))?.state === 'interrupted');
      killedAt.push((await progress(service, token, id))?.rows.new ?? 0);
      say(`killed when ${killedAt.at(-1)} of ${undisturbed.rows.total} rows stood`);
    }
    const killed = await taken(service, token, 'sessions', file);
    const digests = { undisturbed: await digestOf(dataDir, 'U'), killed: await digestOf(dataDir, 'K') };
    const derivedRows = reassessed(dataDir);
    const faults = [
      ...(JSON.stringify(killed.rows) === JSON.stringify(undisturbed.rows) ? [] : ['other rows were taken']),
      ...(digests.killed === digests.undisturbed ? [] : ['what is on record differs']),
      ...(/ 0 derived rows would change/.test(derivedRows) ? [] : [derivedRows]),
    ];
    return { rows: killed.rows.total, killedAt, undisturbedSeconds, digests, derivedRows, faults };
  } finally {
    await service.stop();
    rmSync(parent, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** The file with other people in it: of another number, name and telephone, born on the same days. */
function othersOf(file: string, mark: (typeof MARKS)[number]): string {
  return file
    .replaceAll(
      /^MV-(\d+),([A-Z]\w+)(-\d+),(\w+)/gm,
      (row, n: string, family: string, more: string, given: string) =>
        mark === 'U' ? row : `MV-${n},${backwards(family)}${more},${backwards(given)}`,
    )
    .replaceAll(/^MV-/gm, `${mark}-`)
    .replaceAll('+1 555', `+1 ${mark.charCodeAt(0)}`);
}

function backwards(name: string): string {
  return [...name].toReversed().join('');
}

async function taken(
  service: SupervisedService,
  token: string,
  kind: string,
  file: string,
): Promise<Progress> {
  const response = await send(service, token, `kind=${kind}`, file);
  const answer = (await response.json()) as Progress & { readonly problems?: readonly unknown[] };
  if (!response.ok || answer.state !== 'done' || answer.rows.new === 0)
    throw new Error(
      `${kind}: ${response.status} ${JSON.stringify({ ...answer, problems: answer.problems?.slice(0, 3) })}`,
    );
  return answer;
}

function send({ url }: SupervisedService, token: string, query: string, file: string): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/csv' };
  return fetch(`${url}/api/v1/imports?${query}`, { method: 'POST', headers, body: file });
}

/** None while the service is away, or has not begun with it. */
async function progress(
  { url }: SupervisedService,
  token: string,
  id: string,
): Promise<Progress | undefined> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${url}/api/v1/imports/${id}`, { headers }).catch(() => undefined);
  if (response?.ok) return (await response.json()) as Progress;
  await pause(50);
  return undefined;
}

/** Of all that the files have told and of what follows from it, without what is made anew each time: ids and moments. */
async function digestOf(dataDir: string, mark: string): Promise<string> {
  const client = new Client({ connectionString: runningDatabase(dataDir)!.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ digest: string }>(
      `with own as (
          select course.id, split_part(mrn, '-', 2) as number, indication, side, started_on, planned_product
          from course join patient on patient.id = patient_id where starts_with(mrn, $1 || '-')
        ), session as (
          select own.number, to_jsonb(given) - '{id,root_id,course_id,created_at,updated_at}'::text[] as said,
            (select jsonb_agg(to_jsonb(injection) - 'session_id' order by position) from injection where session_id = given.id) as injections
          from injection_session given join own on own.id = course_id
        ), derived as (
          select own.number, to_jsonb(own) - 'id' as course,
            to_jsonb(row) - '{course_id,patient_id,assessed_at}'::text[] as said
          from course_assessment row join own on own.id = course_id
        ), told as (
          select concat_ws(' ', number, said, injections) as line from session
          union all select concat_ws(' ', number, course, said) from derived
        )
        select count(*) || ' ' || encode(sha256(convert_to(string_agg(
          regexp_replace(line, '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}', '', 'g'), e'\\n' order by line collate "C"), 'UTF8')), 'hex') as digest
        from told`,
      [mark],
    );
    return rows[0]!.digest;
  } finally {
    await client.end();
  }
}
