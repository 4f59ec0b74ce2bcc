import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { IsIn, IsNumber, IsString, Length, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import {
  INJECTION_ML,
  INJECTION_SITES,
  INJECTION_UNITS,
  MOST_INJECTIONS,
  PROTOCOL_VERSIONS,
  VIAL_DILUENT_ML,
  VIAL_UNITS,
} from '../../clinical/bounds';
import type { PlainDate } from '../../clinical/calendar';
import {
  FINDING_CODES,
  FINDING_SEVERITIES,
  type FindingCode,
  type FindingSeverity,
} from '../../clinical/finding';
import { INJECTION_SIDES, MUSCLE_SLUGS, type InjectionSide } from '../../clinical/catalogue/muscles';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../../clinical/units';
import { IsHundredths } from '../../platform/hundredths';
import { PageQuery } from '../../platform/http/page-cursor';
import { SHAPE_WORDS } from '../../platform/http/validating/shape-words';
import { UpdatesPageView } from '../../platform/http/updates/updates-page.dto';
import { InWords, ReasonGiven } from '../../platform/http/validating/reason-shapes';
import { IsMoment, IsPlainDate } from '../../platform/http/validating/day-shapes';
import {
  IsId,
  IsWhole,
  KnownSlug,
  ListOf,
  MayBeLeftOut,
  MayBeNull,
  Lists,
  OneOf,
  Trimmed,
} from '../../platform/http/validation';
import { GUIDANCE, type Guidance } from '../../clinical/catalogue/guidance';
import { SESSION_ORIGINS, type SessionOrigin } from './session.entity';

export class InjectionDto {
  /** A slug of GET /catalog/muscles. */
  @KnownSlug(MUSCLE_SLUGS, 'muscle', '/catalog/muscles') muscle: string;
  /** `bilateral`: the units are the total over both sides. */
  @IsIn(INJECTION_SIDES) side: InjectionSide;
  /** Potency units of the session's product. */
  @IsHundredths(INJECTION_UNITS.min, INJECTION_UNITS.max) units: number;
  /** Number of injection sites. */
  @MayBeNull() @IsWhole(INJECTION_SITES) sites?: number | null;
  /** Volume injected, in mL. */
  @MayBeNull() @IsHundredths(INJECTION_ML.min, INJECTION_ML.max) volumeMl?: number | null;
  @MayBeNull() @IsIn(GUIDANCE) guidance?: Guidance | null;
}

/** From 0 to 1, both ends included. */
function IsShare(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: Number, minimum: 0, maximum: 1 }),
    IsNumber({}, { message: `$property ${SHAPE_WORDS.number}` }),
    Min(0),
    Max(1),
  );
}

/**
 * One place in the muscle, as shares of its drawing on the patient's right: `x` from the viewer's left, `y` from above. On
 * the left side `x` is mirrored, so that the same numbers are the same place.
 */
export class InjectionPointDto {
  @IsShare() x: number;
  @IsShare() y: number;
  /** Potency units of the session's product. */
  @IsHundredths(INJECTION_UNITS.min, INJECTION_UNITS.max) units: number;
}

/** What one muscle got in a session that is recorded. */
export class SessionInjectionDto extends InjectionDto {
  /**
   * Where in the muscle. Together they are its units and, where these are told, its sites; of `bilateral` those of each
   * side. A list replaces the one on record.
   */
  @MayBeNull() @ListOf(() => InjectionPointDto, INJECTION_SITES.max) points?: InjectionPointDto[] | null;
}

/** Asked of a typed vial; of one of the stock it is known. */
function UnlessOfStock(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional(),
    ValidateIf((vial: VialDto, value) => value !== undefined || typeof vial.vialId !== 'string'),
  );
}

export class VialDto {
  /** A vial of GET /vials: lot, expiry, content and how it was made up are those of the stock, and its units are drawn. */
  @MayBeNull() @IsId() vialId?: string | null;
  @UnlessOfStock() @Trimmed() @IsString() @Length(1, 64) lotNumber: string;
  /** The last day of use printed on the vial. */
  @UnlessOfStock() @IsPlainDate() expiresOn: PlainDate;
  /** Labelled content in units of the session's product. */
  @UnlessOfStock()
  @IsHundredths(VIAL_UNITS.min, VIAL_UNITS.max)
  vialUnits: number;
  @MayBeNull() @IsMoment() openedAt?: string | null;
  @MayBeNull() @IsMoment() reconstitutedAt?: string | null;
  /** Diluent added, in mL. */
  @MayBeNull() @IsHundredths(VIAL_DILUENT_ML.min, VIAL_DILUENT_ML.max) diluentMl?: number | null;
  /** Units thrown away, in units of the session's product. */
  @MayBeNull() @IsHundredths(0, 50_000) unitsDiscarded?: number | null;
}

export class ConfirmationDto {
  /** The code of the finding that is confirmed. */
  @IsIn(FINDING_CODES) code: FindingCode;
  /** In words: at least ten letters. */
  @ReasonGiven() reason: string;
}

class SessionFields {
  @IsPlainDate() performedOn: PlainDate;
  @IsIn(TOXIN_PRODUCTS) product: ToxinProduct;
  /** A row per muscle and side. */
  @ListOf(() => SessionInjectionDto, MOST_INJECTIONS, 1) injections: SessionInjectionDto[];
  @MayBeLeftOut()
  @ListOf(() => VialDto, 50)
  vials?: VialDto[];
  /** Who injected; of a new session that does not say, whoever sends it. A neurologist not disabled before its day. */
  @MayBeLeftOut() @IsId() injectorId?: string;
  @MayBeNull() @IsString() @MaxLength(10_000) note?: string | null;
  /**
   * The session that this one completes or touches up, at most 28 days before, of the same course and product. Both are one
   * treatment: its day, response and trend are those of the first, the units of both count.
   */
  @MayBeNull() @IsId() continuesId?: string | null;
  /** The protocol that it began from, of the same product: an id of GET /protocols. */
  @MayBeNull() @IsId() protocolId?: string | null;
  /** Which version of it; left out, the latest. */
  @MayBeNull() @IsWhole(PROTOCOL_VERSIONS) protocolVersion?: number | null;
  /** Findings of severity `confirm` that the neurologist goes ahead with, each with a reason. */
  @MayBeLeftOut()
  @ListOf(() => ConfirmationDto, 50)
  confirmed?: ConfirmationDto[];
}

export class LogSessionDto extends SessionFields {
  @MayBeLeftOut() @IsId() id?: string;
  @IsId() courseId: string;
}

/** A field left out stays as it was. */
export class ChangeSessionDto extends PartialType(SessionFields, { skipNullProperties: false }) {}

export class AmendSessionDto extends SessionFields {
  /** Id of the new row. */
  @MayBeLeftOut() @IsId() id?: string;
  /** The course stays the same; naming it is allowed. */
  @MayBeLeftOut() @IsId() courseId?: string;
  /** Why the signed session is amended, in words: at least ten letters. */
  @ReasonGiven() reason: string;
}

export class VoidSessionDto {
  /** Why it was entered in error, in words: at least ten letters. */
  @InWords('sentence') reason: string;
}

export class FindSessionsQuery extends PageQuery {
  /** Only what changed since this moment, voided and replaced versions included. */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}

/** One objection to a session. */
export class FindingView {
  @OneOf(FINDING_CODES) code: FindingCode;
  @OneOf(FINDING_SEVERITIES) severity: FindingSeverity;
  message: string;
  /** Where in the request. */
  pointer?: string;
  /** The rule and where its number comes from. */
  sourceText: string;
  /** Why the neurologist went ahead. */
  reason?: string;
}

/** One limit and how full it is, in units of `product`. */
export class CapView {
  ruleId: string;
  text: string;
  /** What `units` adds up: "for the right eye". */
  scope: string;
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct;
  units: number;
  capUnits: number;
}

/** Units by side, of the totals' product. */
export class UnitsBySideView {
  left: number;
  right: number;
  bilateral: number;
  midline: number;
}

/** Units over all of the patient's courses in the window of days around the session. */
export class CumulativeView {
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct;
  units: number;
  windowDays: number;
  capUnits: number | null;
}

export class SessionTotalsView {
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct;
  units: number;
  bySide: UnitsBySideView;
  cumulative: CumulativeView;
  @Lists(() => CapView) caps: readonly CapView[];
}

export class SessionCheckView {
  @Lists(() => FindingView) findings: readonly FindingView[];
  totals: SessionTotalsView;
}

export class InjectionPointView {
  x: number;
  y: number;
  units: number;
}

export class InjectionView {
  muscle: string;
  @OneOf(INJECTION_SIDES) side: InjectionSide;
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct;
  units: number;
  sites: number | null;
  volumeMl: number | null;
  @OneOf(GUIDANCE) guidance: Guidance | null;
  /** Where in the muscle; empty: not told. */
  @Lists(() => InjectionPointView) points: readonly InjectionPointView[];
}

export class VialView {
  /** Of the clinic's stock; null: typed. */
  vialId: string | null;
  lotNumber: string;
  expiresOn: PlainDate;
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct;
  vialUnits: number;
  openedAt: Date | null;
  reconstitutedAt: Date | null;
  diluentMl: number | null;
  unitsDiscarded: number | null;
}

export const SESSION_VIEW_STATES = ['completed', 'voided', 'replaced'] as const;
export type SessionViewState = (typeof SESSION_VIEW_STATES)[number];

export class SessionView {
  id: string;
  courseId: string;
  performedOn: PlainDate;
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct;
  /** Total of the session in units of `product`. */
  totalUnits: number;
  injections: InjectionView[];
  vials: VialView[];
  injectorId: string;
  note: string | null;
  /** What spoke against the session when it was saved. */
  findings: FindingView[];
  @OneOf(SESSION_VIEW_STATES) state: SessionViewState;
  signedAt: Date | null;
  signedBy: string | null;
  /** The version that was signed: what it said then stands in this row. */
  signedVersion: number | null;
  /** The version that this one amends. */
  replacesId: string | null;
  /** The version that amends this one. */
  replacedById: string | null;
  /** The session that this one completes or touches up, as it counts now. */
  continuesId: string | null;
  /** The protocol that it began from, and in which version. */
  protocolId: string | null;
  protocolVersion: number | null;
  amendReason: string | null;
  voidedAt: Date | null;
  voidReason: string | null;
  /** `import`: taken over from another record; it waits for nobody’s signature. */
  @OneOf(SESSION_ORIGINS) origin: SessionOrigin;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

/** A session as it comes back from being saved, with what follows for the course. */
export class SavedSessionView extends SessionView {
  /** The day the next session is due. */
  nextDueOn: PlainDate | null;
  /** What else has changed with it, in words: an appointment attended, a snooze, a refusal or a set due day that has ended, a booking that is too early now; left out when nothing has. */
  alsoChanged?: string[];
}

export class SessionPage extends UpdatesPageView {
  items: SessionView[];
}

export class CheckSessionDto extends OmitType(LogSessionDto, ['id']) {
  /** Ignored: nothing is stored. */
  @MayBeLeftOut() @IsId() id?: string;
  /** An unsigned or signed session that this one would take the place of. */
  @MayBeLeftOut() @IsId() replacesId?: string;
}
