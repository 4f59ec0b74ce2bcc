import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ASSETS_FOLDER } from '../platform/http/assets-folder';

const versions = new Map<string, string>();

/** The address of a built file, which changes with its content, so that a browser may keep it for good. */
export function asset(name: string): string {
  let version = versions.get(name);
  if (version === undefined) {
    version = createHash('sha256')
      .update(readFileSync(join(ASSETS_FOLDER, name)))
      .digest('hex')
      .slice(0, 10);
    versions.set(name, version);
  }
  return `/assets/${name}?v=${version}`;
}
