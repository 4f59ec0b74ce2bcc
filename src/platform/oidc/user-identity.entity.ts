import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who a user is at a provider. Written once: what else they are there is asked at each sign-in. */
@Entity('user_identity')
export class UserIdentity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'user_id' }) userId: string;
  @Column('text') issuer: string;
  @Column('text') subject: string;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
}
