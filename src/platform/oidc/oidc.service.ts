import { Inject, Injectable, Logger } from '@nestjs/common';
import { allowInsecureRequests, discovery, fetchUserInfo, None, type Configuration } from 'openid-client';
import { NOBODY, recordAudit } from '../audit/record-audit';
import type { CameFrom } from '../auth/came-from';
import { LoginThrottle } from '../auth/login-throttle';
import { openSession } from '../auth/open-session';
import { PROVIDER } from '../actor';
import { Clock } from '../clock';
import { CONFIG, type Config } from '../config';
import { UnitOfWork } from '../database/unit-of-work';
import { Problem } from '../http/problem';
import { admitPerson } from './admit-person';
import { beginFlow, clientOf, finishFlow, PATIENCE_SECONDS, type Proven } from './code-flow';
import type { Flow } from './flow-cookie';
import { NotAdmitted, notAdmittedBy } from './not-admitted';
import type { OidcSettings } from './oidc-settings';
import { personOf, type Claims } from './person-of';

/** Signing in by a provider, beside passwords: what somebody is there decides what they are here, each time anew. */
@Injectable()
export class OidcService {
  private readonly log = new Logger('OIDC');
  private found: Promise<Configuration> | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly throttle: LoginThrottle,
  ) {}

  /** Where people sign in besides; nowhere: with a password alone. */
  get host(): string | undefined {
    return this.config.oidc && new URL(this.config.oidc.issuer).host;
  }

  /** @throws NotAdmitted where the provider is not there. */
  async begin(redirectUri: string): Promise<{ readonly address: URL; readonly flow: Flow }> {
    const client = await this.client();
    const { roleClaim } = this.settings();
    const scopes = ['openid', 'profile', 'email', roleClaim];
    const { scopes_supported: offered = ['openid', 'profile'] } = client.serverMetadata();
    const scope = scopes.filter((name) => name === 'openid' || offered.includes(name)).join(' ');
    return beginFlow(client, { redirect_uri: redirectUri, scope });
  }

  /**
   * Signs in whoever comes back. Answers the token of their session.
   *
   * @throws NotAdmitted, which the trail has then.
   */
  async finish(back: URL, flow: Flow | undefined, from: CameFrom): Promise<string> {
    const { address } = from;
    let refused: NotAdmitted | undefined;
    // Somebody who makes ways back up is slowed down as one who guesses passwords; each way has a count of its own.
    const attempt = { account: `provider ${flow?.state ?? ''}`, address };
    const token = await this.throttle.attempt(attempt, async () => {
      const admitted = await this.admitted(back, flow, from).catch(notAdmittedBy);
      if (!(admitted instanceof NotAdmitted)) return admitted;
      refused = admitted;
      await this.recordRefusal(admitted, address);
      // That the provider is not there is nobody's failure.
      if (admitted.reason === 'unreachable') throw admitted;
      return undefined;
    });
    if (token === undefined) throw refused!;
    return token;
  }

  private async admitted(
    back: URL,
    flow: Flow | undefined,
    { address, device }: CameFrom,
  ): Promise<string | NotAdmitted> {
    const settings = this.settings();
    const client = await this.client();
    const proven = await finishFlow(client, back, flow);
    const person = personOf(await withUserInfo(client, proven, settings), settings);
    const { issuer } = settings;
    return this.work.write(PROVIDER, async (tx) => {
      const now = this.clock.now();
      const admitted = await admitPerson(tx, issuer, person, now);
      if (admitted instanceof NotAdmitted) return admitted;
      const { user, identityId } = admitted;
      const { token } = await openSession(tx, user, { now, address, device, identityId, detail: { issuer } });
      return token;
    });
  }

  private async recordRefusal({ reason, more }: NotAdmitted, address: string): Promise<void> {
    const { code, subject, userId } = more;
    const { issuer } = this.settings();
    await recordAudit(this.work.db, NOBODY, {
      action: 'sign-in-failed',
      subject: 'app_user',
      subjectId: userId,
      detail: { address, issuer, reason, ...(code && { code }), ...(subject && { subject }) },
    });
  }

  /** Found once; asked for again as long as the provider is not there. */
  private client(): Promise<Configuration> {
    const settings = this.settings();
    this.found ??= discovered(settings).catch((error: unknown) => {
      this.found = undefined;
      this.log.warn(`${settings.issuer} is not there: ${String(error)}`);
      throw new NotAdmitted('unreachable', { cause: error });
    });
    return this.found;
  }

  private settings(): OidcSettings {
    if (this.config.oidc) return this.config.oidc;
    throw new Problem(
      'not-found',
      'Nobody signs in by a provider here: sign in with a user name and password.',
    );
  }
}

async function discovered(settings: OidcSettings): Promise<Configuration> {
  const issuer = new URL(settings.issuer);
  const found = await discovery(issuer, settings.clientId, undefined, None(), {
    timeout: PATIENCE_SECONDS,
    execute: issuer.protocol === 'http:' ? [allowInsecureRequests] : [],
  });
  return clientOf(found.serverMetadata(), settings);
}

/** Some providers say in the token who somebody is, others only when asked again. */
async function withUserInfo(
  client: Configuration,
  { claims, accessToken }: Proven,
  { roleClaim }: OidcSettings,
): Promise<Claims> {
  const isWhole = [roleClaim, 'name', 'preferred_username'].every((name) => claims[name] !== undefined);
  if (isWhole || client.serverMetadata().userinfo_endpoint === undefined) return claims;
  const more = await fetchUserInfo(client, accessToken, claims.sub).catch((error: unknown) => {
    throw notAdmittedBy(error);
  });
  return { ...more, ...claims };
}
