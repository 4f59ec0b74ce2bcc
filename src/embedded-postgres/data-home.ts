import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { canEnter, serverUser } from './process/run-as';
import type { SystemUser } from './process/run-as';
import { StartError, startErrorFrom } from './start-error';

/** Where one cluster and what belongs to it lie. */
export interface DataHome {
  readonly dir: string;
  readonly user: SystemUser | undefined;
}

export const CLUSTER = 'pg18';
const NOTE = 'pg18.location';

/** Makes the data folder if need be and answers its true path. */
export function openDataFolder(dataDir: string): string {
  const dir = resolve(dataDir);
  try {
    // As root the server runs as another user, who must be let through; an ordinary user shares with nobody.
    const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
    const first = mkdirSync(dir, { recursive: true, mode });
    for (let made = dir; first !== undefined && made.length >= first.length; made = dirname(made))
      chmodSync(made, mode);
    return realpathSync(dir);
  } catch (error) {
    throw startErrorFrom(error, `The data folder ${dir} cannot be made`);
  }
}

/**
 * Where the cluster of a data folder lives: in the folder itself, or, when the server's user cannot enter it (below root's
 * own 0700 home), in a folder of the system's, to which a note in the data folder points from then on.
 */
export function findDataHome(dataDir: string, reachable: string): DataHome {
  const note = join(dataDir, NOTE);
  if (existsSync(note)) return followNote(note);
  const user = serverUser(join(dataDir, CLUSTER));
  if (canEnter(dataDir, user)) return { dir: dataDir, user };
  if (existsSync(join(dataDir, CLUSTER))) {
    throw new StartError(
      `The database in ${dataDir} belongs to user ${user?.uid}, who may not enter that folder: open the folders above to that user, or start the service as that user.`,
    );
  }
  const dir = join(reachable, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
  try {
    openDataFolder(dir);
    if (!canEnter(dir, user)) throw new Error(`user ${user?.uid} may not enter it`);
    writeFileSync(note, `${dir}\n`);
  } catch (error) {
    throw startErrorFrom(
      error,
      `The database cannot live in ${dataDir}, which only root may enter, nor in ${dir}`,
    );
  }
  return { dir, user: serverUser(join(dir, CLUSTER)) };
}

function followNote(note: string): DataHome {
  const dir = readFileSync(note, 'utf8').trim();
  if (!existsSync(dir)) {
    throw new StartError(
      `${note} says that the database is in ${dir}, which is not there: bring it back, or remove the note to start afresh.`,
    );
  }
  return { dir, user: serverUser(join(dir, CLUSTER)) };
}
