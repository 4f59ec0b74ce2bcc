import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  closeSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries';
import { CLUSTER } from './data-home';
import type { DataHome } from './data-home';
import { makePassword } from './password-file';
import { giveTo, serverEnv } from './process/run-as';
import { StartError, startErrorFrom } from './start-error';

export interface Cluster {
  readonly dir: string;
  readonly password: string;
  readonly passwordFile: string;
  /** What the server has to say is appended here. */
  readonly logFile: string;
}

const SCRATCH = `${CLUSTER}-new-`;

/**
 * The database cluster of a data folder, made on first use.
 *
 * It is made in a scratch folder and renamed, and its password is on disk before: a crash half-way leaves nothing that looks
 * like a cluster.
 */
export async function prepareCluster(
  home: DataHome,
  binaries: () => Binaries,
  throwaway: boolean,
): Promise<Cluster> {
  const dir = join(home.dir, CLUSTER);
  const passwordFile = join(home.dir, `${CLUSTER}.password`);
  const logFile = join(home.dir, `${CLUSTER}.log`);
  try {
    if (!existsSync(dir)) {
      makePassword(passwordFile);
      await initialize(home, binaries(), { dir, passwordFile, throwaway });
    } else {
      // Brought back, as from a backup: the server's user must own it, and nobody else may look in.
      if (process.getuid?.() === 0 && statSync(dir).uid === 0) giveTo(home.user, dir);
      if (statSync(dir).mode & 0o027) chmodSync(dir, 0o700);
    }
    return { dir, password: readPassword(passwordFile, dir), passwordFile, logFile };
  } catch (error) {
    throw startErrorFrom(error, `The database cannot be made in ${dir}`);
  }
}

interface ClusterToMake {
  readonly dir: string;
  readonly passwordFile: string;
  readonly throwaway: boolean;
}

async function initialize(
  home: DataHome,
  { initdb }: Binaries,
  { dir, passwordFile, throwaway }: ClusterToMake,
): Promise<void> {
  removeScratch(home.dir);
  const scratch = mkdtempSync(join(home.dir, SCRATCH));
  try {
    const password = join(scratch, 'password');
    writeFileSync(password, readFileSync(passwordFile), { mode: 0o600 });
    giveTo(home.user, scratch);
    const options = [
      ['--pgdata', join(scratch, 'data')],
      ['--username', 'postgres', '--pwfile', password, '--auth', 'scram-sha-256'],
      ['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
      ['--data-checksums', ...(throwaway ? ['--no-sync'] : [])],
    ];
    await run(initdb, options.flat(), home);
    renameSync(join(scratch, 'data'), dir);
    syncFolder(home.dir);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function run(program: string, options: string[], home: DataHome): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, options, {
      ...home.user,
      cwd: home.dir,
      env: serverEnv(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve();
      if (/could not look up effective user ID/.test(said)) return reject(new StartError(nameless()));
      const line = said.split('\n').find((text) => /error|fatal/i.test(text)) ?? said.split('\n')[0];
      reject(new Error(`initdb ended with ${code}: ${line}`));
    });
  });
}

function nameless(): string {
  const user = process.getuid?.() === 0 ? 'The user "nobody"' : `User ${process.getuid?.()}`;
  return `${user} is not in /etc/passwd, and PostgreSQL makes no database for such a user: start as another, or set DATABASE_URL.`;
}

/** What an interrupted first start left behind; nobody else is at work here, for we hold the lock. */
function removeScratch(dir: string): void {
  for (const name of readdirSync(dir).filter((entry) => entry.startsWith(SCRATCH))) {
    rmSync(join(dir, name), { recursive: true, force: true });
  }
}

function readPassword(file: string, dir: string): string {
  if (!existsSync(file)) {
    throw new StartError(
      `The password file ${file} is missing, and the database in ${dir} does not open without it: bring it back.`,
    );
  }
  return readFileSync(file, 'utf8').trim();
}

function syncFolder(dir: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(dir, 'r');
  fsyncSync(folder);
  closeSync(folder);
}
