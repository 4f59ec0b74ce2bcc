import { ApiExtraModels, ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, IsString, Length, Matches } from 'class-validator';
import { PageQuery } from '../http/page-cursor';
import { ListsOrRemoved, RemovedView, UpdatesPageView } from '../http/updates/updates-page.dto';
import { IsMoment } from '../http/validating/day-shapes';
import { IsId, MayBeLeftOut, Trimmed } from '../http/validation';
import { READ_SCOPE } from './scopes';

export class RegisterSmartClientDto {
  @MayBeLeftOut() @IsId() id?: string;
  /** What it is; the trail names it so. */
  @Trimmed()
  @Length(1, 200)
  @Matches(/^\P{Cc}*$/u, { message: '$property must be a name on one line' })
  name: string;
  /** Its public keys as a JSON Web Key Set (RFC 7517), for RS384 or ES384, each with `kid`; or `jwksUrl`. */
  @MayBeLeftOut()
  @ApiProperty({ type: 'object', additionalProperties: true })
  @IsObject()
  jwks?: object;
  /** Where its public keys are; or `jwks`. */
  @MayBeLeftOut() @IsString() @Length(1, 2000) jwksUrl?: string;
  /** What it may read: `system/*.rs`, or types such as `system/Patient.rs`. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Matches(READ_SCOPE, { each: true, message: 'scopes must be such as system/*.rs or system/Patient.rs' })
  scopes: string[];
}

export class SmartClientView {
  /** As which it signs: `iss` and `sub` of its assertions. */
  id: string;
  name: string;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) jwks: object | null;
  jwksUrl: string | null;
  scopes: string[];
  createdAt: Date;
  /** Id of the administrator who registered it. */
  createdBy: string;
  /** Id of the neurologist who lent it their role. */
  approvedBy: string | null;
  /** It gets no token until a neurologist has approved it. */
  awaitsApproval: boolean;
}

export class FindSmartClientsQuery extends PageQuery {
  /** All of them, and as `{ id, removedAt }` those that were revoked, since this moment or before. */
  @MayBeLeftOut() @IsMoment() updatedSince?: string;
}

@ApiExtraModels(SmartClientView, RemovedView)
export class SmartClientPage extends UpdatesPageView {
  @ListsOrRemoved(() => SmartClientView)
  items: (SmartClientView | RemovedView)[];
}
