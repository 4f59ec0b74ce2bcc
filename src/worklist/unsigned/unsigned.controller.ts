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
import { UnsignedFilters, UnsignedPage, UnsignedQuery, UnsignedSummaryView } from './unsigned.dto';
import { unsignedCounts, unsignedRows } from './unsigned.query';

@ApiTags('worklists')
@Controller('worklists/unsigned')
export class UnsignedController {
  constructor(private readonly work: UnitOfWork) {}

  /** Sessions that wait for a signature, the oldest first. */
  @Get()
  @Allow('session.read')
  @Reads('unsigned_session', ({ items }: UnsignedPage) => ({
    patients: items.map(({ patient }) => patient.id),
  }))
  async list(@Query() query: UnsignedQuery, @Now() clinic: Clinic): Promise<UnsignedPage> {
    const limit = query.limit ?? USUAL_LIMIT;
    const after = readCursor('unsigned', query.cursor, [isPlainDate, isId]);
    const day = dayOf(query, clinic);
    const rows = await unsignedRows(this.work.db, query, day, { limit: limit + 1, after });
    const page = toPage(
      'unsigned',
      rows,
      limit,
      (row) => [row.performedOn, row.sessionId],
      (row) => row,
    );
    return { asOf: day.asOf, ...page };
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
