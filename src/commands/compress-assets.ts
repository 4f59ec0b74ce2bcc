import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { ASSETS_FOLDER } from '../platform/http/assets-folder';

/** Puts beside each built file what it is when it is sent, as small as can be: that is done once, and not for each request. */
for (const name of readdirSync(ASSETS_FOLDER).filter((file) => /\.(js|css)$/.test(file))) {
  const file = join(ASSETS_FOLDER, name);
  const content = readFileSync(file);
  writeFileSync(`${file}.br`, brotliCompressSync(content));
  writeFileSync(`${file}.gz`, gzipSync(content, { level: constants.Z_BEST_COMPRESSION }));
}
