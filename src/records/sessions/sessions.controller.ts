import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  Reads,
  ReadsWhenRefused,
  ReadsWhenRepeated,
  type Named,
  type Shown,
} from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { IfMatch, MayMatch } from '../../platform/http/if-match';
import { Now } from '../../platform/http/now.decorator';
import { Costs } from '../../platform/limits/costly';
import { Allow } from '../../platform/permissions';
import { IdPipe } from '../../platform/http/validation';
import { ApiWriteOnce, answerOnce } from '../../platform/http/write-once.http';
import {
  AmendSessionDto,
  ChangeSessionDto,
  CheckSessionDto,
  FindSessionsQuery,
  LogSessionDto,
  SavedSessionView,
  SessionCheckView,
  SessionPage,
  SessionView,
  VoidSessionDto,
} from './sessions.dto';
import { CorrectionsService } from './corrections/corrections.service';
import { SessionsService } from './sessions.service';

@ApiTags('sessions')
@Controller()
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly corrections: CorrectionsService,
  ) {}

  /** Log a session: a row per muscle and side, with units of one product. */
  @Post('sessions')
  @Allow('session.write')
  @ReadsWhenRepeated('injection_session', ofSession)
  @ReadsWhenRefused('session_check', ofCourseNamed)
  @ApiWriteOnce(SavedSessionView)
  log(
    @By() actor: SignedIn,
    @Body() dto: LogSessionDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SavedSessionView> {
    return answerOnce(reply, this.sessions.log(actor, dto));
  }

  /** May this session be given? The findings and totals of a save, nothing stored. */
  @Post('sessions/check')
  @HttpCode(200)
  @Allow('session.read')
  @Costs('check')
  @Reads('session_check', (_: SessionCheckView, named) => ofCourseNamed(named as Named<CheckSessionDto>))
  check(@Body() dto: CheckSessionDto, @Now() clinic: Clinic): Promise<SessionCheckView> {
    return this.sessions.check(dto, clinic);
  }

  /** One session, whichever version. */
  @Get('sessions/:id')
  @Allow('session.read')
  @Reads('injection_session', ofSession)
  read(@Param('id', IdPipe) id: string): Promise<SessionView> {
    return this.sessions.read(id);
  }

  /** The sessions of a course, the latest first. */
  @Get('courses/:id/sessions')
  @Allow('session.read')
  @Reads('injection_session', (_: SessionPage, { params: { id } }) => ({ courses: [id!] }))
  ofCourse(@Param('id', IdPipe) id: string, @Query() query: FindSessionsQuery): Promise<SessionPage> {
    return this.sessions.ofCourse(id, query);
  }

  /** Change a session that is not signed yet. */
  @Patch('sessions/:id')
  @Allow('session.write')
  @ReadsWhenRefused('session_check', ofSessionNamed)
  change(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() dto: ChangeSessionDto,
  ): Promise<SavedSessionView> {
    return this.corrections.change(actor, id, version, dto);
  }

  /** Sign the version that you have read: from now on it cannot change. A person signs, not a script. */
  @Post('sessions/:id/sign')
  @HttpCode(200)
  @Allow('session.sign')
  @ReadsWhenRepeated('injection_session', ofSession)
  sign(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SavedSessionView> {
    return answerOnce(reply, this.corrections.sign(actor, id, version), 200);
  }

  /** Amend a signed session: a new, signed row that replaces it, with a reason. */
  @Post('sessions/:id/amend')
  @Allow('session.sign')
  @ReadsWhenRepeated('injection_session', ofSession)
  @ReadsWhenRefused('session_check', ofSessionNamed)
  @ApiWriteOnce(SavedSessionView)
  amend(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() dto: AmendSessionDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SavedSessionView> {
    return answerOnce(reply, this.corrections.amend(actor, id, dto));
  }

  /**
   * Void a session that was entered in error. It stays in the record and counts no more.
   *
   * Of an unsigned one the version that you have read is named in If-Match.
   */
  @Post('sessions/:id/void')
  @HttpCode(200)
  @Allow('session.void')
  void(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @MayMatch() version: number | undefined,
    @Body() { reason }: VoidSessionDto,
  ): Promise<SavedSessionView> {
    return this.corrections.void(actor, id, version, reason);
  }
}

function ofSession({ id, courseId }: SessionView): Shown {
  return { subjectId: id, courses: [courseId] };
}

/** The findings speak of everything that the patient of the course got before. */
function ofCourseNamed({ body }: Named<CheckSessionDto>): Shown {
  return { subjectId: body.courseId, courses: [body.courseId] };
}

function ofSessionNamed({ params: { id } }: Named): Shown {
  return { subjectId: id, sessions: [id!] };
}
