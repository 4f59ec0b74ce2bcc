import { StartError } from '../../embedded-postgres/start-error';
import { readAddress, readRoles, type Env, type OidcSettings } from '../oidc/oidc-settings';

/** Which EHRs may start the service with a patient (SMART App Launch), and who comes from there. */
export interface SmartSettings extends Pick<OidcSettings, 'roleClaim' | 'roles'> {
  /** Their FHIR addresses, which they send as `iss`. */
  readonly servers: readonly string[];
  readonly clientId: string;
  readonly clientSecret?: string;
}

/**
 * The settings of launches; none where `SMART_ISS` is not set. An EHR knows this service by a name of its own, or as the
 * provider does.
 *
 * @throws StartError in one line that never holds the secret.
 */
export function readSmart(env: Env): SmartSettings | undefined {
  if (!env.SMART_ISS) {
    const alone = ['SMART_CLIENT_ID', 'SMART_CLIENT_SECRET'].find((name) => env[name]);
    if (alone !== undefined)
      throw new StartError(`${alone} is set without SMART_ISS: set that to the FHIR address of the EHR`);
    return undefined;
  }
  const servers = env.SMART_ISS.split(',').map((part) => readAddress('SMART_ISS', part.trim()));
  const own = env.SMART_CLIENT_ID;
  const clientId = own || env.OIDC_CLIENT_ID;
  if (!clientId)
    throw new StartError(
      'SMART_ISS is set without SMART_CLIENT_ID: set that to the name under which the EHR knows this service',
    );
  const clientSecret = (own ? env.SMART_CLIENT_SECRET : env.OIDC_CLIENT_SECRET) || undefined;
  return { servers, clientId, clientSecret, ...readRoles(env, 'SMART_ISS') };
}

/** The server that a launch names; a slash at the end makes no other one. */
export function serverNamed(iss: string, servers: readonly string[]): string | undefined {
  const bare = (address: string): string => address.replace(/\/$/, '');
  return servers.find((server) => bare(server) === bare(iss));
}
