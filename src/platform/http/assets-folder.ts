import { existsSync } from 'node:fs';
import { join } from 'node:path';

const BESIDE_BUILD = join(__dirname, '../../../web');

/** Style and islands as they were built; found from the build as from the sources. */
export const ASSETS_FOLDER = existsSync(BESIDE_BUILD) ? BESIDE_BUILD : join(__dirname, '../../../dist/web');
