import { IsIn, IsString, Length } from 'class-validator';
import { VIAL_UNITS } from '../../clinical/bounds';
import type { PlainDate } from '../../clinical/calendar';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../../clinical/units';
import { IsHundredths } from '../../platform/hundredths';
import { PageQuery } from '../../platform/http/page-cursor';
import { IsQueryBoolean } from '../../platform/http/validating/query-shapes';
import { UpdatesPageView } from '../../platform/http/updates/updates-page.dto';
import { InWords } from '../../platform/http/validating/reason-shapes';
import { IsMoment, IsPlainDate } from '../../platform/http/validating/day-shapes';
import { IsId, IsWhole, MayBeLeftOut, MayBeNull, OneOf, Trimmed } from '../../platform/http/validation';
import { SUPPLIERS, type Supplier } from './lot.entity';
import { STORAGES, type Storage } from './stock-vial.entity';
import { WholeListView } from '../../platform/http/updates/whole-list.dto';

const MOST_VIALS = 200;
const DILUENT_ML = { min: 0.1, max: 100 };

export class ReceiveLotDto {
  @MayBeLeftOut() @IsId() id?: string;
  /** The GS1 code of a vial or box, as a scanner types it: says lot, expiry and GTIN in place of the fields. */
  @MayBeLeftOut() @IsString() @Length(1, 200) code?: string;
  /** Left out with a code whose GTIN was received before. */
  @MayBeLeftOut() @IsIn(TOXIN_PRODUCTS) product?: ToxinProduct;
  @MayBeLeftOut() @Trimmed() @IsString() @Length(1, 64) lotNumber?: string;
  /** The last day of use printed on the vial. */
  @MayBeLeftOut() @IsPlainDate() expiresOn?: PlainDate;
  /** Labelled content of each vial in units of the product. */
  @MayBeLeftOut() @IsHundredths(VIAL_UNITS.min, VIAL_UNITS.max) vialUnits?: number;
  /** `clinic`: the clinic's stock; `pharmacy`: a pharmacy's vial for one patient. Left out: as patientId says. */
  @MayBeLeftOut() @IsIn(SUPPLIERS) supplier?: Supplier;
  /** Of a pharmacy's vial: for whom. */
  @MayBeNull() @IsId() patientId?: string | null;
  @MayBeNull() @IsPlainDate() orderedOn?: PlainDate | null;
  @MayBeNull() @IsPlainDate() shippedOn?: PlainDate | null;
  /** Left out: today, unless it is only ordered or shipped. */
  @MayBeNull() @IsPlainDate() arrivedOn?: PlainDate | null;
  /** Where it is kept. */
  @MayBeNull() @Trimmed() @IsString() @Length(1, 100) fridge?: string | null;
  /** How many vials come with it; more are added by POST /vials. */
  @MayBeLeftOut() @IsWhole({ min: 0, max: MOST_VIALS }) vials?: number;
}

/** A field left out stays as it was. */
export class ChangeLotDto {
  @MayBeNull() @IsPlainDate() orderedOn?: PlainDate | null;
  @MayBeNull() @IsPlainDate() shippedOn?: PlainDate | null;
  @MayBeNull() @IsPlainDate() arrivedOn?: PlainDate | null;
  @MayBeNull() @Trimmed() @IsString() @Length(1, 100) fridge?: string | null;
}

export class HoldLotDto {
  /** Why, in words: at least four letters. */
  @InWords('word') reason: string;
}

export class ReleaseLotDto {
  /** Why it may be used again, in words: at least four letters. The screens ask for it. */
  @MayBeLeftOut() @InWords('word') reason?: string;
}

export class ReceiveVialDto {
  @MayBeLeftOut() @IsId() id?: string;
  /** The lot that it belongs to; or `code`. */
  @MayBeLeftOut() @IsId() lotId?: string;
  /** The GS1 code of a vial whose lot was received. */
  @MayBeLeftOut() @IsString() @Length(1, 200) code?: string;
  @MayBeNull() @Trimmed() @IsString() @Length(1, 20) serial?: string | null;
}

export class OpenVialDto {
  /** Left out: now. */
  @MayBeLeftOut() @IsMoment() at?: string;
}

export class ReconstituteVialDto extends OpenVialDto {
  /** Diluent added, in mL. */
  @IsHundredths(DILUENT_ML.min, DILUENT_ML.max) diluentMl: number;
  /** Where it is kept until it is used; left out: in the refrigerator. */
  @MayBeLeftOut() @IsIn(STORAGES) storage?: Storage;
}

export class DiscardVialDto {
  /** In units of its product; left out: all that is left. */
  @MayBeLeftOut() @IsHundredths(VIAL_UNITS.min, VIAL_UNITS.max) units?: number;
  /** Why, in words: at least four letters. */
  @InWords('word') reason: string;
}

export class FindLotsQuery extends PageQuery {
  @MayBeLeftOut() @IsIn(TOXIN_PRODUCTS) product?: ToxinProduct;
  @MayBeLeftOut() @IsString() @Length(1, 64) lotNumber?: string;
  /** Only what changed since this moment. */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}

export class FindVialsQuery extends PageQuery {
  @MayBeLeftOut() @IsIn(TOXIN_PRODUCTS) product?: ToxinProduct;
  @MayBeLeftOut() @IsId() lotId?: string;
  /** `true`: only those that may be drawn from today, by the clinic's stock or for `patientId`. */
  @MayBeLeftOut() @IsQueryBoolean() usable?: boolean;
  /** With `usable`: also the pharmacy's vials for this patient. */
  @MayBeLeftOut() @IsId() patientId?: string;
  /** Only what changed since this moment. */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}

export class LotView {
  id: string;
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct;
  lotNumber: string;
  expiresOn: PlainDate;
  vialUnits: number;
  gtin: string | null;
  @OneOf(SUPPLIERS) supplier: Supplier;
  patientId: string | null;
  orderedOn: PlainDate | null;
  shippedOn: PlainDate | null;
  /** Null: not here yet. */
  arrivedOn: PlainDate | null;
  fridge: string | null;
  heldAt: Date | null;
  holdReason: string | null;
  /** When it was last released from a hold. */
  releasedAt: Date | null;
  /** The user who released it. */
  releasedBy: string | null;
  releaseReason: string | null;
  /** How many vials were received. */
  vials: number;
  /** How many of them are closed and full. */
  vialsUnopened: number;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export const VIAL_STATES = ['expected', 'unopened', 'opened', 'used', 'empty'] as const;
/** `used`: in a session, with a rest that is to be discarded. */
export type VialState = (typeof VIAL_STATES)[number];

export class StockVialView {
  id: string;
  lotId: string;
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct;
  lotNumber: string;
  expiresOn: PlainDate;
  vialUnits: number;
  serial: string | null;
  patientId: string | null;
  onHold: boolean;
  @OneOf(VIAL_STATES) state: VialState;
  /** What it holds; null of a vial used in a session, for whoever may not read doses. */
  unitsLeft: number | null;
  openedAt: Date | null;
  reconstitutedAt: Date | null;
  diluentMl: number | null;
  @OneOf(STORAGES) storage: Storage | null;
  /** When its hours in use end, by the rule of its product. */
  usableUntil: Date | null;
  /** The session that drew from it, for whoever may read sessions. */
  sessionId: string | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class LotPage extends UpdatesPageView {
  items: LotView[];
}

export class StockVialPage extends UpdatesPageView {
  items: StockVialView[];
}

export class LotPatientView {
  patientId: string;
  mrn: string;
  familyName: string;
  /** Null: the patient has one name only, the family name. */
  givenName: string | null;
  phone: string | null;
  /** Null: no death is known. */
  deceasedOn: PlainDate | null;
  sessionId: string;
  courseId: string;
  performedOn: PlainDate;
}

export class LotPatientsView extends WholeListView {
  lotId: string;
  lotNumber: string;
  @OneOf(TOXIN_PRODUCTS) product: ToxinProduct;
  /** Who got something of it, by stock or by the lot number typed with a session; the latest session first. */
  items: LotPatientView[];
}
