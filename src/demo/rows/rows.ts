import type { PlainDate } from '../../clinical/calendar';
import type { Role } from '../../platform/actor';
import type { AdverseEvent } from '../../records/adverse-events/adverse-event.entity';
import type { AlertAnswer } from '../../records/adverse-events/alert-answer.entity';
import type { PriorAuthorization } from '../../records/authorizations/authorization.entity';
import type { CoverOverride } from '../../records/authorizations/cover-override.entity';
import type { Course } from '../../records/courses/course.entity';
import type { Hold } from '../../records/courses/hold.entity';
import type { Patient } from '../../records/patients/patient.entity';
import type { PatientAnswerRow } from '../../records/patient-answers/patient-answer.entity';
import type { Payer } from '../../records/payers/payer.entity';
import type { PrecautionRow } from '../../records/precautions/precaution.entity';
import type { PregnancyAnswerRow } from '../../records/precautions/pregnancy-answer.entity';
import type { MeasurementRow } from '../../records/responses/measurement.entity';
import type { Response } from '../../records/responses/response.entity';
import type { Review } from '../../records/reviews/review.entity';
import type { Appointment } from '../../records/scheduling/appointment.entity';
import type { Contact } from '../../records/scheduling/contact.entity';
import type { Injection } from '../../records/sessions/injection.entity';
import type { Session } from '../../records/sessions/session.entity';
import type { SessionVial } from '../../records/sessions/vial.entity';
import type { Lot } from '../../records/supply/lot.entity';
import type { StockVial } from '../../records/supply/stock-vial.entity';
import type { VialMovement } from '../../records/supply/vial-movement.entity';

/** A row before the database adds when it was written. */
export type Row<Entity> = Omit<Entity, 'createdAt' | 'updatedAt'>;

export interface DemoUser {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly signsAs?: string;
  readonly role: Role;
}

export type PatientRow = Row<Patient>;
export type PrecautionOfDemo = Row<PrecautionRow>;
export type PregnancyAnswerOfDemo = Row<PregnancyAnswerRow>;
export type CourseRow = Row<Course>;
/** One version of a session with what hangs on it, in its last state. */
export interface SessionRows {
  readonly session: Row<Session>;
  readonly injections: readonly Injection[];
  readonly vials: readonly SessionVial[];
}
export interface ResponseRows {
  readonly response: Row<Response>;
  readonly measurements: readonly MeasurementRow[];
}

/** A review with the session whose flag it decided, counted from 1. */
export interface PastReview {
  readonly patientId: string;
  readonly afterSession: number;
  readonly review: Omit<Review, 'ordinal'>;
}

/** The vials in the refrigerator: lots, each vial, and the movement with which it came. */
export interface DemoStock {
  readonly lots: readonly Row<Lot>[];
  readonly vials: readonly Row<StockVial>[];
  readonly movements: readonly Omit<VialMovement, 'movedAt'>[];
}

/** Everything that the demo clinic writes, for one day and zone. */
export interface DemoClinic {
  readonly users: readonly DemoUser[];
  readonly stock: DemoStock;
  readonly closedDays: readonly PlainDate[];
  readonly patients: readonly PatientRow[];
  readonly precautions: readonly PrecautionOfDemo[];
  readonly pregnancyAnswers: readonly PregnancyAnswerOfDemo[];
  readonly courses: readonly CourseRow[];
  readonly holds: readonly Row<Hold>[];
  readonly sessions: readonly SessionRows[];
  readonly patientAnswers: readonly Row<PatientAnswerRow>[];
  readonly responses: readonly ResponseRows[];
  readonly reviews: readonly PastReview[];
  readonly adverseEvents: readonly Row<AdverseEvent>[];
  readonly alertAnswers: readonly Row<AlertAnswer>[];
  readonly appointments: readonly Row<Appointment>[];
  readonly contacts: readonly Row<Contact>[];
  readonly authorizations: readonly Row<PriorAuthorization>[];
  readonly coverOverrides: readonly Row<CoverOverride>[];
  readonly payers: readonly Row<Payer>[];
}
