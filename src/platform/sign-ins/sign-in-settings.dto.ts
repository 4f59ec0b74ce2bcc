import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import { IsWhole, MayBeLeftOut } from '../http/validation';

/** Of an examination at the least, of a working day at the most. */
export const IDLE_MINUTES = { min: 5, max: 720 };

export class IdleMinutesDto {
  @MayBeLeftOut() @IsWhole(IDLE_MINUTES) neurologist?: number;
  @MayBeLeftOut() @IsWhole(IDLE_MINUTES) scheduler?: number;
  @MayBeLeftOut() @IsWhole(IDLE_MINUTES) reporting?: number;
  @MayBeLeftOut() @IsWhole(IDLE_MINUTES) admin?: number;
}

export class ChangeSignInSettingsDto {
  /** By role; a role that is left out keeps its minutes. */
  @MayBeLeftOut() @IsObject() @ValidateNested() @Type(() => IdleMinutesDto) idleMinutes?: IdleMinutesDto;
}

export class IdleMinutesView {
  neurologist: number;
  scheduler: number;
  reporting: number;
  admin: number;
}

export class SignInSettingsView {
  /** Minutes without a request after which a person of a role is signed out. Scripts’ tokens are not. */
  idleMinutes: IdleMinutesView;
  version: number;
  updatedAt: Date;
}
