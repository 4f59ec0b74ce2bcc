import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { PageQuery } from '../platform/http/page-cursor';
import { IsQueryBoolean } from '../platform/http/validating/query-shapes';
import { UpdatesPageView } from '../platform/http/updates/updates-page.dto';
import { IsMoment } from '../platform/http/validating/day-shapes';
import { IsId, MayBeLeftOut, OneOf } from '../platform/http/validation';
import { HL7_STATES, type Hl7State } from './hl7-message.entity';

export class FindHl7MessagesQuery extends PageQuery {
  /** Only those that are so far: `waiting` is the queue for a person. */
  @MayBeLeftOut() @IsIn(HL7_STATES) state?: Hl7State;
  /** Only what came or changed since this moment. */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}

export class RetryQuery {
  /** A person has looked at it: take it although it asks. One that was overtaken stays so. */
  @MayBeLeftOut() @IsQueryBoolean() evenSo?: boolean;
  /** Which course an appointment is of, where the patient has several that go on (SIU alone). */
  @MayBeLeftOut() @IsId() courseId?: string;
}

export class Hl7MessageView {
  id: string;
  /** Application and facility of the sender. */
  sender: string;
  /** The sender’s number of it, empty where it gave none. */
  @ApiProperty({ maxLength: 199 }) controlId: string;
  /** Type and trigger, `ADT^A08`. */
  type: string;
  /** When what it tells took place. */
  occurredAt: Date | null;
  receivedAt: Date;
  /**
   * `done`: written; `same`: on record already; `overtaken`: newer facts are on record; `waiting`: for a person; `refused`: its
   * sender was told why.
   */
  @OneOf(HL7_STATES) state: Hl7State;
  /** Why it waits or was refused, or what was left out. */
  reason: string | null;
  /** Whom it tells of, or whom to look at. */
  patientId: string | null;
  version: number;
}

export class WholeHl7MessageView extends Hl7MessageView {
  /** As it came, a segment a line; to a scheduler who it speaks of and when they come, without the rest. */
  text: string;
  /** What its sender was told, a segment a line. */
  answer: string;
}

export class Hl7MessagePage extends UpdatesPageView {
  items: Hl7MessageView[];
}
