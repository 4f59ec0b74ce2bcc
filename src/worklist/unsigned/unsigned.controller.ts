import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isPlainDate } from '../../clinical/calendar';
import { Reads, ReadsNothing } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Now } from '../../platform/http/now.decorator';
import { TellsUpdates, UnchangedBefore } from '../../platform/http/updates/tells-updates.decorator';
import { isId } from '../../platform/http/validation';
import { Allow } from '../../platform/permissions';
import { dayOf } from '../list-day';
import { workPage } from '../updates/work-page';
import { patientsShown } from '../updates/work-list';
import { UnsignedFilters, UnsignedPage, UnsignedQuery, UnsignedSummaryView } from './unsigned.dto';
import { sessionsStood, unsignedCounts, unsignedRows } from './unsigned.query';

@ApiTags('worklists')
@Controller('worklists/unsigned')
export class UnsignedController {
  constructor(private readonly work: UnitOfWork) {}

  /** Sessions that wait for a signature, the oldest first. */
  @Get()
  @Allow('session.read')
  @TellsUpdates()
  @Reads('unsigned_session', ({ items }: UnsignedPage) => ({
    patients: patientsShown(items),
  }))
  async list(
    @Query() query: UnsignedQuery,
    @Now() clinic: Clinic,
    @UnchangedBefore() unchangedBefore: Date,
  ): Promise<UnsignedPage> {
    const { db } = this.work;
    const day = dayOf(query, clinic);
    return workPage(
      db,
      query,
      { ...day, unchangedBefore },
      {
        name: 'unsigned',
        rows: ({ patientIds, ...asked }) => unsignedRows(db, { ...query, patientIds }, day, asked),
        checks: [isPlainDate, isId],
        keyOf: (row) => [row.performedOn, row.sessionId],
        idOf: (row) => row.sessionId,
        stood: (patientIds, since) => sessionsStood(db, patientIds, since),
      },
    );
  }

  /** How many, and how many of them for too long, with the filters of the list. */
  @Get('summary')
  @Allow('session.read')
  @ReadsNothing('counts name nobody')
  async summary(@Query() filters: UnsignedFilters, @Now() clinic: Clinic): Promise<UnsignedSummaryView> {
    const day = dayOf(filters, clinic);
    return { asOf: day.asOf, ...(await unsignedCounts(this.work.db, filters, day)) };
  }
}
