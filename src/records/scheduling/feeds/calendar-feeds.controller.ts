import { Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadsNothing } from '../../../platform/audit/reads';
import { By, type SignedIn } from '../../../platform/http/by.decorator';
import { Allow, AllowAnyone } from '../../../platform/permissions';
import { CalendarFeedView, NewCalendarFeedView } from './calendar-feeds.dto';
import { CalendarFeedsService } from './calendar-feeds.service';

@ApiTags('appointments and contacts')
@Controller()
export class CalendarFeedsController {
  constructor(private readonly feeds: CalendarFeedsService) {}

  /** Whether a calendar can read my times. */
  @Get('me/calendar-feed')
  @Allow('calendar-feed.keep')
  @ReadsNothing('oneself')
  read(@By() actor: SignedIn): Promise<CalendarFeedView> {
    return this.feeds.read(actor);
  }

  /** A secret address at which a calendar reads my times, shown this once. The one before opens nothing any more. */
  @Post('me/calendar-feed')
  @Allow('calendar-feed.keep')
  make(@By() actor: SignedIn): Promise<NewCalendarFeedView> {
    return this.feeds.make(actor);
  }

  /** Revoke the address: it opens nothing any more. */
  @Delete('me/calendar-feed')
  @Allow('calendar-feed.keep')
  @HttpCode(204)
  revoke(@By() actor: SignedIn): Promise<void> {
    return this.feeds.revoke(actor);
  }

  /** The times of whoever made the secret, as iCalendar: when and how long, never who comes. */
  @Get('calendar-feeds/:secret.ics')
  @AllowAnyone()
  @ReadsNothing('times, without who comes or what for')
  @ApiOkResponse({ content: { 'text/calendar': { schema: { type: 'string' } } } })
  async file(
    @Param('secret') secret: string,
    @Req() { ip }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const file = await this.feeds.file(secret, ip);
    void reply.header('content-type', 'text/calendar; charset=utf-8').header('cache-control', 'no-store');
    return file;
  }
}
