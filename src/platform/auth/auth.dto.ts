import { Transform } from 'class-transformer';
import { IsString, Length } from 'class-validator';
import type { Role } from '../actor';
import { OWED, type Owed } from '../http/by.decorator';
import { MayBeLeftOut, OneOf } from '../http/validation';
import { LONGEST_CODE } from '../second-factor/second-factor.dto';
import { normalizeUsername } from '../users/create-user';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../users/password';

export class LoginDto {
  /** In capitals or not. */
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? normalizeUsername(value) : value,
  )
  @IsString()
  @Length(1, 64)
  username: string;
  @IsString() @Length(1, LONGEST_PASSWORD) password: string;
  /** The second step, where the user has a second factor: a code of their app, or a recovery code. */
  @MayBeLeftOut() @IsString() @Length(1, LONGEST_CODE) code?: string;
}

export class ChangeOwnPasswordDto {
  @IsString() @Length(1, LONGEST_PASSWORD) currentPassword: string;
  @IsString() @Length(SHORTEST_PASSWORD, LONGEST_PASSWORD) newPassword: string;
}

export class MeView {
  id: string;
  /** Null for a script's token. */
  username: string | null;
  displayName: string;
  role: Role;
  /** What I have to do before anything else is open to me. */
  @OneOf(OWED) owes: Owed | null;
}

export class SignedInUserView {
  id: string;
  username: string;
  displayName: string;
  role: Role;
}

export class LoginView {
  /** Send it as `Authorization: Bearer …`. A browser is not told: it has the cookie, which no script reads. */
  token?: string;
  expiresAt: Date;
  user: SignedInUserView;
}
