import type { Writable } from 'node:stream';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import { DEMO_USERS } from '../demo/demo-users';
import { fillWhenEmpty } from '../demo/open-demo-clinic';
import { readConfig, type Config } from '../platform/config';
import { openDatabase } from '../platform/database/open-database';
import { serviceLogger } from '../platform/log/log';

/** `npm run seed`. @returns the exit code: 0 filled, 1 not filled. */
export async function seedCommand(
  env: Readonly<Record<string, string | undefined>>,
  { output, errors }: { output: Writable; errors: Writable },
): Promise<number> {
  try {
    const config = readConfig(env);
    const database = await openDatabase(config);
    try {
      return await seed(config, database, output, errors);
    } finally {
      await database.close();
    }
  } catch (error) {
    errors.write(`seed: ${(error as Error).message.split('\n')[0]}\n`);
    return 1;
  }
}

async function seed(
  config: Config,
  { url, place }: { url: string; place: string },
  output: Writable,
  errors: Writable,
): Promise<number> {
  const app = await NestFactory.createApplicationContext(AppModule.on(config, url), {
    logger: serviceLogger(),
    abortOnError: false,
  });
  try {
    const { found, password } = await fillWhenEmpty(app, config);
    if (found !== 'empty') {
      const holds = found === 'demo' ? 'holds the demo clinic already' : 'is not empty';
      errors.write(`seed: the database ${holds} (${place}): nothing was written\n`);
      return 1;
    }
    output.write(`The demo clinic is in ${place}\n`);
    output.write(`  sign in    as ${DEMO_USERS.map(({ username }) => username).join(', ')}\n`);
    output.write(`  password   ${config.demoPassword === undefined ? password : 'as DEMO_PASSWORD says'}\n`);
    return 0;
  } finally {
    await app.close();
  }
}

async function main(): Promise<void> {
  const { stdout, stderr, env } = process;
  process.exitCode = await seedCommand(env, { output: stdout, errors: stderr });
}

if (require.main === module) void main();
