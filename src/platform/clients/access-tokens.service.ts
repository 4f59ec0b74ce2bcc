import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';
import { NOBODY, recordAudit } from '../audit/record-audit';
import { hashToken, makeToken } from '../auth/token';
import { Clock } from '../clock';
import { UnitOfWork } from '../database/unit-of-work';
import { User } from '../users/user.entity';
import { clientNamedIn, LONGEST_S, readAssertion, type Assertion } from './assertion';
import { ClientKeys } from './client-keys';
import { OAuthRefusal } from './oauth-refusal';
import { grantedScopes } from './scopes';
import { CLIENT_ROLE, whyShut, type Shut } from './why-shut';
import { SmartAccessToken, SmartAssertion, SmartClient } from './smart-client.entity';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export interface AccessToken {
  readonly access_token: string;
  readonly token_type: 'bearer';
  readonly expires_in: number;
  readonly scope: string;
}

/** Gives a client that proves who it is a token for some minutes. */
@Injectable()
export class AccessTokensService {
  private readonly keys = new ClientKeys();

  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws OAuthRefusal with what is wrong; of a client that we know, the trail has it. */
  async give(form: Readonly<Record<string, unknown>>, audience: string): Promise<AccessToken> {
    const { grant_type: grant, client_assertion_type: type, client_assertion: assertion, scope } = form;
    if (grant !== 'client_credentials')
      throw new OAuthRefusal('unsupported_grant_type', 'grant_type must be client_credentials.');
    if (type !== ASSERTION_TYPE || typeof assertion !== 'string')
      throw new OAuthRefusal(
        'invalid_request',
        `Send client_assertion_type=${ASSERTION_TYPE} and client_assertion.`,
      );
    const client = await this.openClient(clientNamedIn(assertion));
    const now = this.clock.now();
    try {
      const of = { client: client.id, audience, now };
      await this.takeOnce(client, await readAssertion(assertion, this.keys.of(client), of));
      return await this.grant(client, typeof scope === 'string' ? scope.split(' ') : []);
    } catch (error) {
      if (error instanceof OAuthRefusal) await this.record(client, 'sign-in-failed', error.error);
      throw error;
    }
  }

  /** One that still has whoever answers for it, and a neurologist who lent it their role. */
  private async openClient(id: string): Promise<SmartClient> {
    const { db } = this.work;
    const client = await db.findOneBy(SmartClient, { id, revokedAt: IsNull() });
    const user = (userId: string | null) => (userId === null ? null : db.findOneBy(User, { id: userId }));
    const shut =
      client && whyShut({ maker: await user(client.createdBy), approver: await user(client.approvedBy) });
    if (client === null || shut === 'maker-gone')
      throw new OAuthRefusal('invalid_client', 'There is no such client: an administrator registers it.');
    if (shut) throw new OAuthRefusal('invalid_client', shutWords(client.id)[shut]);
    return client;
  }

  private async takeOnce({ id }: SmartClient, { jti, expiresAt }: Assertion): Promise<void> {
    const { db } = this.work;
    const now = this.clock.now();
    await db.delete(SmartAssertion, { expiresAt: LessThan(now) });
    await db.delete(SmartAccessToken, { expiresAt: LessThan(now) });
    const taken = await db.query<unknown[]>(
      `insert into smart_assertion (client_id, jti, expires_at) values ($1, $2, $3) on conflict do nothing returning jti`,
      [id, jti, expiresAt],
    );
    if (taken.length === 0)
      throw new OAuthRefusal(
        'invalid_client',
        'This assertion was shown before: sign a new one with another jti.',
      );
  }

  private async grant(client: SmartClient, asked: readonly string[]): Promise<AccessToken> {
    const scopes = grantedScopes(asked, client.scopes);
    if (scopes.length === 0)
      throw new OAuthRefusal(
        'invalid_scope',
        `None of these scopes is open to this client: it may ask for ${client.scopes.join(' ')}.`,
      );
    const token = makeToken('btm_');
    const expiresAt = new Date(this.clock.now().getTime() + LONGEST_S * 1000);
    await this.work.db.insert(SmartAccessToken, {
      tokenHash: hashToken(token),
      clientId: client.id,
      scopes,
      expiresAt,
    });
    await this.record(client, 'sign-in');
    return { access_token: token, token_type: 'bearer', expires_in: LONGEST_S, scope: scopes.join(' ') };
  }

  private record(
    { id, name }: SmartClient,
    action: 'sign-in' | 'sign-in-failed',
    why?: string,
  ): Promise<void> {
    const actor = action === 'sign-in' ? ({ id, name, role: CLIENT_ROLE } as const) : NOBODY;
    const detail = why === undefined ? undefined : { why };
    return recordAudit(this.work.db, actor, { action, subject: 'smart_client', subjectId: id, detail });
  }
}

/** What is to be done about it, by whoever runs the client. */
function shutWords(id: string): Readonly<Record<Exclude<Shut, 'maker-gone'>, string>> {
  return {
    unapproved: `This client opens nothing yet: a ${CLIENT_ROLE} approves it at /smart-clients/${id}/approve.`,
    'approver-gone':
      'Whoever lent this client their role has it no longer: an administrator ends it and registers it anew.',
  };
}
