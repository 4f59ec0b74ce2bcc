import { IsBoolean } from 'class-validator';
import { MayBeLeftOut, Lists, OneOf } from '../../platform/http/validation';
import { LEARNING_STATES, type LearningState } from './clinic-learning.entity';

export class AcceptLearningDto {
  /** Take over the proposed weights of a review too; left out: those that stand stay. */
  @MayBeLeftOut() @IsBoolean() takeWeight?: boolean;
}

const LEARNED_OF = ['sizes', 'lengths', 'scale', 'usual-size', 'usual-length', 'shares', 'told'] as const;

export class LearningChangeView {
  @OneOf(LEARNED_OF) what: (typeof LEARNED_OF)[number];
  /** A scale, or an indication. */
  of?: string;
  /** Of `told`: from which weight on another share is told. */
  weight?: number;
  from: number;
  to: number;
  text: string;
}

export class LearnedVersionView {
  version: number;
  /**
   * `proposed` waits for a person, `accepted` is judged with, `same` says nothing other than what stood, `superseded` gave
   * way to a later one, `withdrawn` was accepted and taken back.
   */
  @OneOf(LEARNING_STATES) state: LearningState;
  madeAt: Date;
  /** When the same was last found. */
  checkedAt: Date;
  rulesVersion: string;
  courses: number;
  /** Consecutive differences of size that the scatter was learned from. */
  differences: number;
  /** Beside what is judged with now; of what is, beside the usual. */
  @Lists(() => LearningChangeView) changes: readonly LearningChangeView[];
  decidedBy: string | null;
  decidedAt: Date | null;
}

export class ReviewWeightView {
  /** Weight of the lasting-loss story from which a course is reviewed (`R.review.weight`). */
  weight: number;
  /** The same where a scale is all that is recorded (`R.review.weight.scale-only`). */
  weightOnScaleOnly: number;
}

export class AlarmPointView extends ReviewWeightView {
  /** Per 100 patient-years, estimated by playing the clinic's own courses backwards. */
  falseReviews: number;
  /** All reviews per 100 patient-years, as the courses went. */
  reviews: number;
}

export class AlarmsView {
  courses: number;
  patientYears: number;
  /** False reviews per 100 patient-years that the clinic bears (`R.alarm-budget`). */
  budget: number;
  @Lists(() => AlarmPointView) curve: readonly AlarmPointView[];
  /** At the weights that stand, or the nearest below them that were tried. */
  standing: AlarmPointView;
  /** The weights that keep the budget; null where those that stand are to stay, or nothing can be said yet. */
  proposed: ReviewWeightView | null;
  text: string;
}

export class ReviewsOfYearView {
  reviews: number;
  patientYears: number;
  per100PatientYears: number | null;
}

export class ClinicLearningView {
  accepted: LearnedVersionView | null;
  proposed: LearnedVersionView | null;
  /** When the clinic last learned; null before the first night. */
  checkedAt: Date | null;
  alarms: AlarmsView | null;
  /** Reviews that opened in the last 365 days. */
  lastYear: ReviewsOfYearView;
  /** The newest twenty, the newest first. */
  @Lists(() => LearnedVersionView) versions: readonly LearnedVersionView[];
}
