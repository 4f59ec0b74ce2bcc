import { execFile } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, promisify } from 'node:util';
import { findFreePort } from '../../src/embedded-postgres/free-port';
import { PASSWORD, signIn } from '../faults/kill-cycles';
import { superviseService } from '../faults/supervised-service';

const ROOT = join(__dirname, '../..');
const JOBS = join(__dirname, 'jobs');
const TYPESCRIPT = 'typescript@5.9.3';

interface Generator {
  /** Of its job. */
  readonly name: string;
  /** Installed for it alone: none of these is a dependency of ours. */
  readonly packages: readonly string[];
  /** Makes `client.ts`, or a folder `client`, from `openapi.json`. */
  readonly command: readonly [program: string, ...args: string[]];
}

const GENERATORS: readonly Generator[] = [
  {
    name: 'openapi-fetch',
    packages: ['openapi-typescript@7.13.0', 'openapi-fetch@0.17.0'],
    command: ['openapi-typescript', 'openapi.json', '-o', 'client.ts'],
  },
  {
    name: 'hey-api',
    packages: ['@hey-api/openapi-ts@0.90.10'],
    command: ['openapi-ts', '-i', 'openapi.json', '-o', 'client'],
  },
  {
    name: 'swagger-typescript-api',
    packages: ['swagger-typescript-api@13.13.0'],
    command: ['swagger-typescript-api', 'generate', '-p', 'openapi.json', '-o', '.', '-n', 'client.ts'],
  },
];

const COMPILER_OPTIONS = {
  strict: true,
  target: 'es2022',
  lib: ['es2023', 'dom', 'dom.iterable'],
  module: 'nodenext',
  moduleResolution: 'nodenext',
  outDir: 'made',
  rootDir: '.',
  types: ['node'],
  skipLibCheck: true,
};

/** What every job is to say: five due courses, the brands, nothing in the way, and what it wrote. */
const EXPECTED = {
  due: 5,
  products: ['Botox', 'Dysport', 'Xeomin', 'Myobloc', 'Daxxify'],
  stops: 0,
  units: 50,
  improvementPct: 60,
  evaluable: 1,
};

const run = promisify(execFile);

/**
 * `npm run test:clients`: three generators each make a client of `openapi.json`, which compiles strictly and does the main job
 * at the running service; ends with 1 when one does not. Their packages come from the registry into a folder that is thrown away.
 */
async function main(): Promise<void> {
  const parent = mkdtempSync(join(tmpdir(), 'clinic-clients-'));
  chmodSync(parent, 0o755);
  const env = { PORT: String(await findFreePort()), DEMO_PASSWORD: PASSWORD, NIGHTLY: 'false' };
  const service = superviseService(join(parent, 'data'), env);
  try {
    await signIn(service);
    for (const generator of GENERATORS) {
      const said = await job(generator, join(parent, generator.name), service.url).catch(reasonOf);
      const does = isDeepStrictEqual(said, EXPECTED);
      console.log(`${does ? 'ok    ' : 'FAILED'} ${generator.packages.join(', ')}: ${JSON.stringify(said)}`);
      if (!does) process.exitCode = 1;
    }
  } finally {
    await service.stop();
    rmSync(parent, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

async function job({ name, packages, command }: Generator, folder: string, url: string): Promise<unknown> {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: COMPILER_OPTIONS, files: ['job.mts'] }),
  );
  copyFileSync(join(ROOT, 'openapi.json'), join(folder, 'openapi.json'));
  copyFileSync(join(JOBS, `${name}.mts`), join(folder, 'job.mts'));
  copyFileSync(join(JOBS, 'told.mts'), join(folder, 'told.mts'));
  const within = { cwd: folder, maxBuffer: 1 << 26 };
  const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact'];
  await run('npm', [...install, ...packages, TYPESCRIPT, '@types/node@20.19.11'], within);
  const [program, ...args] = command;
  await run('npx', ['--no-install', program, ...args], within);
  await run('npx', ['--no-install', 'tsc'], within);
  const { stdout } = await run(process.execPath, ['made/job.mjs'], {
    ...within,
    env: { PATH: process.env.PATH, CLINIC_URL: url, CLINIC_PASSWORD: PASSWORD, CLINIC_MRN: `T-${name}` },
  });
  return JSON.parse(stdout) as unknown;
}

/** A compiler says what is wrong on its output, the others on the errors'. */
function reasonOf(error: { readonly message: string; readonly stdout?: string }): string {
  return `${error.message}\n${error.stdout ?? ''}`.slice(0, 2000);
}

void main();
