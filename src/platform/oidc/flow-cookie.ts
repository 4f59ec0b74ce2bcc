/** What a browser keeps while it is at a provider; nobody else can bring it back. */
export interface Flow {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE (RFC 7636). */
  readonly verifier: string;
  /** Where they wanted to go. */
  readonly next?: string;
  /** The EHR that started it. */
  readonly server?: string;
}

export const FLOW_COOKIE = 'clinic_sign_in';
export const LAUNCH_COOKIE = 'clinic_launch';
/** Our choice: as long as somebody may take to type their password there. */
export const FLOW_MINUTES = 10;

export function flowText(flow: Flow): string {
  return Buffer.from(JSON.stringify(flow)).toString('base64url');
}

/** Undefined for whatever we did not write. */
export function readFlow(text: string | undefined): Flow | undefined {
  if (!text) return undefined;
  const read = parsed(Buffer.from(text, 'base64url').toString());
  if (typeof read !== 'object' || read === null) return undefined;
  const { state, nonce, verifier, next, server } = read as Record<string, unknown>;
  if (![state, nonce, verifier].every((part) => typeof part === 'string' && part !== '')) return undefined;
  return { ...(read as Flow), next: textOrNone(next), server: textOrNone(server) };
}

function textOrNone(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
