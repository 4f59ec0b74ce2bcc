import type { FhirResource } from 'fhir/r4';

interface Listed {
  readonly type: string;
  readonly url: string;
  readonly count: number;
}

export interface BulkManifest {
  readonly transactionTime: string;
  readonly request: string;
  readonly requiresAccessToken: boolean;
  readonly output: readonly Listed[];
  readonly deleted?: readonly Listed[];
  readonly error: readonly Listed[];
}

export interface Exported {
  readonly at: string;
  readonly manifest: BulkManifest;
  readonly resources: FhirResource[];
  /** `Observation/…` of what is no more. */
  readonly removed: string[];
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** Asks for a whole as the Bulk Data guide has it. */
export function kickOff(url: string, token: string, path: string, more: RequestInit = {}): Promise<Response> {
  return fetch(`${url}/fhir/R4/${path}`, {
    ...more,
    headers: {
      ...bearer(token),
      accept: 'application/fhir+json',
      prefer: 'respond-async',
      ...(more.headers as Record<string, string> | undefined),
    },
  });
}

/** Asks again as often as it is told to, until it is made. */
export async function waitFor(at: string, token: string): Promise<BulkManifest> {
  for (;;) {
    const answer = await fetch(at, { headers: { ...bearer(token), accept: 'application/json' } });
    if (answer.status === 200) return (await answer.json()) as BulkManifest;
    if (answer.status !== 202) throw new Error(`${at}: ${answer.status} ${await answer.text()}`);
    const seconds = Number(answer.headers.get('retry-after'));
    await new Promise((resolve) => setTimeout(resolve, seconds * 100));
  }
}

async function linesOf<T>({ url, count }: Listed, token: string): Promise<T[]> {
  const answer = await fetch(url, { headers: { ...bearer(token), accept: 'application/fhir+ndjson' } });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status} ${text}`);
  if (!answer.headers.get('content-type')?.startsWith('application/fhir+ndjson'))
    throw new Error(`${url} is ${answer.headers.get('content-type')}`);
  const lines = text.trimEnd().split('\n');
  if (lines.length !== count) throw new Error(`${url} has ${lines.length} lines instead of ${count}`);
  return lines.map((line) => JSON.parse(line) as T);
}

/** A whole, with everything that its files hold. */
export async function exported(url: string, token: string, path: string): Promise<Exported> {
  const asked = await kickOff(url, token, path);
  if (asked.status !== 202) throw new Error(`${path}: ${asked.status} ${await asked.text()}`);
  const at = asked.headers.get('content-location')!;
  const manifest = await waitFor(at, token);
  const resources: FhirResource[] = [];
  for (const file of manifest.output) {
    const found = await linesOf<FhirResource>(file, token);
    if (found.some(({ resourceType }) => resourceType !== file.type)) throw new Error(`${file.url} is mixed`);
    resources.push(...found);
  }
  const removed: string[] = [];
  for (const file of manifest.deleted ?? []) {
    const bundles = await linesOf<{ entry: { request: { method: string; url: string } }[] }>(file, token);
    removed.push(...bundles.flatMap(({ entry }) => entry.map(({ request }) => request.url)));
  }
  return { at, manifest, resources, removed };
}
