import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../../embedded-postgres/start-error';

const BESIDE_BUILD = join(__dirname, '../../../web');

/** Style and islands as they were built; found from the build as from the sources. */
export const ASSETS_FOLDER = existsSync(BESIDE_BUILD) ? BESIDE_BUILD : join(__dirname, '../../../dist/web');

/** @throws StartError where style and islands have not been built: without them no screen can be drawn, not even a refusal. */
export function refuseUnbuiltScreens(folder: string): void {
  if (existsSync(join(folder, 'web.css'))) return;
  throw new StartError('The screens are not built: dist/web is missing. Run npm run build, then start again');
}
