import { IsBoolean, IsIn, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import type { PlainDate } from '../../clinical/calendar';
import { BOOKING_CODES, type BookingCode } from '../../clinical/schedule/booking-check';
import { LONGEST_VISIT_MINUTES, SHORTEST_VISIT_MINUTES } from '../../clinical/schedule/visit-length';
import { PageQuery } from '../../platform/http/page-cursor';
import { UpdatesPageView } from '../../platform/http/updates/updates-page.dto';
import { IsMoment, IsPlainDate } from '../../platform/http/validating/day-shapes';
import { IsId, Lists, MayBeLeftOut, MayBeNull, OneOf } from '../../platform/http/validation';
import { IsAlsoFor } from './also-for';
import { APPOINTMENT_STATUSES, type AppointmentStatus } from './appointment.entity';
import {
  CONTACT_CHANNELS,
  CONTACT_OUTCOMES,
  type ContactChannel,
  type ContactOutcome,
} from './contact.entity';

/** What speaks against a time, and what to do about it. */
export class BookingWarningView {
  @OneOf(BOOKING_CODES) code: BookingCode;
  text: string;
}

class BookingFields {
  /** With whom: a neurologist of this clinic. Left out or null: nobody is named. */
  @MayBeNull() @IsId() injectorId?: string | null;
  /** Whether they agreed to be called when an earlier time is free. */
  @MayBeLeftOut() @IsBoolean() callEarlier?: boolean;
}

export class BookAppointmentDto extends BookingFields {
  @MayBeLeftOut() @IsId() id?: string;
  @IsMoment() startsAt: string;
  /** Other courses of the same patient that are treated in the same visit: each has it among its appointments. */
  @IsAlsoFor() alsoFor?: string[];
  /** 5 to 480 minutes; left out, as long as the clinic has set for what is treated, else 30 for each course. */
  @MayBeLeftOut() @IsInt() @Min(SHORTEST_VISIT_MINUTES) @Max(LONGEST_VISIT_MINUTES) durationMin?: number;
  @MayBeNull() @IsString() @MaxLength(10_000) note?: string | null;
}

export class CheckBookingDto extends BookAppointmentDto {
  /** The appointment that would be moved there: it is not in its own way. */
  @MayBeLeftOut() @IsId() appointmentId?: string;
}

export class BookingCheckView {
  /** As they would be of the booking; none: nothing speaks against it. */
  @Lists(() => BookingWarningView) warnings: readonly BookingWarningView[];
}

/** A change of one appointment is one of the whole visit. */
export class ChangeAppointmentDto extends BookingFields {
  @MayBeLeftOut() @IsIn(APPOINTMENT_STATUSES) status?: AppointmentStatus;
  @MayBeLeftOut() @IsMoment() startsAt?: string;
  @MayBeLeftOut() @IsInt() @Min(SHORTEST_VISIT_MINUTES) @Max(LONGEST_VISIT_MINUTES) durationMin?: number;
  @MayBeNull() @IsString() @MaxLength(10_000) note?: string | null;
}

export class AppointmentView {
  id: string;
  courseId: string;
  startsAt: Date;
  durationMin: number;
  @OneOf(APPOINTMENT_STATUSES) status: AppointmentStatus;
  note: string | null;
  /** Why it was cancelled with what it was about: the patient died, the course ended. */
  cancelReason: string | null;
  /** The same of all appointments of one visit. */
  visitId: string;
  injectorId: string | null;
  callEarlier: boolean;
  /** What spoke against the time when it was booked. */
  @Lists(() => BookingWarningView) warnings: readonly BookingWarningView[];
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class FindAppointmentsQuery extends PageQuery {
  @MayBeLeftOut() @IsId() courseId?: string;
  /** First day, in the clinic's zone. */
  @MayBeLeftOut() @IsPlainDate() from?: PlainDate;
  /** Last day, in the clinic's zone. */
  @MayBeLeftOut() @IsPlainDate() to?: PlainDate;
  @MayBeLeftOut() @IsIn(APPOINTMENT_STATUSES) status?: AppointmentStatus;
  /** Only what changed since this moment. */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}

export class AppointmentPage extends UpdatesPageView {
  items: AppointmentView[];
}

export class LogContactDto {
  @MayBeLeftOut() @IsId() id?: string;
  /** Left out: now. */
  @MayBeLeftOut() @IsMoment() at?: string;
  @IsIn(CONTACT_CHANNELS) channel: ContactChannel;
  @IsIn(CONTACT_OUTCOMES) outcome: ContactOutcome;
  /** Other courses of the same patient that the call was about as well: each has it among its contacts. */
  @IsAlsoFor() alsoFor?: string[];
  /** The day on which the course comes back to attention. */
  @MayBeNull() @IsPlainDate() snoozeUntilOn?: PlainDate | null;
  @MayBeNull() @IsString() @MaxLength(10_000) note?: string | null;
}

export class FindContactsQuery extends PageQuery {
  /** Only what was logged since this moment. */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}

export class ContactView {
  id: string;
  courseId: string;
  at: Date;
  @OneOf(CONTACT_CHANNELS) channel: ContactChannel;
  @OneOf(CONTACT_OUTCOMES) outcome: ContactOutcome;
  snoozeUntilOn: PlainDate | null;
  note: string | null;
  createdAt: Date;
}

export class ContactPage extends UpdatesPageView {
  items: ContactView[];
}
