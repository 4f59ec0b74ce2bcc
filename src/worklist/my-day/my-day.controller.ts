import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Reads, ReadsNothing } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Now } from '../../platform/http/now.decorator';
import { readCursor, toPage, USUAL_LIMIT } from '../../platform/http/page-cursor';
import { isId, isMoment } from '../../platform/http/validation';
import { Allow } from '../../platform/permissions';
import { dayOf } from '../list-day';
import { MyDayFilters, MyDayPage, MyDayQuery, MyDaySummaryView } from './my-day.dto';
import { dayCounts, dayVisits } from './my-day.query';

@ApiTags('worklists')
@Controller('worklists/my-day')
export class MyDayController {
  constructor(private readonly work: UnitOfWork) {}

  /** Who comes on one day, by time: each with what to know before a needle, how the last session worked, and what to ask. Cancelled appointments are left out. */
  @Get()
  @Allow('session.read')
  @Reads('my_day', ({ items }: MyDayPage) => ({ patients: items.map(({ patient }) => patient.id) }))
  async list(@Query() query: MyDayQuery, @Now() clinic: Clinic): Promise<MyDayPage> {
    const limit = query.limit ?? USUAL_LIMIT;
    const after = readCursor('my-day', query.cursor, [isMoment, isId]);
    const day = dayOf(query, clinic);
    const visits = await dayVisits(this.work.db, query, day, { limit: limit + 1, after });
    const page = toPage(
      'my-day',
      visits,
      limit,
      ({ row: { appointment } }) => [appointment.startsAt.toISOString(), appointment.id],
      ({ row }) => row,
    );
    return { asOf: day.asOf, ...page };
  }

  /** How many, and how many of them are still to come, with the filters of the list. */
  @Get('summary')
  @Allow('session.read')
  @ReadsNothing('counts name nobody')
  async summary(@Query() filters: MyDayFilters, @Now() clinic: Clinic): Promise<MyDaySummaryView> {
    const day = dayOf(filters, clinic);
    return { asOf: day.asOf, ...(await dayCounts(this.work.db, filters, day)) };
  }
}
