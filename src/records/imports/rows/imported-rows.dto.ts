import { OmitType } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import type { PlainDate } from '../../../clinical/calendar';
import { InWords, IsPlainDate, MayBeLeftOut, MayBeNull, Trimmed } from '../../../platform/http/validation';
import { RecordAuthorizationDto } from '../../authorizations/authorizations.dto';
import { StartCourseDto } from '../../courses/courses.dto';
import { RecordExternalDoseDto } from '../../external-doses/external-doses.dto';
import { RegisterPatientDto } from '../../patients/patients.dto';

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

/** A row of a file of toxin that others gave. */
export class ImportedExternalDoseDto extends OmitType(RecordExternalDoseDto, ['id', 'patientId']) {
  @Trimmed() @IsString() @Length(1, 64) mrn: string;
}

/** A row of a file of prior authorizations. */
export class ImportedAuthorizationDto extends OmitType(RecordAuthorizationDto, ['id', 'patientId']) {
  @Trimmed() @IsString() @Length(1, 64) mrn: string;
}
