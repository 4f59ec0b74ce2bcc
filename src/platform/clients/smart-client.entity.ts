import type { JSONWebKeySet } from 'jose';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A program of another system that reads FHIR by itself. */
@Entity('smart_client')
export class SmartClient {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  /** Its public keys, or where they are. */
  @Column('jsonb', { nullable: true }) jwks: JSONWebKeySet | null;
  @Column('text', { name: 'jwks_url', nullable: true }) jwksUrl: string | null;
  @Column('text', { array: true }) scopes: string[];
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  /** Who lent it the role of a neurologist. */
  @Column('uuid', { name: 'approved_by', nullable: true }) approvedBy: string | null;
  @Column('timestamptz', { name: 'approved_at', nullable: true }) approvedAt: Date | null;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt: Date | null;
}

/** That it has shown an assertion, which is taken once. */
@Entity('smart_assertion')
export class SmartAssertion {
  @PrimaryColumn('uuid', { name: 'client_id' }) clientId: string;
  @PrimaryColumn('text') jti: string;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}

/** What it got for it. */
@Entity('smart_access_token')
export class SmartAccessToken {
  /** SHA-256 of the token, which nobody but its bearer has. */
  @PrimaryColumn('bytea', { name: 'token_hash' }) tokenHash: Buffer;
  @Column('uuid', { name: 'client_id' }) clientId: string;
  @Column('text', { array: true }) scopes: string[];
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}
