import { randomBytes } from 'node:crypto';
import { chmodSync, writeFileSync } from 'node:fs';

/** A new password, on disk before anything is opened with it, and readable by nobody else. */
export function makePassword(path: string): void {
  writeFileSync(path, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flush: true });
  chmodSync(path, 0o600);
}
