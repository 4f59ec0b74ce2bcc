/** COMMIT was sent and its answer is missing, or is no promise: what it was to write may be there, and may be lost. */
export class CommitUnknown extends Error {
  override readonly name = 'CommitUnknown';
}

/** The database was asked, takes no new connections and says nothing. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Errors of transactions whose COMMIT never went out, or was refused by the database. */
const unwritten = new WeakSet<object>();

export function markUnwritten(error: unknown): void {
  if (typeof error === 'object' && error !== null && !isCommitUnknown(error)) unwritten.add(error);
}

/** Is it known that nothing was written? Only then may an answer say so. */
export function isKnownUnwritten(error: unknown): boolean {
  return typeof error === 'object' && error !== null && unwritten.has(error);
}

export function isCommitUnknown(error: unknown): boolean {
  return driverErrorOf(error) instanceof CommitUnknown;
}

/** What the driver threw, beneath what TypeORM makes of it. */
export function driverErrorOf(error: unknown): unknown {
  return (error as { driverError?: unknown } | null)?.driverError ?? error;
}
