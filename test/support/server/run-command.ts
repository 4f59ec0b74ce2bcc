import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..', '..');

/** A command as a process of its own, in the folder `cwd`. */
export function startCommand(
  command: string,
  args: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): ChildProcess {
  return spawn(
    process.execPath,
    ['-r', join(ROOT, 'test/support/typescript.cjs'), join(ROOT, `src/commands/${command}.ts`), ...args],
    { cwd, env: { PATH: process.env.PATH ?? '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
}

export async function runCommand(...command: Parameters<typeof startCommand>) {
  const child = startCommand(...command);
  const said = { output: '', errors: '' };
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (said.output += text));
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (said.errors += text));
  const [code] = (await once(child, 'close')) as [number];
  return { code, ...said };
}
