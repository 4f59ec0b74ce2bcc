import type { Bundle, FhirResource } from 'fhir/r4';

interface FhirAnswer {
  readonly status: number;
  readonly type: string | undefined;
  readonly headers: Headers;
  readonly body: any;
}

/** One request below /fhir/R4, or at the address of a link. */
export async function askFhir(
  url: string,
  token: string | undefined,
  path: string,
  headers: Record<string, string> = {},
): Promise<FhirAnswer> {
  const address = path.startsWith('http') ? path : `${url}/fhir/R4/${path}`;
  const response = await fetch(address, {
    headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers },
  });
  return {
    status: response.status,
    type: response.headers.get('content-type')?.split(';')[0],
    headers: response.headers,
    body: await response.json(),
  };
}

export function idsOf({ entry = [] }: Bundle<FhirResource>): string[] {
  return entry.map(({ resource }) => resource!.id!);
}

/** A search to its end, by the links of its pages. */
export async function everyPage(
  url: string,
  token: string,
  path: string,
): Promise<{ pages: number; resources: FhirResource[] }> {
  const resources: FhirResource[] = [];
  let pages = 0;
  for (let next: string | undefined = path; next !== undefined; pages += 1) {
    const { status, body } = await askFhir(url, token, next);
    if (status !== 200) throw new Error(`${next}: ${status} ${JSON.stringify(body)}`);
    const { entry = [], link = [] } = body as Bundle<FhirResource>;
    resources.push(...entry.map(({ resource }) => resource!));
    next = link.find(({ relation }) => relation === 'next')?.url;
  }
  return { pages, resources };
}
