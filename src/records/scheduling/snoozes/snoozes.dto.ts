import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, ValidateIf } from 'class-validator';
import type { PlainDate } from '../../../clinical/calendar';
import { IsPlainDate } from '../../../platform/http/validating/day-shapes';
import { IsId, MayBeLeftOut, MayBeNull } from '../../../platform/http/validation';
import { IsAlsoFor } from '../also-for';

export class SnoozeDto {
  @MayBeLeftOut() @IsId() id?: string;
  /** The day on which the course comes back to the queue of calls, within a year; null: today, whatever was arranged. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  @ValidateIf((_, value) => value !== null)
  @IsPlainDate()
  untilOn: PlainDate | null;
  /** Other courses of the same patient. */
  @IsAlsoFor() alsoFor?: string[];
  @MayBeNull() @IsString() @MaxLength(10_000) note?: string | null;
}

export class SnoozeView {
  id: string;
  courseId: string;
  untilOn: PlainDate | null;
  note: string | null;
  at: Date;
  createdAt: Date;
}
