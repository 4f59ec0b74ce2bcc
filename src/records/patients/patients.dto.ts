import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
  IsObject,
} from 'class-validator';
import type { PlainDate } from '../../clinical/calendar';
import { HANDEDNESS, type Handedness } from '../../clinical/catalogue/anatomy/handedness';
import { PRECAUTION_CODES, type PrecautionCode } from '../../clinical/precautions/precaution-rows';
import { AsPrecautions } from '../precautions/precaution-words';
import { IsHundredths } from '../../platform/hundredths';
import { PageQuery } from '../../platform/http/page-cursor';
import { UpdatesPageView } from '../../platform/http/updates/updates-page.dto';
import { IsMoment, IsDayOrUnknown, IsPlainDate } from '../../platform/http/validating/day-shapes';
import { IsId, MayBeLeftOut, MayBeNull, Trimmed } from '../../platform/http/validation';
import { OpenAlertView } from '../adverse-events/alerts.dto';
import { SEXES, type Sex } from './patient.entity';

export class WeightDto {
  /** Body weight in kilograms. */
  @IsHundredths(0.5, 500) kg: number;
  @IsPlainDate() measuredOn: PlainDate;
}

class PatientFields {
  /** Telephone number as it is dialled. */
  @MayBeNull()
  @Trimmed()
  @Matches(/^[+()\d\s./x-]{3,40}$/, { message: 'phone must be a telephone number such as +1 212 555 0142' })
  phone?: string | null;
  @MayBeNull() @IsEmail() @MaxLength(254) email?: string | null;
  /** Insurer, as authorizations name it. */
  @MayBeNull() @Trimmed() @Length(1, 200) payer?: string | null;
  /** The doctor who sent the patient, to whom letters go. */
  @MayBeNull() @Trimmed() @IsString() @Length(1, 200) referrerName?: string | null;
  /** Their address, a line a row. */
  @MayBeNull() @Trimmed() @IsString() @Length(1, 500) referrerAddress?: string | null;
  /** For children's caps by weight. Recorded by a neurologist. */
  @MayBeNull() @IsObject() @ValidateNested() @Type(() => WeightDto) weight?: WeightDto | null;
  /**
   * What asks for care with a toxin today (GET /catalog/precautions): what is new begins, what is missing ends. Recorded by
   * a neurologist; POST /patients/{id}/precautions records days, values and sources.
   */
  @MayBeLeftOut()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(50)
  @AsPrecautions()
  @IsIn(PRECAUTION_CODES, { each: true })
  precautions?: PrecautionCode[];
  /** Whether a botulinum toxin, here or elsewhere, was tolerated before; null: not known. Recorded by a neurologist. */
  @MayBeNull() @IsBoolean() priorToxinTolerance?: boolean | null;
  /** The hand that the patient writes with: codes of a palsy name the dominant side. Recorded by a neurologist. */
  @MayBeNull() @IsIn(HANDEDNESS) handedness?: Handedness | null;
}

export class RegisterPatientDto extends PatientFields {
  @MayBeLeftOut() @IsId() id?: string;
  /** The clinic's record number, unique. */
  @Trimmed() @IsString() @Length(1, 64) mrn: string;
  @Trimmed() @IsString() @Length(1, 200) familyName: string;
  /** Left out, or null, of a patient who has one name only: that is the family name. */
  @MayBeNull() @Trimmed() @IsString() @Length(1, 200) givenName?: string | null;
  /** Null where nobody knows it, and only then: sessions then ask whether the patient is an adult. */
  @IsDayOrUnknown() birthDate: PlainDate | null;
  @IsIn(SEXES) sex: Sex;
}

export class ChangePatientDto extends PatientFields {
  @MayBeLeftOut() @Trimmed() @IsString() @Length(1, 64) mrn?: string;
  @MayBeLeftOut() @Trimmed() @IsString() @Length(1, 200) familyName?: string;
  /** Null of a patient who has one name only: that is the family name. */
  @MayBeNull() @Trimmed() @IsString() @Length(1, 200) givenName?: string | null;
  /** Null where nobody knows it. */
  @MayBeLeftOut() @IsDayOrUnknown() birthDate?: PlainDate | null;
  @MayBeLeftOut() @IsIn(SEXES) sex?: Sex;
  /** The day of death; the patient leaves the due list, and what is booked from that day on is cancelled. Null takes it back. */
  @MayBeNull() @IsPlainDate() deceasedOn?: PlainDate | null;
}

export class FindPatientsQuery extends PageQuery {
  /** Parts of names, of the record number or of the telephone number, with or without marks, hyphens and apostrophes; or a birth date. */
  @MayBeLeftOut() @IsString() @MaxLength(200) q?: string;
  /** Only what changed since this moment. */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}

export class PatientView {
  id: string;
  mrn: string;
  familyName: string;
  /** Null: the patient has one name only, the family name. */
  givenName: string | null;
  /** Null: nobody knows it. */
  birthDate: PlainDate | null;
  sex: Sex;
  phone: string | null;
  email: string | null;
  payer: string | null;
  referrerName: string | null;
  referrerAddress: string | null;
  deceasedOn: PlainDate | null;
  /** The record of the same person that this one was merged into: write there. */
  mergedInto: string | null;
  /** Shown to a neurologist only. */
  weight?: WeightDto | null;
  /** The codes in force today. Shown to a neurologist only. */
  precautions?: string[];
  /** What the patient said, else what the sessions here tell; null: not known. Shown to a neurologist only. */
  priorToxinTolerance?: boolean | null;
  /** The hand that the patient writes with; null: not asked. Shown to a neurologist only. */
  handedness?: Handedness | null;
  /** Alerts that wait for a neurologist's answer. Shown to a neurologist only. */
  openAlerts?: OpenAlertView[];
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class PatientPage extends UpdatesPageView {
  items: PatientView[];
}
