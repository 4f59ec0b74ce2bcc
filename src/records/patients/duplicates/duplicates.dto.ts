import { Transform } from 'class-transformer';
import { IsString, MaxLength } from 'class-validator';
import type { PlainDate } from '../../../clinical/calendar';
import { asSeen } from '../../../platform/http/validating/as-seen';
import { IsPlainDate } from '../../../platform/http/validating/day-shapes';
import { MayBeLeftOut } from '../../../platform/http/validation';
import { PatientView } from '../patients.dto';
import type { Sameness } from './why-same';
import { WholeListQuery, WholeListView } from '../../../platform/http/updates/whole-list.dto';

/** A field of a form that was left empty asks nothing. */
function EmptyAsksNothing(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? asSeen(value) || undefined : value,
  );
}

/** As much as is known of somebody who may be on record already. */
export class PossibleDuplicatesQuery extends WholeListQuery {
  @MayBeLeftOut() @EmptyAsksNothing() @IsString() @MaxLength(200) familyName?: string;
  @MayBeLeftOut() @EmptyAsksNothing() @IsString() @MaxLength(200) givenName?: string;
  @MayBeLeftOut() @EmptyAsksNothing() @IsPlainDate() birthDate?: PlainDate;
  @MayBeLeftOut() @EmptyAsksNothing() @IsString() @MaxLength(40) phone?: string;
  /** The record number, whatever its capitals and blanks. */
  @MayBeLeftOut() @EmptyAsksNothing() @IsString() @MaxLength(64) mrn?: string;
}

export class PossibleDuplicateView {
  patient: PatientView;
  /** What is the same. A name counts when it is nearly the same beside something else that is. */
  why: Sameness[];
  /** The last session here. Shown to whoever sees on the due list when patients come. */
  lastVisitOn?: PlainDate | null;
}

export class PossibleDuplicatesView extends WholeListView {
  /** The likeliest first, twenty at most. */
  items: PossibleDuplicateView[];
}
