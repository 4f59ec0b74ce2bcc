import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsString, Length, Matches } from 'class-validator';
import { ROLES, type Role } from '../actor';
import { PageQuery } from '../http/page-cursor';
import { UpdatesPageView } from '../http/updates/updates-page.dto';
import { IsMoment } from '../http/validating/day-shapes';
import { IsId, MayBeLeftOut, MayBeNull, Trimmed } from '../http/validation';
import { normalizeUsername, USERNAME } from './create-user';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password';

const ONE_LINE = { message: '$property must be a name on one line' };

export class CreateUserDto {
  @MayBeLeftOut() @IsId() id?: string;
  /** Letters, digits, dots, hyphens and underscores; capitals make no difference. */
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? normalizeUsername(value) : value,
  )
  @Matches(USERNAME, {
    message:
      'username must be 2 to 64 letters, digits, dots, hyphens or underscores, beginning with a letter or digit',
  })
  username: string;
  /** How the trail and the screens name this person. */
  @Trimmed() @Length(1, 200) @Matches(/^\P{Cc}*$/u, ONE_LINE) displayName: string;
  /** The name as signed on notes and letters, with credentials: `Ana Meyer, MD`; null: the display name. */
  @MayBeNull() @Trimmed() @Length(1, 200) @Matches(/^\P{Cc}*$/u, ONE_LINE) signsAs?: string | null;
  @IsIn(ROLES) role: Role;
  /** The first one: the user chooses their own at the first sign-in. */
  @IsString() @Length(SHORTEST_PASSWORD, LONGEST_PASSWORD) password: string;
}

export class ChangeUserDto {
  @MayBeLeftOut() @Trimmed() @Length(1, 200) @Matches(/^\P{Cc}*$/u, ONE_LINE) displayName?: string;
  /** The name as signed on notes and letters, with credentials: `Ana Meyer, MD`; null: the display name. */
  @MayBeNull() @Trimmed() @Length(1, 200) @Matches(/^\P{Cc}*$/u, ONE_LINE) signsAs?: string | null;
  @MayBeLeftOut() @IsIn(ROLES) role?: Role;
  /** A disabled user cannot sign in, and is signed out at once. */
  @MayBeLeftOut() @IsBoolean() disabled?: boolean;
  /** A new password, until the user chooses their own at the next sign-in; they are signed out everywhere. */
  @MayBeLeftOut() @IsString() @Length(SHORTEST_PASSWORD, LONGEST_PASSWORD) password?: string;
}

export class UserView {
  id: string;
  username: string;
  displayName: string;
  signsAs: string | null;
  role: Role;
  disabled: boolean;
  /** Their password was chosen by an administrator: before anything else they choose their own. */
  mustChangePassword: boolean;
  /** Signing in asks them for a second factor. */
  secondFactor: boolean;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export class EndedTokenView {
  id: string;
  name: string;
}

export class ChangedUserView extends UserView {
  /** The scripts' tokens that ended with this change: of a user who was disabled or has another role now. */
  endedTokens: EndedTokenView[];
}

export class UserPage extends UpdatesPageView {
  items: UserView[];
}

export class FindUsersQuery extends PageQuery {
  /** Only what changed since this moment. */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}
