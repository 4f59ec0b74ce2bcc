import { IsBoolean, IsIn, IsString, Length, ValidateIf } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import {
  ANSWER_CHANNELS,
  ANSWER_OUTCOMES,
  type AnswerChannel,
  type AnswerOutcome,
} from '../../clinical/asking/patient-answer';
import { LONGEST_TROUBLE, RESPONSE_BOUNDS } from '../../clinical/bounds';
import type { PlainDate } from '../../clinical/calendar';
import { ALERT_REASONS, type AlertReason } from '../../clinical/safety/side-effect-kinds';
import { IsHundredths } from '../../platform/hundredths';
import { PageQuery } from '../../platform/http/page-cursor';
import { UpdatesPageView } from '../../platform/http/updates/updates-page.dto';
import { IsQueryBoolean } from '../../platform/http/validating/query-shapes';
import { IsMoment, IsPlainDate } from '../../platform/http/validating/day-shapes';
import { IsId, MayBeLeftOut, MayBeNull, OneOf, Trimmed } from '../../platform/http/validation';

const HELPED = RESPONSE_BOUNDS.improvementPct;

/** What a patient says. */
export class AnswerFields {
  /** Null: the patient does not know. */
  @ApiProperty({ type: Boolean, nullable: true })
  @ValidateIf((_, value) => value !== null)
  @IsBoolean()
  stillEffective: boolean | null;
  /** The day symptoms returned, where it is not still working. */
  @MayBeNull() @IsPlainDate() woreOffOn?: PlainDate | null;
  /** How much better it was at its best, in percent; negative: worse than before. */
  @MayBeNull() @IsHundredths(HELPED.min, HELPED.max) helpedPct?: number | null;
  /** Trouble since the session, in the patient's words. */
  @MayBeNull() @Trimmed() @IsString() @Length(1, LONGEST_TROUBLE) trouble?: string | null;
}

export class RecordPatientAnswerDto extends AnswerFields {
  @MayBeLeftOut() @IsId() id?: string;
  /** The session that was asked about. Left out: the latest before `answeredOn`. */
  @MayBeLeftOut() @IsId() sessionId?: string;
  @IsPlainDate() answeredOn: PlainDate;
  @IsIn(ANSWER_CHANNELS) channel: AnswerChannel;
}

/** That it was written down; what was said is read by neurologists. */
export class PatientAnswerReceipt {
  id: string;
  courseId: string;
  sessionId: string;
  answeredOn: PlainDate;
  @OneOf(ANSWER_CHANNELS) channel: AnswerChannel;
  createdAt: Date;
}

export class PatientAnswerView extends PatientAnswerReceipt {
  stillEffective: boolean | null;
  woreOffOn: PlainDate | null;
  helpedPct: number | null;
  trouble: string | null;
  /** Why a neurologist should hear of the trouble on the same day. */
  @OneOf(ALERT_REASONS) alert: AlertReason | null;
  /** Who asked, or began the check-in. */
  askedBy: string;
  askedByName: string;
  /** Null: it waits for a neurologist, and nothing is decided by it. */
  @OneOf(ANSWER_OUTCOMES) outcome: AnswerOutcome | null;
  settledBy: string | null;
  settledAt: Date | null;
  version: number;
  updatedAt: Date;
}

export class FindPatientAnswersQuery extends PageQuery {
  /** Only those that wait for a neurologist, or only the others. */
  @MayBeLeftOut() @IsQueryBoolean() open?: boolean;
  /** Only what changed since this moment. */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}

export class PatientAnswerPage extends UpdatesPageView {
  items: PatientAnswerView[];
}
