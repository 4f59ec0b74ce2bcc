import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FhirResource, MedicationAdministration } from 'fhir/r4';
import { Client as Database } from 'pg';
import { filesOfClinic } from '../../bench/speed/moving-in/files-of-clinic';
import { dayIn } from '../../src/clinical/calendar';
import { findFreePort } from '../../src/embedded-postgres/free-port';
import { runningDatabase } from '../../src/embedded-postgres/running-database';
import { RESOURCE_KINDS } from '../../src/fhir/resource-kinds';
import { PASSWORD, signIn } from '../faults/kill-cycles';
import { superviseService } from '../faults/supervised-service';
import { exported } from '../support/fhir/bulk';
import { openValidators } from '../support/fhir/validators';
import type * as FhirKitClient from 'fhir-kit-client';

/** It names its file to `import` alone, and what is transformed asks by `require`. */
const { Client } = require('../../node_modules/fhir-kit-client/dist/index.js') as typeof FhirKitClient;

const GENERATED = { patients: 500, sessions: 4, muscles: 3 };
const ZONE = 'America/New_York';

/**
 * `npm run test:fhir`: the demo clinic and 500 generated patients, moved in as files, exported as a whole. Three validators and
 * the calendar find nothing wrong with any of it, the administrations of each session sum up to it, and a client of others finds
 * the same by paging. Ends with 1 where one of that does not hold.
 */
async function main(): Promise<void> {
  const parent = mkdtempSync(join(tmpdir(), 'clinic-fhir-'));
  chmodSync(parent, 0o755);
  const dataDir = join(parent, 'data');
  const env = { PORT: String(await findFreePort()), DEMO_PASSWORD: PASSWORD, NIGHTLY: 'false' };
  const service = superviseService(dataDir, env);
  try {
    const neurologist = await signIn(service);
    const admin = await signIn(service, 'admin');
    await moveIn(service.url, admin);
    const resources = [
      ...(await exported(service.url, neurologist, '$export')).resources,
      ...(await exported(service.url, admin, '$export?_type=AuditEvent')).resources,
    ];
    const ofClinic = countsOf(resources);
    console.log(`${resources.length} resources: ${words(ofClinic)}`);
    for (const { type } of RESOURCE_KINDS) hold(`there is something of ${type}`, (ofClinic[type] ?? 0) > 0);
    validate(resources);
    await sumUp(resources, dataDir);
    await page(service.url, neurologist, ofClinic);
  } finally {
    await service.stop();
    rmSync(parent, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

async function moveIn(url: string, token: string): Promise<void> {
  const files = filesOfClinic({ ...GENERATED, today: dayIn(ZONE, new Date()) });
  for (const kind of ['patients', 'courses', 'sessions', 'responses'] as const) {
    const answer = await fetch(`${url}/api/v1/imports?kind=${kind}&dryRun=false`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
      body: files[kind],
    });
    const { rows } = (await answer.json()) as { rows: Record<string, number> };
    console.log(`${kind} moved in: ${words(rows)}`);
    hold(`no row of ${kind} is refused`, answer.status === 201 && rows.refused === 0);
  }
}

function validate(resources: readonly FhirResource[]): void {
  for (const { name, errorsIn } of openValidators()) {
    const wrong = resources.flatMap((resource) => {
      const errors = errorsIn(resource);
      return errors.length > 0 ? [`${resource.resourceType}/${resource.id}: ${errors.join('; ')}`] : [];
    });
    for (const line of wrong.slice(0, 5)) console.log(`  ${line}`);
    hold(`${name} takes all ${resources.length}, and refuses ${wrong.length}`, wrong.length === 0);
  }
}

/** Against the rows themselves: of each session that is read as a Procedure. */
async function sumUp(resources: readonly FhirResource[], dataDir: string): Promise<void> {
  const told = new Map<string, number>();
  for (const resource of resources.filter(isAdministration)) {
    const session = resource.partOf![0]!.reference!.slice('Procedure/'.length);
    told.set(session, (told.get(session) ?? 0) + resource.dosage!.dose!.value!);
  }
  const client = new Database({ connectionString: runningDatabase(dataDir)!.url });
  await client.connect();
  const { rows } = await client.query<{ id: string; units: string }>(
    'select session_id as id, sum(units) as units from injection group by session_id',
  );
  await client.end();
  const stored = new Map(rows.map(({ id, units }) => [id, Number(units)]));
  const differ = [...told].filter(([id, units]) => Math.abs((stored.get(id) ?? 0) - units) > 1e-9);
  hold(`the administrations of ${told.size} sessions sum up to them`, told.size > 0 && differ.length === 0);
}

function isAdministration(resource: FhirResource): resource is MedicationAdministration {
  return resource.resourceType === 'MedicationAdministration';
}

async function page(url: string, token: string, whole: Readonly<Record<string, number>>): Promise<void> {
  const client = new Client({ baseUrl: `${url}/fhir/R4`, bearerToken: token });
  let pages = 0;
  const found: Record<string, number> = {};
  for (const type of Object.keys(whole).filter((named) => named !== 'AuditEvent')) {
    const ids = new Set<string>();
    let bundle: Page | undefined = (await client.search({
      resourceType: type,
      searchParams: { _count: '200' },
    })) as Page;
    while (bundle !== undefined) {
      pages += 1;
      for (const { resource } of bundle.entry ?? []) ids.add(resource.id);
      bundle = (await client.nextPage({ bundle })) as Page | undefined;
    }
    found[type] = ids.size;
  }
  const differ = Object.keys(found).filter((type) => found[type] !== whole[type]);
  hold(`fhir-kit-client finds as many of each type on ${pages} pages`, differ.length === 0);
  for (const type of differ) console.log(`  ${type}: ${found[type]} found, ${whole[type]} exported`);
}

type Page = Parameters<InstanceType<typeof Client>['nextPage']>[0]['bundle'] & {
  readonly entry?: readonly { readonly resource: { readonly id: string } }[];
};

function countsOf(resources: readonly FhirResource[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { resourceType } of resources) counts[resourceType] = (counts[resourceType] ?? 0) + 1;
  return counts;
}

function words(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}

function hold(what: string, holds: boolean): void {
  if (!holds) process.exitCode = 1;
  if (!holds || !what.startsWith('there is')) console.log(`${holds ? 'ok    ' : 'FAILED'} ${what}`);
}

void main();
