import { IsIn, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import type { PlainDate } from '../../clinical/calendar';
import { PageQuery } from '../../platform/http/page-cursor';
import { UpdatesPageView } from '../../platform/http/updates-page.dto';
import { IsId, IsMoment, IsPlainDate, MayBeLeftOut, MayBeNull, OneOf } from '../../platform/http/validation';
import { IsAlsoFor } from './also-for';
import { APPOINTMENT_STATUSES, type AppointmentStatus } from './appointment.entity';
import {
  CONTACT_CHANNELS,
  CONTACT_OUTCOMES,
  type ContactChannel,
  type ContactOutcome,
} from './contact.entity';

export class BookAppointmentDto {
  @MayBeLeftOut() @IsId() id?: string;
  @IsMoment() startsAt: string;
  /** 5 to 480 minutes; left out, 30. */
  @MayBeLeftOut() @IsInt() @Min(5) @Max(480) durationMin?: number;
  @MayBeNull() @IsString() @MaxLength(10_000) note?: string | null;
}

export class ChangeAppointmentDto {
  @MayBeLeftOut() @IsIn(APPOINTMENT_STATUSES) status?: AppointmentStatus;
  @MayBeLeftOut() @IsMoment() startsAt?: string;
  @MayBeLeftOut() @IsInt() @Min(5) @Max(480) durationMin?: number;
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
