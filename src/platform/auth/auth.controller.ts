import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadsNothing } from '../audit/reads';
import { By, type SignedIn } from '../http/by.decorator';
import { cookieFor, cookieName } from '../http/cookie';
import { SIGN_IN, TakesBody } from '../http/door/body-limits';
import { Allow, AllowAnyone } from '../permissions';
import { DEVICE_COOKIE, DEVICE_DAYS } from '../sign-ins/known-device';
import { ChangeOwnPasswordDto, LoginDto, LoginView, MeView } from './auth.dto';
import { AuthService } from './auth.service';
import { cameFrom } from './came-from';
import { SESSION_HOURS } from './open-session';
import { SESSION_COOKIE, tokenIn } from './token';

@ApiTags('sign in')
@Controller()
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly adapter: HttpAdapterHost,
  ) {}

  /**
   * Sign in. Whoever has a second factor is asked for a code by a 401 of the type `urn:problem:second-factor`, and sends the
   * same again with it. The token is for scripts; browsers get it as a cookie alone, and another by which they are known
   * the next time.
   */
  @Post('auth/login')
  @AllowAnyone()
  @TakesBody(SIGN_IN)
  @HttpCode(200)
  async login(
    @Body() dto: LoginDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LoginView> {
    const from = cameFrom(request);
    const { login, deviceToken } = await this.auth.login(dto, from);
    const setCookie = (name: string, value: string, hours: number): void =>
      this.adapter.httpAdapter.setCookie(reply, cookieName(request, name), value, {
        ...cookieFor(request),
        maxAge: hours * 3600,
      });
    setCookie(SESSION_COOKIE, login.token, SESSION_HOURS);
    if (deviceToken !== undefined) setCookie(DEVICE_COOKIE, deviceToken, DEVICE_DAYS * 24);
    const { token: _token, ...known } = login;
    return from.isBrowser ? known : login;
  }

  /** Sign out: the token and the cookie are of no more use. */
  @Post('auth/logout')
  @Allow('self.read')
  @HttpCode(204)
  async logout(
    @By() actor: SignedIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.auth.logout(actor, tokenIn(request) ?? '');
    this.adapter.httpAdapter.clearCookie(reply, cookieName(request, SESSION_COOKIE), cookieFor(request));
    // What the browser kept of this desk goes too. Over plain http browsers do not heed it: there the page clears it itself.
    void reply.header('clear-site-data', '"storage"');
  }

  /** Who I am. */
  @Get('me')
  @Allow('self.read')
  @ReadsNothing('oneself')
  me(@By() actor: SignedIn): Promise<MeView> {
    return this.auth.me(actor);
  }

  /** Change my password. I stay signed in here and am signed out everywhere else. */
  @Post('me/password')
  @Allow('self.read')
  @HttpCode(204)
  changePassword(
    @By() actor: SignedIn,
    @Body() dto: ChangeOwnPasswordDto,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.auth.changePassword(actor, dto, tokenIn(request) ?? '', request.ip);
  }
}
