import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from '../../platform/auth/token';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { cookieFor, cookieName } from '../../platform/http/cookie';
import { PATIENTS_WORDS, SIGN_IN, TakesBody } from '../../platform/http/door/body-limits';
import { IdPipe } from '../../platform/http/validation';
import { Allow, AllowAnyone } from '../../platform/permissions';
import { CHECK_IN_COOKIE } from './check-in.query';
import { AnswerCheckInDto, CheckInView, OpenCheckInDto, OpenedCheckInView } from './check-ins.dto';
import { CheckInsService } from './check-ins.service';

@ApiTags('patients’ answers')
@Controller()
export class CheckInsController {
  constructor(
    private readonly checkIns: CheckInsService,
    private readonly adapter: HttpAdapterHost,
  ) {}

  /** Begin a check-in: a code for the clinic's tablet, for this patient and three questions. A new one takes the place of the one before. */
  @Post('courses/:id/check-ins')
  @Allow('check-in.start')
  start(@By() actor: SignedIn, @Param('id', IdPipe) id: string): Promise<CheckInView> {
    return this.checkIns.start(actor, id);
  }

  /** On the tablet: spend a code. The cookie that is set opens nothing but one answer; whoever is signed in there is signed out. */
  @Post('check-ins/open')
  @AllowAnyone()
  @TakesBody(SIGN_IN)
  @HttpCode(200)
  async open(
    @Body() { code }: OpenCheckInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OpenedCheckInView> {
    const { token, view } = await this.checkIns.open(code, request, request.ip);
    const { httpAdapter } = this.adapter;
    httpAdapter.setCookie(reply, cookieName(request, CHECK_IN_COOKIE), token, cookieFor(request));
    httpAdapter.clearCookie(reply, cookieName(request, SESSION_COOKIE), cookieFor(request));
    return view;
  }

  /** On the tablet: what the patient says, once. Then the tablet knows nothing of it. */
  @Post('check-ins/answers')
  @AllowAnyone()
  @TakesBody(PATIENTS_WORDS)
  @HttpCode(204)
  async answer(
    @Body() dto: AnswerCheckInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.checkIns.answer(request, dto);
    this.adapter.httpAdapter.clearCookie(reply, cookieName(request, CHECK_IN_COOKIE), cookieFor(request));
  }
}
