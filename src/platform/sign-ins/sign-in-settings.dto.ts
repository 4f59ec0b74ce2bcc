import { Type } from 'class-transformer';
import { ArrayUnique, IsArray, IsIn, IsObject, ValidateNested } from 'class-validator';
import { ROLES, type Role } from '../actor';
import { IsWhole, MayBeLeftOut } from '../http/validation';

/**
 * Our choice of what a clinic may set; it begins with an hour for everybody, the most that NIST SP 800-63B-4 (2.2.3) advises
 * for names and diagnoses. A limit is asked for by HIPAA 164.312(a)(2)(iii) and ASVS 5.0, 7.3.1.
 */
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
  /** Whoever has one of these roles needs a second factor. */
  @MayBeLeftOut() @IsArray() @ArrayUnique() @IsIn(ROLES, { each: true }) secondFactorRoles?: Role[];
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
  /** Whoever has one of these roles needs a second factor. */
  secondFactorRoles: Role[];
  version: number;
  updatedAt: Date;
}
