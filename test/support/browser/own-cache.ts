import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

const NAME = 'botulinum-toxin-clinic';

/**
 * A folder in this user's cache that is filled once and then found by every run. It is filled beside its place and renamed,
 * so that whoever finds it finds it whole. `fill` is told where it writes and where that will stand.
 */
export async function cached(
  name: string,
  fill: (dir: string, place: string) => Promise<void>,
): Promise<string> {
  const place = join(cacheOfUser(), name);
  if (existsSync(place)) return place;
  const beside = await mkdtemp(`${place}-`);
  try {
    await fill(beside, place);
    await rename(beside, place);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    // Of two runs at once the other was quicker.
    if (!existsSync(place)) throw error;
  }
  return place;
}

/** Some users have no home that they may write, as `nobody`; theirs is a folder of their own among the temporary files. */
function cacheOfUser(): string {
  const uid = process.getuid?.();
  const places = [
    join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), NAME),
    join(tmpdir(), `${NAME}-${uid}`),
  ];
  const place = places.find((dir) => isOwn(dir, uid));
  if (place === undefined)
    throw new Error(`Neither ${places.join(' nor ')} is a folder that this user may write`);
  return place;
}

function isOwn(dir: string, uid: number | undefined): boolean {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    accessSync(dir, constants.W_OK | constants.X_OK);
    return uid === undefined || statSync(dir).uid === uid;
  } catch {
    return false;
  }
}
