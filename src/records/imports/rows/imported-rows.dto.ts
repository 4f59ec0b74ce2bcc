import { IntersectionType, OmitType, PartialType, PickType } from '@nestjs/swagger';
import { IsIn, IsString, Length, MaxLength } from 'class-validator';
import { INJECTION_UNITS, VIAL_DILUENT_ML, VIAL_UNITS } from '../../../clinical/bounds';
import type { PlainDate } from '../../../clinical/calendar';
import { INJECTION_SIDES, type InjectionSide } from '../../../clinical/catalogue/muscles';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../../../clinical/units';
import { IsHundredths } from '../../../platform/hundredths';
import { InWords } from '../../../platform/http/validating/reason-shapes';
import { IsPlainDate } from '../../../platform/http/validating/day-shapes';
import { MayBeLeftOut, MayBeNull, Trimmed } from '../../../platform/http/validation';
import { RecordAuthorizationDto } from '../../authorizations/authorizations.dto';
import { StartCourseDto } from '../../courses/courses.dto';
import { RecordExternalDoseDto } from '../../external-doses/external-doses.dto';
import { RegisterPatientDto } from '../../patients/patients.dto';
import { MeasurementDto, RecordResponseDto } from '../../responses/responses.dto';
import { InjectionDto } from '../../sessions/sessions.dto';

/** A row of a file of patients. */
export class ImportedPatientDto extends RegisterPatientDto {
  @MayBeNull() @IsPlainDate() deceasedOn?: PlainDate | null;
  /** Record numbers of patients, with semicolons between them, whom a person found to be somebody else. */
  @MayBeLeftOut() @Trimmed() @IsString() @Length(1, 500) notDuplicateOf?: string;
}

/** A row of a file of courses. */
export class ImportedCourseDto extends OmitType(StartCourseDto, ['id', 'patientId']) {
  @Trimmed() @IsString() @Length(1, 64) mrn: string;
  /** Of a course that is over. */
  @MayBeLeftOut() @IsPlainDate() endedOn?: PlainDate;
  @MayBeLeftOut() @InWords('word') endReason?: string;
}

/** A row of a file of sessions: one injection, or what is known of the whole session. */
export class ImportedSessionDto extends IntersectionType(
  PickType(StartCourseDto, ['indication', 'side']),
  PartialType(OmitType(InjectionDto, ['side'])),
) {
  @Trimmed() @IsString() @Length(1, 64) mrn: string;
  @IsPlainDate() performedOn: PlainDate;
  @IsIn(TOXIN_PRODUCTS) product: ToxinProduct;
  @MayBeLeftOut() @IsIn(INJECTION_SIDES) injectionSide?: InjectionSide;
  /** Of the whole session. */
  @MayBeLeftOut() @IsHundredths(INJECTION_UNITS.min, INJECTION_UNITS.max) totalUnits?: number;
  /** Who injected, by user name or by the name shown. */
  @MayBeLeftOut() @Trimmed() @IsString() @Length(1, 200) injector?: string;
  @MayBeLeftOut() @IsString() @MaxLength(10_000) note?: string;
  @MayBeLeftOut() @Trimmed() @IsString() @Length(1, 64) lotNumber?: string;
  @MayBeLeftOut() @IsPlainDate() expiresOn?: PlainDate;
  @MayBeLeftOut() @IsHundredths(VIAL_UNITS.min, VIAL_UNITS.max) vialUnits?: number;
  @MayBeLeftOut() @IsHundredths(VIAL_DILUENT_ML.min, VIAL_DILUENT_ML.max) diluentMl?: number;
  @MayBeLeftOut() @IsHundredths(0, 50_000) unitsDiscarded?: number;
  /** The day of the session that this one completes or touches up. */
  @MayBeLeftOut() @IsPlainDate() continuesOn?: PlainDate;
}

/** A row of a file of responses: what became of a session, and one measurement. */
export class ImportedResponseDto extends IntersectionType(
  PickType(StartCourseDto, ['indication', 'side']),
  OmitType(RecordResponseDto, ['measurements', 'answerId']),
  PartialType(OmitType(MeasurementDto, ['domains'])),
) {
  @Trimmed() @IsString() @Length(1, 64) mrn: string;
  /** The day of the session. */
  @IsPlainDate() performedOn: PlainDate;
}

/** A row of a file of toxin that others gave. */
export class ImportedExternalDoseDto extends OmitType(RecordExternalDoseDto, ['id', 'patientId']) {
  @Trimmed() @IsString() @Length(1, 64) mrn: string;
}

/** A row of a file of prior authorizations. */
export class ImportedAuthorizationDto extends OmitType(RecordAuthorizationDto, ['id', 'patientId']) {
  @Trimmed() @IsString() @Length(1, 64) mrn: string;
}
