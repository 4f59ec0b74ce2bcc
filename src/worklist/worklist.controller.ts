import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isPlainDate } from '../clinical/calendar';
import { Reads, ReadsNothing } from '../platform/audit/reads';
import type { Clinic } from '../platform/clinic';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Now } from '../platform/http/now.decorator';
import { startPageOf, updatesPage, USUAL_LIMIT, type PageStart } from '../platform/http/page-cursor';
import { TellsUpdates, UnchangedBefore } from '../platform/http/updates/tells-updates.decorator';
import { Costs } from '../platform/limits/costly';
import { Allow } from '../platform/permissions';
import { isId } from '../platform/http/validation';
import { dueCounts, dueRows } from './due-rows.query';
import { patientsShown } from './updates/work-list';
import { dueUpdates, type DueUpdate } from './updates/due-updates.query';
import { dayOf, type DueListDay } from './list-day';
import { DueFilters, DueListPage, DueListQuery, DueSummaryView } from './worklist.dto';

@ApiTags('due list')
@Controller('due-list')
export class WorklistController {
  constructor(private readonly work: UnitOfWork) {}

  /** Who is due, by due day: upcoming, due, overdue and lapsed, or the due days of a range. */
  @Get()
  @Allow('due-list.read')
  @Costs('search')
  @TellsUpdates()
  @Reads('due_list', ({ items }: DueListPage) => ({
    patients: patientsShown(items),
  }))
  async list(
    @Query() query: DueListQuery,
    @Now() clinic: Clinic,
    @UnchangedBefore() unchangedBefore: Date,
  ): Promise<DueListPage> {
    const limit = query.limit ?? USUAL_LIMIT;
    const start = startPageOf('due-list', query.cursor, [isPlainDate, isId]) ?? {
      list: 'due-list',
      after: undefined,
      nextUpdatedSince: unchangedBefore,
    };
    const day = dayOf(query, clinic);
    const rows = await this.rows(query, day, { ...start, limit: limit + 1 });
    const page = updatesPage(start, rows, limit, ({ sortsOn, courseId }) => [sortsOn, courseId]);
    return { asOf: day.asOf, ...page, items: page.items.map(({ view }) => view) };
  }

  private async rows(
    { updatedSince: since, ...filters }: DueListQuery,
    day: DueListDay,
    { after, limit, nextUpdatedSince: until }: PageStart & { readonly limit: number },
  ): Promise<DueUpdate[]> {
    const { db } = this.work;
    if (since !== undefined) return dueUpdates(db, filters, day, { since, until, limit, after });
    const rows = await dueRows(db, filters, day, { limit, after });
    return rows.map((view) => ({ sortsOn: view.dueOn, courseId: view.courseId, view }));
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
