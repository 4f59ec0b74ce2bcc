import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Configuration } from 'openid-client';
import type { CameFrom } from '../auth/came-from';
import { CONFIG, type Config } from '../config';
import { Problem } from '../http/problem';
import { Arrivals } from './arrivals';
import { beginFlow, claimsOf, clientOf, discovered, finishFlow } from './code-flow';
import type { Flow } from './flow-cookie';
import { NotAdmitted } from './not-admitted';
import type { OidcSettings } from './oidc-settings';
import { personOf } from './person-of';

/** Signing in by a provider, beside passwords: what somebody is there decides what they are here, each time anew. */
@Injectable()
export class OidcService {
  private readonly log = new Logger('OIDC');
  private found: Promise<Configuration> | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly arrivals: Arrivals,
  ) {}

  /** Where people sign in besides; nowhere: with a password alone. */
  get host(): string | undefined {
    return this.config.oidc && new URL(this.config.oidc.issuer).host;
  }

  /** @throws NotAdmitted where the provider is not there. */
  async begin(redirectUri: string): Promise<{ readonly address: URL; readonly flow: Flow }> {
    const client = await this.client();
    const { roleClaim } = this.settings();
    const { scopes_supported: offered = ['openid', 'profile'] } = client.serverMetadata();
    const more = ['profile', 'email', roleClaim].filter((name) => offered.includes(name));
    return beginFlow(client, { redirect_uri: redirectUri, scope: ['openid', ...more].join(' ') });
  }

  /**
   * Signs in whoever comes back. Answers the token of their session.
   *
   * @throws NotAdmitted, which the trail has then.
   */
  async finish(back: URL, flow: Flow | undefined, from: CameFrom): Promise<string> {
    const settings = this.settings();
    const { issuer, roleClaim } = settings;
    const { token } = await this.arrivals.admit({ flow, detail: { issuer } }, from, async () => {
      const client = await this.client();
      const proven = await finishFlow(client, back, flow);
      return { issuer, person: personOf(await claimsOf(client, proven, roleClaim), settings) };
    });
    return token;
  }

  /** Found once; asked for again as long as the provider is not there. */
  private client(): Promise<Configuration> {
    const settings = this.settings();
    const { issuer, clientId } = settings;
    this.found ??= discovered(issuer, clientId, issuer).then(
      (server) => clientOf(server, settings, issuer),
      (error: unknown) => {
        this.found = undefined;
        this.log.warn(`${issuer} is not there: ${String(error)}`);
        throw new NotAdmitted('unreachable', { cause: error });
      },
    );
    return this.found;
  }

  private settings(): OidcSettings {
    if (this.config.oidc) return this.config.oidc;
    throw new Problem(
      'not-found',
      'Nobody signs in by a provider here: sign in with a user name and password, or start from your EHR.',
    );
  }
}
