import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { PLANNED_ANEW_COMMENT } from '../database/client/named-client';
import { AuditEntry, type AuditAction } from './audit-entry.entity';

export interface AuditSearch {
  readonly patientId?: string;
  /** Whose records were read or changed: of any of these. */
  readonly patientIds?: readonly string[];
  readonly actorId?: string;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly action?: AuditAction;
  readonly subject?: string;
  readonly requestId?: string;
  /** Entries recorded since this moment. */
  readonly updatedSince?: string;
  /** Entries older than this one. */
  readonly beforeId?: number;
  readonly limit: number;
}

/** Their own entries and the lists that showed them. Each half by its own index: together the database would read the whole trail. */
const NAMING = `select id from audit_entry where patient_id = any(:naming::uuid[])
  union all select id from audit_entry where patient_ids && :naming::uuid[]`;

/**
 * Entries of the trail, the newest first; days are those of the clinic's zone, both ends included. What is common fills a page
 * from the newest on, what is rare is found by an index: which of both shows in what is asked for alone.
 */
export async function findAuditEntries(
  db: EntityManager,
  search: AuditSearch,
  zone: string,
): Promise<AuditEntry[]> {
  const { actorId, from, to, action, subject, requestId, updatedSince, beforeId } = search;
  const found = db
    .createQueryBuilder(AuditEntry, 'entry')
    .comment(PLANNED_ANEW_COMMENT)
    .orderBy('entry.id', 'DESC')
    .limit(search.limit);
  const naming = patientIdsOf(search);
  if (naming) {
    found
      .addCommonTableExpression(NAMING, 'naming', { materialized: true })
      .andWhere('entry.id in (select id from naming)')
      .setParameter('naming', naming);
  }
  if (actorId) found.andWhere('entry.actor_id = :actorId', { actorId });
  if (action) found.andWhere('entry.action = :action', { action });
  if (subject) found.andWhere('entry.subject = :subject', { subject });
  if (requestId) found.andWhere('entry.request_id = :requestId', { requestId });
  if (beforeId !== undefined) found.andWhere('entry.id < :beforeId', { beforeId });
  if (updatedSince) found.andWhere('entry.at >= :updatedSince', { updatedSince });
  if (from) found.andWhere('entry.at >= (:from::date::timestamp at time zone :zone)', { from, zone });
  if (to) found.andWhere('entry.at < ((:to::date + 1)::timestamp at time zone :zone)', { to, zone });
  return found.getMany();
}

/** Whom both name, where both are asked. */
function patientIdsOf({ patientId, patientIds }: AuditSearch): readonly string[] | undefined {
  if (patientId === undefined) return patientIds;
  return !patientIds || patientIds.includes(patientId) ? [patientId] : [];
}
