import { resolve } from 'node:path';
import { isZone } from '../clinical/calendar';
import { StartError } from '../embedded-postgres/start-error';

/** Where Nest finds the configuration. */
export const CONFIG = Symbol('Config');

export interface Config {
  readonly host: string;
  readonly port: number;
  /** The clinic's own PostgreSQL; absent: the embedded one. */
  readonly databaseUrl?: string;
  readonly dataDir: string;
  readonly clinicZone: string;
  /** Does this process learn from the clinic's courses at night? */
  readonly nightly: boolean;
  readonly demo: boolean;
  readonly demoPassword?: string;
}

/**
 * The configuration from environment variables.
 *
 * @throws StartError naming the variable, its value and what would do instead.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const databaseUrl = readDatabaseUrl(env.DATABASE_URL);
  return {
    host: env.HOST || '127.0.0.1',
    port: readPort(env.PORT),
    databaseUrl,
    dataDir: resolve(env.DATA_DIR || './data'),
    clinicZone: readZone(env.CLINIC_ZONE),
    nightly: readBoolean('NIGHTLY', env.NIGHTLY) ?? true,
    demo: readBoolean('DEMO', env.DEMO) ?? databaseUrl === undefined,
    demoPassword: readDemoPassword(env.DEMO_PASSWORD),
  };
}

function readPort(text: string | undefined): number {
  if (!text) return 3000;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65535) {
    throw new StartError(`PORT=${text} is not a port: give a number from 0 to 65535`);
  }
  return port;
}

function readDatabaseUrl(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new StartError(
      'DATABASE_URL is not a PostgreSQL address: give postgres://user:password@host:5432/database',
    );
  }
  return text;
}

function readZone(text: string | undefined): string {
  const zone = text || 'America/New_York';
  if (!isZone(zone))
    throw new StartError(`CLINIC_ZONE=${zone} is not an IANA time zone such as America/New_York`);
  return zone;
}

function readBoolean(name: string, text: string | undefined): boolean | undefined {
  if (!text) return undefined;
  if (text !== 'true' && text !== 'false') throw new StartError(`${name}=${text} is neither true nor false`);
  return text === 'true';
}

function readDemoPassword(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (text.length < 8) throw new StartError('DEMO_PASSWORD is too short: give at least 8 characters');
  return text;
}
