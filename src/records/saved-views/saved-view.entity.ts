import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A view of the due list that somebody keeps under a name: which filters, no patient. */
@Entity('saved_view')
export class SavedView {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'user_id' }) userId: string;
  @Column('text') name: string;
  /** As it stands in the address, `queue=to-call&product=ona`. */
  @Column('text') query: string;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
}
