import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Mapping } from '../file/map-columns';
import type { ImportKind } from '../import-kinds';

/** What the columns of another program's file are called here. */
@Entity('import_mapping')
export class ImportMapping {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: ImportKind;
  @Column('text', { nullable: true }) name: string | null;
  @Column('jsonb') columns: Mapping;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false }) createdAt: Date;
}
