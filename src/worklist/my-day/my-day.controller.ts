import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Reads, ReadsNothing } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Now } from '../../platform/http/now.decorator';
import { TellsUpdates, UnchangedBefore } from '../../platform/http/updates/tells-updates.decorator';
import { isMoment } from '../../platform/http/validating/day-shapes';
import { isId } from '../../platform/http/validation';
import { Allow } from '../../platform/permissions';
import { dayOf } from '../list-day';
import { workPage } from '../updates/work-page';
import { patientsShown } from '../updates/work-list';
import { MyDayFilters, MyDayPage, MyDayQuery, MyDaySummaryView } from './my-day.dto';
import { appointmentsStood, dayCounts, dayVisits } from './my-day.query';

@ApiTags('worklists')
@Controller('worklists/my-day')
export class MyDayController {
  constructor(private readonly work: UnitOfWork) {}

  /** Who comes on one day, by time: each with what to know before a needle, how the last session worked, and what to ask. Cancelled appointments are left out. */
  @Get()
  @Allow('session.read')
  @TellsUpdates()
  @Reads('my_day', ({ items }: MyDayPage) => ({ patients: patientsShown(items) }))
  async list(
    @Query() query: MyDayQuery,
    @Now() clinic: Clinic,
    @UnchangedBefore() unchangedBefore: Date,
  ): Promise<MyDayPage> {
    const { db } = this.work;
    const day = dayOf(query, clinic);
    return workPage(
      db,
      query,
      { ...day, unchangedBefore },
      {
        name: 'my-day',
        rows: async ({ patientIds, ...asked }) => {
          const visits = await dayVisits(db, { ...query, patientIds }, day, asked);
          return visits.map(({ row }) => row);
        },
        checks: [isMoment, isId],
        keyOf: ({ appointment }) => [appointment.startsAt.toISOString(), appointment.id],
        idOf: ({ appointment }) => appointment.id,
        stood: (patientIds, since) => appointmentsStood(db, patientIds, since, day),
      },
    );
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
