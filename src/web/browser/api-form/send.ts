/** A refusal of the API, RFC 9457. */
export interface Refusal {
  readonly status: number;
  /** `urn:problem:…`, where the service itself refused. */
  readonly type?: string;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly message: string }[];
  readonly findings?: readonly {
    readonly code: string;
    readonly severity: 'stop' | 'confirm' | 'note';
    readonly message: string;
    readonly pointer?: string;
    readonly sourceText?: string;
  }[];
}

/** What came of sending: an answer, a refusal, or no connection, in which case nobody knows whether it arrived. */
export type Sent =
  | { readonly kind: 'answered'; readonly status: number; readonly data: unknown }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'offline' };

export interface SendOptions {
  /** The version of the row that the sender has seen; sent as `If-Match`. */
  readonly version?: string | number;
  /** For long work: whoever started it may cancel it, and it is waited for longer. */
  readonly signal?: AbortSignal;
}

const PATIENCE_MS = 30_000;
const LONG_PATIENCE_MS = 15 * 60_000;

/** Sends JSON to the API. Never throws: what went wrong is a value. */
export function sendJson(
  method: string,
  path: string,
  body?: unknown,
  { version, signal }: SendOptions = {},
): Promise<Sent> {
  const headers = {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(version !== undefined && { 'if-match': `"${version}"` }),
  };
  return send(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) }, signal);
}

/** The same with a file of rows, which takes long. */
export function sendRows(path: string, file: Blob, signal: AbortSignal): Promise<Sent> {
  return send(path, { method: 'POST', headers: { 'content-type': 'text/csv' }, body: file }, signal);
}

async function send(
  path: string,
  { headers, ...request }: { method: string; headers: Record<string, string>; body?: BodyInit },
  signal: AbortSignal | undefined,
): Promise<Sent> {
  try {
    const patience = AbortSignal.timeout(signal ? LONG_PATIENCE_MS : PATIENCE_MS);
    const response = await fetch(path, {
      ...request,
      credentials: 'same-origin',
      headers: { accept: 'application/json, application/problem+json', ...headers },
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
    const data = await readJson(response);
    return response.ok
      ? { kind: 'answered', status: response.status, data }
      : { kind: 'refused', refusal: refusalOf(response, data) };
  } catch {
    return { kind: 'offline' };
  }
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusalOf(response: Response, data: unknown): Refusal {
  const known = typeof data === 'object' && data !== null ? (data as Partial<Refusal>) : {};
  return {
    title: 'The service did not accept this',
    detail: 'Try again in a moment. If it stays so, tell the administrator.',
    ...known,
    status: response.status,
  };
}
