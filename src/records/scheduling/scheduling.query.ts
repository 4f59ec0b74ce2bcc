import type { EntityManager } from 'typeorm';
import type { Question } from '../../platform/database/read-together';
import { Appointment } from './appointment.entity';
import { Contact } from './contact.entity';
import type { FindAppointmentsQuery } from './scheduling.dto';

interface After {
  readonly after?: readonly string[];
  readonly limit: number;
}

/** Appointments by their time; days are those of the clinic's zone, both ends included. */
export function findAppointments(
  db: EntityManager,
  search: Omit<FindAppointmentsQuery, 'limit' | 'cursor'> & After,
  zone: string,
): Promise<Appointment[]> {
  const { courseId, from, to, status, updatedSince, after, limit } = search;
  const found = db.createQueryBuilder(Appointment, 'a').orderBy('starts_at').addOrderBy('id').limit(limit);
  if (courseId) found.andWhere('course_id = :courseId', { courseId });
  if (from) found.andWhere('starts_at >= (:from::date::timestamp at time zone :zone)', { from, zone });
  if (to) found.andWhere('starts_at < ((:to::date + 1)::timestamp at time zone :zone)', { to, zone });
  if (status) found.andWhere('status = :status', { status });
  if (updatedSince) found.andWhere('updated_at >= :updatedSince', { updatedSince });
  if (after) found.andWhere('(starts_at, id) > (:at, :id)', { at: after[0], id: after[1] });
  return found.getMany();
}

/** The contacts of a course, the latest first. */
export function findContacts(
  db: EntityManager,
  { courseId, updatedSince, after, limit }: After & { courseId: string; updatedSince?: string },
): Promise<Contact[]> {
  const found = db.createQueryBuilder(Contact, 'k').where('course_id = :courseId', { courseId });
  if (updatedSince) found.andWhere('created_at >= :updatedSince', { updatedSince });
  if (after) found.andWhere('(at, id) < (:at, :id)', { at: after[0], id: after[1] });
  return found.orderBy('at', 'DESC').addOrderBy('id', 'DESC').limit(limit).getMany();
}

/** Whether an appointment of a course is booked: one row, or none. */
/** Which of some courses wait for an appointment. */
export const BOOKED_OF = `select distinct course_id as "courseId" from appointment
  where course_id = any($1::uuid[]) and status = 'booked'`;

export const BOOKED: Question<{ readonly id: string }> = {
  text: `select id from appointment where course_id = $1 and status = 'booked' limit 1`,
};
