import { randomBytes } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';

/** A new password, on disk before anything is opened with it, whole or not at all, and readable by nobody else. */
export function makePassword(path: string): void {
  const part = `${path}.part`;
  writeFileSync(part, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flush: true });
  renameSync(part, path);
}
