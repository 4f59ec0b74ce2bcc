import { IsIn, IsString, Length } from 'class-validator';
import type { PlainDate } from '../../clinical/calendar';
import { PRECAUTION_CODES, type PrecautionCode } from '../../clinical/precautions/precaution-rows';
import { PREGNANCY_ANSWERS, type PregnancyAnswerWord } from '../../clinical/precautions/pregnancy';
import { AsPrecautions } from './precaution-words';
import { IsHundredths } from '../../platform/hundredths';
import { PageQuery } from '../../platform/http/page-cursor';
import { UpdatesPageView } from '../../platform/http/updates/updates-page.dto';
import { IsMoment, IsPlainDate } from '../../platform/http/validating/day-shapes';
import { IsId, KnownSlug, MayBeLeftOut, MayBeNull, OneOf, Trimmed } from '../../platform/http/validation';

class PrecautionFields {
  /** The first day on which it no longer held. Null: it still holds. */
  @MayBeNull() @IsPlainDate() endedOn?: PlainDate | null;
  /** The day on which somebody last asked about it. Left out at first: the day it began, else today. */
  @MayBeLeftOut() @IsPlainDate() askedOn?: PlainDate;
  /** Of what is measured, as an INR: the value on the day `startedOn`. */
  @MayBeNull() @IsHundredths(0.01, 9999.99) value?: number | null;
  /** Who says so: the patient, a letter, a laboratory. */
  @MayBeNull() @Trimmed() @IsString() @Length(1, 200) source?: string | null;
  @MayBeNull() @Trimmed() @IsString() @Length(1, 2000) note?: string | null;
}

export class RecordPrecautionDto extends PrecautionFields {
  @MayBeLeftOut() @IsId() id?: string;
  /** A code of GET /catalog/precautions. */
  @AsPrecautions()
  @KnownSlug(PRECAUTION_CODES, 'precaution', '/catalog/precautions')
  code: PrecautionCode;
  /** The first day. Left out or null: nobody knows since when. */
  @MayBeNull() @IsPlainDate() startedOn?: PlainDate | null;
}

export class ChangePrecautionDto extends PrecautionFields {
  /** The first day. Null: nobody knows since when. */
  @MayBeNull() @IsPlainDate() startedOn?: PlainDate | null;
}

export class FindPrecautionsQuery extends PageQuery {
  /** Only those that held on this day. */
  @MayBeLeftOut() @IsPlainDate() onDay?: PlainDate;
  /** Only what changed since this moment. */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}

export class PrecautionView {
  id: string;
  patientId: string;
  code: string;
  startedOn: PlainDate | null;
  /** The first day on which it no longer held. */
  endedOn: PlainDate | null;
  askedOn: PlainDate;
  value: number | null;
  source: string | null;
  note: string | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class PrecautionPage extends UpdatesPageView {
  items: PrecautionView[];
}

export class AnswerPregnancyDto {
  @MayBeLeftOut() @IsId() id?: string;
  @IsPlainDate() askedOn: PlainDate;
  /** `pregnant` and `breast-feeding` become a precaution; `not-pregnant` ends it. */
  @IsIn(PREGNANCY_ANSWERS) answer: PregnancyAnswerWord;
}

export class FindPregnancyAnswersQuery extends PageQuery {
  /** Only what was answered since this moment. */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}

export class PregnancyAnswerView {
  id: string;
  patientId: string;
  askedOn: PlainDate;
  @OneOf(PREGNANCY_ANSWERS) answer: PregnancyAnswerWord;
  createdAt: Date;
}

export class PregnancyAnswerPage extends UpdatesPageView {
  items: PregnancyAnswerView[];
}
