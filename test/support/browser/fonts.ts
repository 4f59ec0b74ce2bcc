import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cached } from './own-cache';

const DESCRIPTION = require.resolve('dejavu-fonts-ttf/package.json');
const FAMILIES = { 'DejaVu Sans': 'sans-serif', 'DejaVu Serif': 'serif', 'DejaVu Sans Mono': 'monospace' };

/**
 * The file that tells the browser its fonts: DejaVu and nothing else, so that a page is as wide on every machine, also on
 * one that has no font; without any a Chromium ends at its first letter.
 */
export async function fontsConfig(): Promise<string> {
  const key = createHash('sha256').update(readFileSync(DESCRIPTION)).update(configOf('')).digest('hex');
  const dir = await cached(`fonts-${key.slice(0, 12)}`, async (beside, place) => {
    await mkdir(join(beside, 'seen'));
    await mkdir(join(beside, 'ttf'));
    for (const family of Object.keys(FAMILIES)) {
      for (const weight of ['', '-Bold']) {
        const file = `${family.replaceAll(' ', '')}${weight}.ttf`;
        await copyFile(join(dirname(DESCRIPTION), 'ttf', file), join(beside, 'ttf', file));
      }
    }
    await writeFile(join(beside, 'fonts.conf'), configOf(place));
  });
  return join(dir, 'fonts.conf');
}

/** Slightly hinted, as systems show them: unhinted letters have other widths. */
function configOf(dir: string): string {
  const aliases = [...Object.entries(FAMILIES), ['DejaVu Sans', 'system-ui'] as const].map(
    ([family, alias]) =>
      `  <alias binding="same"><family>${alias}</family><prefer><family>${family}</family></prefer></alias>`,
  );
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${dir}/ttf</dir>
  <cachedir>${dir}/seen</cachedir>
  <match target="font">
    <edit name="hinting" mode="assign"><bool>true</bool></edit>
    <edit name="hintstyle" mode="assign"><const>hintslight</const></edit>
  </match>
${aliases.join('\n')}
</fontconfig>
`;
}
