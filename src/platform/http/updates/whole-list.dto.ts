import { ApiProperty } from '@nestjs/swagger';
import { IsMoment } from '../validating/day-shapes';
import { MayBeLeftOut } from '../validation';

/** A short list that is made anew each time it is asked for, and has no pages. */
export class WholeListView {
  /** All of it is here: what is not among its items is not on it (any more). */
  @ApiProperty({ enum: [true] }) whole: true;
  /** As of every list. This one is given whole whatever `updatedSince` it is sent. */
  nextUpdatedSince: Date;
}

export class WholeListQuery {
  /** Taken as by every list; this one is given whole each time. */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}

/** What is particular to such a list. */
export type Given<V extends WholeListView> = Omit<V, keyof WholeListView>;

/** What each of them answers beside that. */
export function asWhole(nextUpdatedSince: Date): WholeListView {
  return { whole: true, nextUpdatedSince };
}
