import { IsString, Length, Matches, MaxLength } from 'class-validator';
import { IsId, MayBeLeftOut, Trimmed } from '../../platform/http/validation';
import { WholeListView } from '../../platform/http/updates/whole-list.dto';

/** What a view may hold: filters, and next week as such. A name of a patient and single days belong to one day’s work. */
export const VIEW_FILTERS = [
  'queue',
  'authorization',
  'status',
  'injectorId',
  'product',
  'indication',
  'booked',
  'days',
] as const;

const VIEW_QUERY = new RegExp(`^(?:(?:^|&)(?:${VIEW_FILTERS.join('|')})=[^&=#\\s]{1,200})*$`);

export class SaveViewDto {
  @MayBeLeftOut() @IsId() id?: string;
  @Trimmed() @IsString() @Length(1, 60) name: string;
  /** Filters of the due list as they stand in its address, `queue=to-call&product=ona`; `days=next-week` for the coming week. */
  @IsString()
  @MaxLength(500)
  @Matches(VIEW_QUERY, {
    message: `query holds filters such as queue=to-call&product=ona, each of ${VIEW_FILTERS.join(', ')}`,
  })
  query: string;
}

export class SavedViewView {
  id: string;
  name: string;
  query: string;
  createdAt: Date;
}

export class SavedViewList extends WholeListView {
  /** By name. */
  items: SavedViewView[];
}
