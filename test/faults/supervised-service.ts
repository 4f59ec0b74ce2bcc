import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SupervisedService {
  readonly url: string;
  /** The service process that runs at this moment. */
  pid(): number | undefined;
  /** Of its embedded server, as long as one is there. */
  serverPid(): number | undefined;
  /** How often it was started. */
  starts(): number;
  /** What it complained of, line by line. */
  readonly said: string[];
  stop(): Promise<void>;
}

const ROOT = join(__dirname, '../..');

/** The built service as systemd or compose would run it: whenever it ends, it is started again. */
export function superviseService(dataDir: string, env: Readonly<Record<string, string>>): SupervisedService {
  const said: string[] = [];
  let starts = 0;
  let stopping = false;
  let child: ChildProcess;
  const start = (): void => {
    starts += 1;
    child = spawn(process.execPath, [join(ROOT, 'dist/src/main.js')], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, DATA_DIR: dataDir, HOST: '127.0.0.1', ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr!.setEncoding('utf8').on('data', (text: string) => said.push(...text.trim().split('\n')));
    child.once('exit', () => {
      if (!stopping) start();
    });
  };
  start();
  return {
    url: `http://127.0.0.1:${env.PORT}`,
    pid: () => child.pid,
    serverPid: () => postmasterOf(dataDir),
    starts: () => starts,
    said,
    async stop() {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function postmasterOf(dataDir: string): number | undefined {
  const file = join(dataDir, 'pg18', 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return pid > 1 ? pid : undefined;
}
