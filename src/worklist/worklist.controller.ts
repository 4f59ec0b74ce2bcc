import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isPlainDate, type PlainDate } from '../clinical/calendar';
import { Reads, ReadsNothing } from '../platform/audit/reads';
import { Clock } from '../platform/clock';
import { CONFIG, type Config } from '../platform/config';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { readCursor, toPage, USUAL_LIMIT } from '../platform/http/page-cursor';
import { Allow } from '../platform/permissions';
import { malformed } from '../platform/http/problem';
import { isId } from '../platform/http/validation';
import { clinicSettings } from '../records/clinic-settings/settings.query';
import { dueCounts, dueRows, type DueListDay } from './due-rows.query';
import { DueFilters, DueListPage, DueListQuery, DueSummaryView } from './worklist.dto';

@ApiTags('due list')
@Controller('due-list')
export class WorklistController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Who is due, by due day: upcoming, due, overdue and lapsed, or the due days of a range. */
  @Get()
  @Allow('due-list.read')
  @Reads('due_list', ({ items }: DueListPage) => ({ patients: items.map(({ patient }) => patient.id) }))
  async list(@Query() query: DueListQuery): Promise<DueListPage> {
    const limit = query.limit ?? USUAL_LIMIT;
    const after = readCursor('due-list', query.cursor, [isPlainDate, isId]);
    const day = await this.dayOf(query);
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
  async summary(@Query() filters: DueFilters): Promise<DueSummaryView> {
    const day = await this.dayOf(filters);
    const counts = await dueCounts(this.work.db, filters, day);
    return { asOf: day.asOf, counts, total: Object.values(counts).reduce((sum, count) => sum + count, 0) };
  }

  private async dayOf({
    asOf,
    from,
    to,
  }: {
    asOf?: PlainDate;
    from?: PlainDate;
    to?: PlainDate;
  }): Promise<DueListDay> {
    if (from && to && from > to) throw malformed('/to', 'order', `to lies before from (${from})`);
    const settings = await clinicSettings(this.work.db, this.config.clinicZone);
    return { asOf: asOf ?? this.clock.today(settings.zone), settings };
  }
}
