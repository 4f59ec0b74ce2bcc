import { IsString, Length } from 'class-validator';
import { IsHundredths } from '../../../platform/hundredths';
import { PageQuery } from '../../../platform/http/page-cursor';
import { UpdatesPageView } from '../../../platform/http/updates/updates-page.dto';
import { IsMoment } from '../../../platform/http/validating/day-shapes';
import { IsId, MayBeLeftOut, MayBeNull, Trimmed } from '../../../platform/http/validation';

export class RecordExcursionDto {
  @MayBeLeftOut() @IsId() id?: string;
  /** As lots name where they are kept. */
  @Trimmed() @IsString() @Length(1, 100) fridge: string;
  /** Left out: now. */
  @MayBeLeftOut() @IsMoment() noticedAt?: string;
  /** The farthest reading from 2-8 °C, in degrees Celsius. */
  @IsHundredths(-80, 60) temperatureC: number;
  @MayBeNull() @Trimmed() @IsString() @Length(1, 2000) note?: string | null;
}

export class FindExcursionsQuery extends PageQuery {
  /** Only what changed since this moment. */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}

export class ExcursionView {
  id: string;
  fridge: string;
  noticedAt: Date;
  temperatureC: number;
  note: string | null;
  recordedBy: string;
  /** Of the lots that lay there then, those on hold now. */
  lotsOnHold: string[];
  createdAt: Date;
  /** When it was recorded, or one of its lots last changed. */
  updatedAt: Date;
}

export class ExcursionPage extends UpdatesPageView {
  items: ExcursionView[];
}
