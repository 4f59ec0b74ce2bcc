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
import { coursesOfPatients } from '../updates/stood.query';
import { PeakCheckFilters, PeakCheckPage, PeakCheckSummaryView, PeakChecksQuery } from './peak-checks.dto';
import { checksAfter, dueChecks, peakCheckRows } from './peak-checks.query';

@ApiTags('worklists')
@Controller('worklists/peak-checks')
export class PeakChecksController {
  constructor(private readonly work: UnitOfWork) {}

  /** Whom to ask after their latest session: the first call, and the check of the peak, by the last day on which it is due. A call leaves with any answer, a peak check when it is known how much it helped, and both with that day. */
  @Get()
  @Allow('due-list.read')
  @TellsUpdates()
  @Reads('peak_check', ({ items }: PeakCheckPage) => ({ patients: patientsShown(items) }))
  async list(
    @Query() query: PeakChecksQuery,
    @Now() clinic: Clinic,
    @UnchangedBefore() unchangedBefore: Date,
  ): Promise<PeakCheckPage> {
    const { db } = this.work;
    const day = dayOf(query, clinic);
    return workPage(
      db,
      query,
      { ...day, unchangedBefore },
      {
        name: 'peak-checks',
        rows: async ({ patientIds, after, limit }) => {
          const checks = checksAfter(await dueChecks(db, { ...query, patientIds }, day), after);
          return peakCheckRows(db, checks.slice(0, limit), day);
        },
        checks: [isPlainDate, isId],
        keyOf: (row) => [row.toOn, row.courseId],
        idOf: (row) => row.courseId,
        stood: (patientIds) => coursesOfPatients(db, patientIds),
      },
    );
  }

  /** How many, and how many of them for the last time, with the filters of the list. */
  @Get('summary')
  @Allow('due-list.read')
  @ReadsNothing('counts name nobody')
  async summary(@Query() filters: PeakCheckFilters, @Now() clinic: Clinic): Promise<PeakCheckSummaryView> {
    const { asOf } = dayOf(filters, clinic);
    const checks = await dueChecks(this.work.db, filters, { asOf, clinic });
    return { asOf, total: checks.length, lastDay: checks.filter(({ toOn }) => toOn === asOf).length };
  }
}
