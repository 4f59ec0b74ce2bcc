/** Why the service cannot start: one line, for the person who started it. */
export class StartError extends Error {
  constructor(message: string, cause?: unknown) {
    super(firstLine(message), { cause });
    this.name = 'StartError';
  }
}

/** Names the file or the step that failed in front of what the system said about it. */
export function startErrorFrom(error: unknown, what: string): StartError {
  if (error instanceof StartError) return error;
  return new StartError(`${what}: ${firstLine(messageOf(error))}`, error);
}

/** The code of a system or database error (`ENOENT`, `28P01`), if it has one. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

function messageOf(error: unknown): string {
  const told = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return String(told);
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}
