import { join } from 'node:path';

/** Style and islands as they were built, beside the compiled sources. */
export const ASSETS_FOLDER = join(__dirname, '../../../dist/web');
