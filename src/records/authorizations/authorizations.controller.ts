import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Reads, ReadsWhenRepeated, type Shown } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { Now } from '../../platform/http/now.decorator';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { IfMatch } from '../../platform/http/if-match';
import { Allow } from '../../platform/permissions';
import { IdPipe } from '../../platform/http/validation';
import { ApiWriteOnce, answerOnce } from '../../platform/http/write-once.http';
import {
  AuthorizationPage,
  AuthorizationView,
  ChangeAuthorizationDto,
  CoverOverridePage,
  CoverOverrideView,
  FindAuthorizationsQuery,
  FindCoverOverridesQuery,
  OverrideCoverDto,
  RecordAuthorizationDto,
} from './authorizations.dto';
import { AuthorizationsService } from './authorizations.service';
import { CoverOverridesService } from './cover-overrides.service';

@ApiTags('cover')
@Controller()
export class AuthorizationsController {
  constructor(
    private readonly authorizations: AuthorizationsService,
    private readonly overrides: CoverOverridesService,
  ) {}

  /** Record a payer's authorization. */
  @Post('authorizations')
  @Allow('authorization.write')
  @ReadsWhenRepeated('prior_authorization', ofAuthorization)
  @ApiWriteOnce(AuthorizationView)
  record(
    @By() actor: SignedIn,
    @Body() dto: RecordAuthorizationDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AuthorizationView> {
    return answerOnce(reply, this.authorizations.record(actor, dto));
  }

  /** Authorizations, with what has been used of each, what booked visits reserve, and what is left. */
  @Get('authorizations')
  @Allow('authorization.read')
  @Reads('prior_authorization', ofTheirPatients)
  find(@Query() query: FindAuthorizationsQuery, @Now() clinic: Clinic): Promise<AuthorizationPage> {
    return this.authorizations.find(query, clinic);
  }

  /** One authorization. */
  @Get('authorizations/:id')
  @Allow('authorization.read')
  @Reads('prior_authorization', ofAuthorization)
  read(@Param('id', IdPipe) id: string, @Now() clinic: Clinic): Promise<AuthorizationView> {
    return this.authorizations.read(id, clinic);
  }

  /** Change the days or the amount of an authorization. */
  @Patch('authorizations/:id')
  @Allow('authorization.write')
  change(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() dto: ChangeAuthorizationDto,
  ): Promise<AuthorizationView> {
    return this.authorizations.change(actor, id, version, dto);
  }

  /** State that a payer, or one patient's contract, covers otherwise than is usual for the indication. */
  @Post('coverage-overrides')
  @Allow('authorization.write')
  @ReadsWhenRepeated('cover_override', ({ id, patientId }: CoverOverrideView) => ({
    subjectId: id,
    patients: [patientId],
  }))
  @ApiWriteOnce(CoverOverrideView)
  override(
    @By() actor: SignedIn,
    @Body() dto: OverrideCoverDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CoverOverrideView> {
    return answerOnce(reply, this.overrides.override(actor, dto));
  }

  /** What differs from the usual cover. */
  @Get('coverage-overrides')
  @Allow('authorization.read')
  @Reads('cover_override', ofTheirPatients)
  findOverrides(@Query() query: FindCoverOverridesQuery): Promise<CoverOverridePage> {
    return this.overrides.find(query);
  }

  /** Remove an override of cover. */
  @Delete('coverage-overrides/:id')
  @HttpCode(204)
  @Allow('authorization.write')
  removeOverride(@By() actor: SignedIn, @Param('id', IdPipe) id: string): Promise<void> {
    return this.overrides.remove(actor, id);
  }
}

function ofAuthorization({ id, patientId }: AuthorizationView): Shown {
  return { subjectId: id, patients: [patientId] };
}

function ofTheirPatients({ items }: AuthorizationPage | CoverOverridePage): Shown {
  return { patients: items.map((row) => ('patientId' in row ? row.patientId : null)) };
}
