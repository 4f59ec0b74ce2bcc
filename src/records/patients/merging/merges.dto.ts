import type { PlainDate } from '../../../clinical/calendar';
import { InWords } from '../../../platform/http/validating/reason-shapes';
import { IsId } from '../../../platform/http/validation';
import { WholeListView } from '../../../platform/http/updates/whole-list.dto';

export class MergePatientDto {
  /** The record that goes on. */
  @IsId() intoId: string;
  /** Why they are the same person, in words: at least four letters. */
  @InWords('word') reason: string;
}

export class UndoMergeDto {
  /** Why they are not, in words: at least four letters. */
  @InWords('word') reason: string;
}

/** How many rows of the patient's own. */
export class PatientRowsView {
  courses: number;
  authorizations: number;
  coverOverrides: number;
  externalDoses: number;
  precautions: number;
  pregnancyAnswers: number;
  lots: number;
}

export class PatientMergeView {
  id: string;
  /** The record that was given up. */
  patientId: string;
  /** The record that goes on. */
  intoId: string;
  reason: string;
  mergedBy: string;
  mergedAt: Date;
  /** What went over. */
  moved: PatientRowsView;
  /** The birth date that went over, where the record that goes on had none; undoing takes it back. */
  carriedBirthDate: PlainDate | null;
  undoneBy: string | null;
  undoneAt: Date | null;
  undoReason: string | null;
}

export class UndoneMergeView extends PatientMergeView {
  /** What came onto the record that goes on since the merge, and stays there. */
  stayed: PatientRowsView;
}

export class PatientMergesView extends WholeListView {
  /** The latest first. */
  items: PatientMergeView[];
}
