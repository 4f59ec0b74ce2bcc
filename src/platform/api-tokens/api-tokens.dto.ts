import { ApiExtraModels } from '@nestjs/swagger';
import { IsIn, Length, Matches } from 'class-validator';
import { ROLES, type Role } from '../actor';
import { IsMoment } from '../http/validating/day-shapes';
import { IsId, MayBeLeftOut, Trimmed } from '../http/validation';
import { PageQuery } from '../http/page-cursor';
import { ListsOrRemoved, RemovedView, UpdatesPageView } from '../http/updates/updates-page.dto';

export class CreateApiTokenDto {
  @MayBeLeftOut() @IsId() id?: string;
  /** What the token is for; the trail names it so. */
  @Trimmed()
  @Length(1, 200)
  @Matches(/^\P{Cc}*$/u, { message: '$property must be a name on one line' })
  name: string;
  @IsIn(ROLES) role: Role;
  /** In the future, at most 366 days; of a token made by a token no later than that one’s. */
  @IsMoment() expiresAt: string;
}

export class NewApiTokenView {
  id: string;
  name: string;
  role: Role;
  expiresAt: Date;
  /** It opens nothing until somebody who has its role has approved it. */
  awaitsApproval: boolean;
  /** Shown this once. */
  token: string;
}

export class ApiTokenView {
  id: string;
  name: string;
  role: Role;
  expiresAt: Date;
  createdAt: Date;
  /** Id of the user who made it, or of the token. */
  createdBy: string;
  /** Id of the user who lent it their role. */
  approvedBy: string | null;
  /** It opens nothing until somebody who has its role has approved it. */
  awaitsApproval: boolean;
}

@ApiExtraModels(RemovedView)
export class ApiTokenPage extends UpdatesPageView {
  /** With `updatedSince` also those that were deleted since, as `{ id, removedAt }`. */
  @ListsOrRemoved(() => ApiTokenView)
  items: (ApiTokenView | RemovedView)[];
}

export class FindApiTokensQuery extends PageQuery {
  /** Only what was made, approved or deleted since this moment. */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}
