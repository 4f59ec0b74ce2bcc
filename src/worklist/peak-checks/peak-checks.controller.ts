import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isPlainDate } from '../../clinical/calendar';
import { Reads, ReadsNothing } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Now } from '../../platform/http/now.decorator';
import { readCursor, toPage, USUAL_LIMIT } from '../../platform/http/page-cursor';
import { isId } from '../../platform/http/validation';
import { Allow } from '../../platform/permissions';
import { dayOf } from '../list-day';
import { PeakCheckFilters, PeakCheckPage, PeakCheckSummaryView, PeakChecksQuery } from './peak-checks.dto';
import { peakChecks, peakChecksAfter } from './peak-checks.query';

@ApiTags('worklists')
@Controller('worklists/peak-checks')
export class PeakChecksController {
  constructor(private readonly work: UnitOfWork) {}

  /** Whom to ask after their latest session: the first call, and the check of the peak, by the last day on which it is due. A call leaves with any answer, a peak check when it is known how much it helped, and both with that day. */
  @Get()
  @Allow('due-list.read')
  @Reads('peak_check', ({ items }: PeakCheckPage) => ({ patients: items.map(({ patient }) => patient.id) }))
  async list(@Query() query: PeakChecksQuery, @Now() clinic: Clinic): Promise<PeakCheckPage> {
    const limit = query.limit ?? USUAL_LIMIT;
    const after = readCursor('peak-checks', query.cursor, [isPlainDate, isId]);
    const day = dayOf(query, clinic);
    const rows = peakChecksAfter(await peakChecks(this.work.db, query, day), after);
    const page = toPage(
      'peak-checks',
      rows,
      limit,
      (row) => [row.toOn, row.courseId],
      (row) => row,
    );
    return { asOf: day.asOf, ...page };
  }

  /** How many, and how many of them for the last time, with the filters of the list. */
  @Get('summary')
  @Allow('due-list.read')
  @ReadsNothing('counts name nobody')
  async summary(@Query() filters: PeakCheckFilters, @Now() clinic: Clinic): Promise<PeakCheckSummaryView> {
    const { asOf } = dayOf(filters, clinic);
    const rows = await peakChecks(this.work.db, filters, { asOf, clinic });
    return { asOf, total: rows.length, lastDay: rows.filter(({ toOn }) => toOn === asOf).length };
  }
}
