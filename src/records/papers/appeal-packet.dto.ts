import { ApiProperty } from '@nestjs/swagger';
import type { PlainDate } from '../../clinical/calendar';
import {
  COURSE_SIDES,
  ETIOLOGIES,
  INDICATION_SLUGS,
  type CourseSide,
  type Etiology,
  type IndicationSlug,
} from '../../clinical/catalogue/indications';
import { MEASUREMENT_PHASES, type MeasurementPhase } from '../../clinical/treated-session';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../../clinical/units';
import { IsPlainDate } from '../../platform/http/validating/day-shapes';
import { Lists, MayBeLeftOut, OneOf } from '../../platform/http/validation';
import { AdverseEventView } from '../adverse-events/adverse-events.dto';
import { InjectionView, VialView } from '../sessions/sessions.dto';
import { PaperView } from './papers.dto';
import { DemandView } from './renewal.dto';

export class AppealPacketQuery {
  /** The first day of the sessions that it holds; left out: that of the last treatment but one. */
  @MayBeLeftOut() @IsPlainDate() from?: PlainDate;
  /** The last day, itself included; left out: today. */
  @MayBeLeftOut() @IsPlainDate() to?: PlainDate;
}

export class PacketDiagnosisView {
  @OneOf(INDICATION_SLUGS) indication: IndicationSlug;
  @OneOf(COURSE_SIDES) side: CourseSide | null;
  @OneOf(ETIOLOGIES) etiology: Etiology | null;
  /** ICD-10-CM. */
  diagnosisCode: string | null;
  /** What stands beside it on a claim. */
  secondDiagnosisCode: string | null;
  text: string;
}

export class PacketSessionView {
  id: string;
  performedOn: PlainDate;
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct;
  totalUnits: number;
  /** The session that this one completes or touches up. */
  continuesId: string | null;
  @Lists(() => InjectionView) injections: readonly InjectionView[];
  /** With all that was thrown away of each, then or later. */
  @Lists(() => VialView) vials: readonly VialView[];
  /** The name as signed, with credentials. */
  injectedBy: string | null;
  /** The name as signed, with credentials; null: not signed. */
  signedBy: string | null;
  signedAt: Date | null;
}

export class RequestedLineView {
  /** A HCPCS or CPT code number. */
  code: string;
  modifiers: string[];
  billingUnits: number;
}

/** The next session as the plan and the last one have it. */
export class RequestedSessionView {
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct;
  /** In units of `product`, as at the last session; null: it was of another product, or there was none. */
  units: number | null;
  /** The vials of the product that leave the least; the clinic may have others. */
  vialUnits: number[];
  /** As they would be claimed, the drug first. */
  @Lists(() => RequestedLineView) lines: RequestedLineView[];
  earliestOn: PlainDate | null;
  dueOn: PlainDate | null;
  lastOnTimeOn: PlainDate | null;
}

export class ScaleReadingView {
  @ApiProperty({ oneOf: [{ type: 'number' }, { type: 'string' }] }) value: number | string;
  @OneOf(MEASUREMENT_PHASES) phase: MeasurementPhase;
  measuredOn?: PlainDate;
}

export class ScaleChangeView {
  scale: string;
  name: string;
  /** The muscle group that it was taken of; null: of the whole. */
  of: string | null;
  /** At the start of the cycle, else untreated. */
  before: ScaleReadingView | null;
  /** At the peak, else at the end of the cycle. */
  after: ScaleReadingView | null;
}

export class PacketEffectView {
  performedOn: PlainDate;
  improvementPct: number | null;
  pgic: number | null;
  peakEffect: number | null;
  onsetOn: PlainDate | null;
  woreOffOn: PlainDate | null;
  @Lists(() => ScaleChangeView) scales: readonly ScaleChangeView[];
}

/** What a payer's reviewer asks for, as a paper and in fields; what is missing is the first of its parts. */
export class AppealPacketView extends PaperView {
  from: PlainDate;
  to: PlainDate;
  payer: string | null;
  diagnosis: PacketDiagnosisView;
  /** In the order of the days. */
  @Lists(() => PacketSessionView) sessions: readonly PacketSessionView[];
  /** Of the last two treatments until the last day. */
  @Lists(() => PacketEffectView) effects: readonly PacketEffectView[];
  /** Of the course until the last day, the latest first. */
  @Lists(() => AdverseEventView) sideEffects: readonly AdverseEventView[];
  triedBefore: string[];
  /** Null: none is to come, or the last day is past. */
  requested: RequestedSessionView | null;
  /** Why muscles are looked for with EMG or a picture. */
  guidanceReason: string | null;
  /** What the payer asks for before it pays on, as known on the last day. */
  @Lists(() => DemandView) demands: readonly DemandView[];
}
