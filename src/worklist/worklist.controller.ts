import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isPlainDate } from '../clinical/calendar';
import { Reads, ReadsNothing } from '../platform/audit/reads';
import type { Clinic } from '../platform/clinic';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Now } from '../platform/http/now.decorator';
import { readCursor, toPage, USUAL_LIMIT } from '../platform/http/page-cursor';
import { Costs } from '../platform/limits/costly';
import { Allow } from '../platform/permissions';
import { isId } from '../platform/http/validation';
import { dueCounts, dueRows } from './due-rows.query';
import { dayOf } from './list-day';
import { DueFilters, DueListPage, DueListQuery, DueSummaryView } from './worklist.dto';

@ApiTags('due list')
@Controller('due-list')
export class WorklistController {
  constructor(private readonly work: UnitOfWork) {}

  /** Who is due, by due day: upcoming, due, overdue and lapsed, or the due days of a range. */
  @Get()
  @Allow('due-list.read')
  @Costs('search')
  @Reads('due_list', ({ items }: DueListPage) => ({ patients: items.map(({ patient }) => patient.id) }))
  async list(@Query() query: DueListQuery, @Now() clinic: Clinic): Promise<DueListPage> {
    const limit = query.limit ?? USUAL_LIMIT;
    const after = readCursor('due-list', query.cursor, [isPlainDate, isId]);
    const day = dayOf(query, clinic);
    const rows = await dueRows(this.work.db, query, day, { limit: limit + 1, after });
    const page = toPage(
      'due-list',
      rows,
      limit,
      (row) => [row.dueOn, row.courseId],
      (row) => row,
    );
    return { asOf: day.asOf, ...page };
  }

  /** How many, by status, with the filters of the list. */
  @Get('summary')
  @Allow('due-list.read')
  @ReadsNothing('counts name nobody')
  async summary(@Query() filters: DueFilters, @Now() clinic: Clinic): Promise<DueSummaryView> {
    const day = dayOf(filters, clinic);
    const counts = await dueCounts(this.work.db, filters, day);
    return { asOf: day.asOf, counts, total: Object.values(counts).reduce((sum, count) => sum + count, 0) };
  }
}
