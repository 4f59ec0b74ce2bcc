import { Inject, Injectable, Logger } from '@nestjs/common';
import { fetchProtectedResource, type Configuration } from 'openid-client';
import type { CameFrom } from '../auth/came-from';
import { CONFIG, type Config } from '../config';
import { Problem } from '../http/problem';
import { Arrivals, type Admission, type Arrival } from '../oidc/arrivals';
import {
  beginFlow,
  claimsOf,
  clientOf,
  discovered,
  finishFlow,
  PATIENCE_SECONDS,
  type Proven,
} from '../oidc/code-flow';
import type { Flow } from '../oidc/flow-cookie';
import { NotAdmitted } from '../oidc/not-admitted';
import { personOf } from '../oidc/person-of';
import { patientIdIn, recordNumbersOf } from './ehr-patient';
import { scopesFor, smartConfigurationOf, type SmartConfiguration } from './smart-configuration';
import { serverNamed, type SmartSettings } from './smart-settings';

/** An EHR as it is known once it was asked. */
interface Ehr {
  readonly client: Configuration;
  readonly said: SmartConfiguration;
}

/** Somebody who comes from an EHR, with a patient open there. */
export interface Launched extends Arrival {
  /** As the EHR has them; none: no patient was open, or it does not tell. */
  readonly recordNumbers: readonly string[];
}

/** An EHR starts the service (SMART App Launch 2.2): who it is, and with which patient. Its token is used for that and kept nowhere. */
@Injectable()
export class SmartService {
  private readonly log = new Logger('SMART');
  private readonly found = new Map<string, Promise<Ehr>>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly arrivals: Arrivals,
  ) {}

  /** @throws NotAdmitted for an EHR that is not in the settings, is not there, or cannot say who somebody is. */
  async begin(
    { iss, launch }: { readonly iss: string; readonly launch: string },
    redirectUri: string,
    from: CameFrom,
  ): Promise<{ readonly address: URL; readonly flow: Flow }> {
    const { servers, roleClaim } = this.settings();
    const server = serverNamed(iss, servers);
    if (server === undefined) {
      const refuse = (): Promise<never> => Promise.reject(new NotAdmitted('unknown-ehr'));
      return (await this.arrivals.admit({ detail: {} }, from, refuse)).arrival;
    }
    const { client, said } = await this.ehr(server);
    const scope = scopesFor(said, roleClaim);
    const begun = await beginFlow(client, { redirect_uri: redirectUri, scope, launch, aud: iss });
    return { ...begun, flow: { ...begun.flow, server } };
  }

  /**
   * Signs in whoever comes back, with the record numbers of the patient whom they had open.
   *
   * @throws NotAdmitted, which the trail has then.
   */
  finish(back: URL, flow: Flow | undefined, from: CameFrom): Promise<Admission<Launched>> {
    const settings = this.settings();
    const server = settings.servers.find((known) => known === flow?.server);
    return this.arrivals.admit({ flow, detail: { launchedBy: server } }, from, async () => {
      if (server === undefined) throw new NotAdmitted('not-begun');
      const { client, said } = await this.ehr(server);
      const proven = await finishFlow(client, back, flow);
      const person = personOf(await claimsOf(client, proven, settings.roleClaim), settings);
      const recordNumbers = person.role ? await this.numbersAt(server, client, proven) : [];
      return { issuer: said.issuer, person, recordNumbers };
    });
  }

  /** An EHR that keeps its patient to itself has still said who somebody is. */
  private async numbersAt(
    server: string,
    client: Configuration,
    { accessToken, answer }: Proven,
  ): Promise<readonly string[]> {
    const id = patientIdIn(answer);
    if (id === undefined) return [];
    const address = new URL(`${server.replace(/\/$/, '')}/Patient/${id}`);
    const accept = new Headers({ accept: 'application/fhir+json' });
    try {
      const read = await fetchProtectedResource(client, accessToken, address, 'GET', undefined, accept);
      if (read.status === 200) return recordNumbersOf(await read.json());
      this.log.warn(`${server} answers ${read.status} for its patient`);
    } catch (error) {
      this.log.warn(`${server} does not tell its patient: ${String(error)}`);
    }
    return [];
  }

  /** Asked once; again as long as it is not there. */
  private ehr(server: string): Promise<Ehr> {
    const settings = this.settings();
    const known = this.found.get(server) ?? askedEhr(server, settings);
    this.found.set(server, known);
    return known.catch((error: unknown) => {
      this.found.delete(server);
      if (error instanceof NotAdmitted) throw error;
      this.log.warn(`${server} is not there: ${String(error)}`);
      throw new NotAdmitted('unreachable', { cause: error });
    });
  }

  private settings(): SmartSettings {
    if (this.config.smart) return this.config.smart;
    throw new Problem('not-found', 'No EHR starts this service: sign in, and find the patient here.');
  }
}

/** Its tokens are held against the keys that the issuer itself shows: no EHR speaks for another one's people. */
async function askedEhr(server: string, settings: SmartSettings): Promise<Ehr> {
  const answer = await fetch(`${server.replace(/\/$/, '')}/.well-known/smart-configuration`, {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_SECONDS * 1000),
  });
  if (!answer.ok) throw new NotAdmitted('unreachable', { code: String(answer.status) });
  const said = smartConfigurationOf(await answer.json());
  if (said === undefined) throw new NotAdmitted('unsuited');
  const issuer = await discovered(said.issuer, settings.clientId, server);
  const metadata = {
    ...issuer,
    authorization_endpoint: said.authorizationEndpoint,
    token_endpoint: said.tokenEndpoint,
  };
  return { said, client: clientOf(metadata, settings, server) };
}
