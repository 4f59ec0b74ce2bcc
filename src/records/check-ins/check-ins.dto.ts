import { IsString, Length } from 'class-validator';
import type { PlainDate } from '../../clinical/calendar';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../../clinical/units';
import { OneOf } from '../../platform/http/validation';
import { AnswerFields } from '../patient-answers/patient-answers.dto';

/** A code for the clinic's tablet: for this patient and these questions, once, until it expires. */
export class CheckInView {
  id: string;
  courseId: string;
  /** Day of the session that is asked about. */
  performedOn: PlainDate;
  /** To be typed on the tablet at `/check-in`. It is shown this once. */
  code: string;
  expiresAt: Date;
}

export class OpenCheckInDto {
  /** As it was shown; spaces, dashes and small letters are taken too. */
  @IsString() @Length(1, 40) code: string;
}

/** All that the tablet shows of the patient. */
export class OpenedCheckInView {
  givenName: string;
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct;
  performedOn: PlainDate;
  /** Until then it can be answered. */
  expiresAt: Date;
}

export class AnswerCheckInDto extends AnswerFields {}
