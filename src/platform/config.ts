import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { isZone } from '../clinical/calendar';
import { StartError } from '../embedded-postgres/start-error';
import { NOT_IN_AN_ADDRESS } from './database/connection/connection-settings';
import { readLimits, type RequestLimits } from './limits/costly';
import { readOidc, type OidcSettings } from './oidc/oidc-settings';
import { readSmart, type SmartSettings } from './smart/smart-settings';

/** Where Nest finds the configuration. */
export const CONFIG = Symbol('Config');

export interface Config {
  readonly host: string;
  readonly port: number;
  /** The proxy before the service, as addresses and networks; protocol, address and host of a request come from it. */
  readonly trustedProxy?: string;
  /** The names the service answers to; none: to every name. */
  readonly allowedHosts: readonly string[];
  /** How often a minute one user or token may ask for what is costly. */
  readonly requestLimits: RequestLimits;
  /** The clinic's own PostgreSQL; absent: the embedded one. */
  readonly databaseUrl?: string;
  /** The same database as its owner, for migrations; absent: as the service. */
  readonly databaseOwnerUrl?: string;
  /** A standby of the clinic's own PostgreSQL that reports are read from; absent: from itself. */
  readonly reportsDatabaseUrl?: string;
  readonly dataDir: string;
  readonly clinicZone: string;
  /** Does this process learn from the clinic's courses at night? */
  readonly nightly: boolean;
  /** Where messages of another system (HL7 v2) are taken; absent: nowhere. */
  readonly mllpPort?: number;
  readonly mllpHost: string;
  /** Where people sign in besides; absent: with a password alone. */
  readonly oidc?: OidcSettings;
  /** Which EHRs start the service with a patient; absent: none. */
  readonly smart?: SmartSettings;
  readonly demo: boolean;
  readonly demoPassword?: string;
}

/**
 * The configuration from environment variables.
 *
 * @throws StartError naming the variable, its value and what would do instead.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const databaseUrl = readDatabaseUrl('DATABASE_URL', env.DATABASE_URL);
  const databaseOwnerUrl = readDatabaseUrl('DATABASE_OWNER_URL', env.DATABASE_OWNER_URL);
  if (databaseOwnerUrl !== undefined && databaseUrl === undefined)
    throw new StartError(
      'DATABASE_OWNER_URL is set without DATABASE_URL: set that to the role of the service',
    );
  return {
    host: env.HOST || '127.0.0.1',
    port: readPort('PORT', env.PORT) ?? 3000,
    trustedProxy: readTrustedProxy(env.TRUSTED_PROXY),
    allowedHosts: readHosts(env.ALLOWED_HOSTS),
    requestLimits: readLimits(env.REQUEST_LIMITS),
    databaseUrl,
    databaseOwnerUrl,
    reportsDatabaseUrl: readDatabaseUrl('REPORTS_DATABASE_URL', env.REPORTS_DATABASE_URL),
    dataDir: resolve(env.DATA_DIR || './data'),
    clinicZone: readZone(env.CLINIC_ZONE),
    nightly: readBoolean('NIGHTLY', env.NIGHTLY) ?? true,
    mllpPort: readPort('MLLP_PORT', env.MLLP_PORT),
    mllpHost: env.MLLP_HOST || '127.0.0.1',
    oidc: readOidc(env),
    smart: readSmart(env),
    demo: readBoolean('DEMO', env.DEMO) ?? databaseUrl === undefined,
    demoPassword: readDemoPassword(env.DEMO_PASSWORD),
  };
}

function readPort(name: string, text: string | undefined): number | undefined {
  if (!text) return undefined;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65535) {
    throw new StartError(`${name}=${text} is not a port: give a number from 0 to 65535`);
  }
  return port;
}

function readTrustedProxy(text: string | undefined): string | undefined {
  const networks = listed(text);
  const wrong = networks.find((network) => !isNetwork(network));
  if (wrong !== undefined)
    throw new StartError(
      `TRUSTED_PROXY=${text}: ${wrong} is not an address of a proxy: give one such as 127.0.0.1, a network such as 10.0.0.0/8, or several with commas`,
    );
  return networks.length > 0 ? networks.join(',') : undefined;
}

/** An address, or a network of at least one bit: to trust every address is to trust nobody in particular. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  if (bits === undefined) return true;
  return /^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128);
}

const HOST_NAME = /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$|^\[[\da-f:]+\]$/;

function readHosts(text: string | undefined): readonly string[] {
  const hosts = listed(text?.toLowerCase());
  const wrong = hosts.find((host) => !HOST_NAME.test(host));
  if (wrong !== undefined)
    throw new StartError(
      `ALLOWED_HOSTS=${text}: ${wrong} is not a name: give names without port such as clinic.example, several with commas`,
    );
  return hosts;
}

function listed(text = ''): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** @throws StartError in one line that never holds the password. */
export function readDatabaseUrl(name: string, text: string | undefined): string | undefined {
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || !isWhole(url)) {
    throw new StartError(
      `${name} is not a PostgreSQL address: give postgres://user:password@host:5432/database, with / ? # @ % and blanks of the password as %2F %3F %23 %40 %25 %20`,
    );
  }
  const ours = NOT_IN_AN_ADDRESS.find((setting) => url.searchParams.has(setting));
  if (ours !== undefined)
    throw new StartError(`${name} sets ${ours}, which the service states itself: leave it out`);
  return text;
}

/** A password with one of these characters in it would end up in the host, the path or the query, and in an error. */
function isWhole({ username, password, pathname, search, hash }: URL): boolean {
  return [username, password].every(isEncoded) && !`${pathname}${search}${hash}`.includes('@');
}

function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
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
