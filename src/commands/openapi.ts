import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from '../app.module';
import { readConfig } from '../platform/config';
import { DOCUMENT_FILE } from '../platform/http/document/api-document';
import { describeApi } from '../platform/http/document/openapi';

/** Writes `openapi.json`; with `--check` only says whether it is what the code says. Needs no database. */
async function main(): Promise<void> {
  const config = readConfig({ DATABASE_URL: 'postgres://nobody@localhost/none' });
  const app = await NestFactory.create(AppModule.on(config, config.databaseUrl!), new FastifyAdapter(), {
    preview: true,
    logger: ['error'],
  });
  // A preview makes no modules, so the paths of the rooms are given here once more.
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics'] });
  const written = `${JSON.stringify(describeApi(app), null, 2)}\n`;
  if (!process.argv.includes('--check')) {
    writeFileSync(DOCUMENT_FILE, written);
  } else if (readFileSync(DOCUMENT_FILE, 'utf8') !== written) {
    console.error('openapi.json is not what the code says: npm run openapi, and commit it');
    process.exitCode = 1;
  }
  await app.close();
}

void main();
