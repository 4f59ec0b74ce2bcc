import type { EntityManager } from 'typeorm';
import type { Patient } from '../patient.entity';

/** A merge that stands, with the record that was given up. */
export interface MergedRecord {
  readonly id: string;
  readonly mergedAt: Date;
  readonly reason: string;
  readonly record: Pick<Patient, 'id' | 'mrn' | 'familyName' | 'givenName'>;
}

/** The records that were put into this one and not taken apart since, the latest first. */
export function mergedRecordsOf(db: EntityManager, patientId: string): Promise<MergedRecord[]> {
  return db.query<MergedRecord[]>(
    `select m.id, m.merged_at as "mergedAt", m.reason, jsonb_build_object('id', p.id, 'mrn', p.mrn,
        'familyName', p.family_name, 'givenName', p.given_name) as record
      from patient_merge m join patient p on p.id = m.patient_id
      where m.into_id = $1 and m.undone_at is null order by m.merged_at desc, m.id`,
    [patientId],
  );
}
