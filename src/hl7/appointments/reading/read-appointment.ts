import type { Hl7Message } from '@medplum/core';
import type { AppointmentStatus } from '../../../records/scheduling/appointment.entity';
import { repetitionsOf, said, type Said } from '../../message/fields';
import { momentOf } from '../../message/read-moment';
import { headingOf } from '../../message/read-message';
import { recordNumber } from '../../message/read-patient';
import { Refusal } from '../../message/refusal';
import { readMinutes } from './read-minutes';

/** How the sender names an appointment: by its own number, the asker's, or both. */
export interface ToldNumbers {
  readonly sender: string;
  /** SCH-1. */
  readonly placerId?: string;
  /** SCH-2. */
  readonly fillerId?: string;
}

/** An appointment as a message says that it now is. */
export interface ToldAppointment extends ToldNumbers {
  readonly mrn: string;
  /** `unsettled`: the sender has not booked it yet. */
  readonly status: AppointmentStatus | 'unsettled';
  /** The message tells that it was made: what is known of it already is newer, or the same. */
  readonly isNew: boolean;
  readonly startsAt?: Date;
  readonly durationMin?: number;
  /** What could not be read and is left out. */
  readonly notes: readonly string[];
}

/**
 * Which appointment does a message speak of, and what does it say about it? (SIU: PID, SCH, TQ1)
 *
 * @throws Refusal without one patient, a number of the appointment, or the time of one that is booked.
 */
export function readAppointment(message: Hl7Message, zone: string): ToldAppointment {
  for (const segment of ['SCH', 'PID'])
    if (!message.getSegment(segment))
      throw new Refusal(100, `A segment ${segment} is missing. The message may have been cut off`, segment);
  if (message.getAllSegments('PID').length > 1)
    throw new Refusal(102, 'An appointment is of one patient here: send a message for each', 'PID');
  const mrn = recordNumber(repetitionsOf(message, 'PID', 3));
  const { sender, type } = headingOf(message);
  const placerId = numberOf(message, 1);
  const fillerId = numberOf(message, 2);
  if (!placerId && !fillerId)
    throw new Refusal(101, 'The appointment has no number: give SCH-2, or SCH-1', 'SCH-2');
  const status = statusOf(type, said(message, 'SCH', 25));
  const startsAt = startOf(message, zone);
  if (!startsAt && !isOver(status))
    throw new Refusal(101, 'The message does not say when: give SCH-11.4 or TQ1-7', 'SCH-11');
  const { durationMin, note } = readMinutes(message, startsAt, zone);
  const notes = note ? [note] : [];
  return {
    sender,
    placerId,
    fillerId,
    mrn,
    status,
    isNew: type === 'SIU^S12',
    startsAt,
    durationMin,
    notes,
  };
}

/** Something has become of it. */
export function isOver(status: ToldAppointment['status']): status is 'attended' | 'no-show' | 'cancelled' {
  return status !== 'booked' && status !== 'unsettled';
}

const LONGEST_NUMBER = 199;

function numberOf(message: Hl7Message, field: 1 | 2): string | undefined {
  const number = said(message, 'SCH', field) ?? undefined;
  if (number && number.length > LONGEST_NUMBER)
    throw new Refusal(102, `The number is longer than ${LONGEST_NUMBER} characters`, `SCH-${field}`);
  return number;
}

/** The trigger tells of an end, else the status of whoever booked it (HL7 table 0278); one of another table says nothing. */
function statusOf(type: string, filler: Said): ToldAppointment['status'] {
  if (type === 'SIU^S15') return 'cancelled';
  if (type === 'SIU^S26') return 'no-show';
  return STATUS_OF[filler?.toUpperCase() ?? ''] ?? 'booked';
}

const STATUS_OF: Readonly<Record<string, ToldAppointment['status']>> = Object.assign(Object.create(null), {
  STARTED: 'attended',
  COMPLETE: 'attended',
  COMPLETED: 'attended',
  NOSHOW: 'no-show',
  CANCELLED: 'cancelled',
  CANCELED: 'cancelled',
  DC: 'cancelled',
  DELETED: 'cancelled',
  PENDING: 'unsettled',
  WAITLIST: 'unsettled',
});

/** SCH-11 in its fourth component, as standard, else TQ1-7, else a time that stands alone in SCH-11. */
function startOf(message: Hl7Message, zone: string): Date | undefined {
  const places: readonly (readonly [Said, string])[] = [
    [said(message, 'SCH', 11, 4), 'SCH-11'],
    [said(message, 'TQ1', 7), 'TQ1-7'],
    [loneTime(said(message, 'SCH', 11)), 'SCH-11'],
  ];
  const [text, place] = places.find(([found]) => found) ?? [];
  if (!text || !place) return undefined;
  if (!/^\d{10}/.test(text))
    throw new Refusal(
      102,
      `“${text.slice(0, 40)}” says no hour: write YYYYMMDDHHMM, and the offset such as -0500`,
      place,
    );
  return momentOf(text, zone, place);
}

/** The first component is a quantity; one of so many digits is a time. */
function loneTime(quantity: Said): Said {
  return quantity && /^\d{12}/.test(quantity) ? quantity : undefined;
}
