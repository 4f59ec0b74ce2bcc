import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isPlainDate } from '../clinical/calendar';
import { Reads, ReadsNothing } from '../platform/audit/reads';
import { Clock } from '../platform/clock';
import { CONFIG, type Config } from '../platform/config';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { readCursor, toPage, USUAL_LIMIT } from '../platform/http/page-cursor';
import { malformed } from '../platform/http/problem';
import { isId } from '../platform/http/validation';
import { Allow } from '../platform/permissions';
import { clinicSettings } from '../records/clinic-settings/settings.query';
import type { DueListDay } from './due-rows.query';
import { UnsignedFilters, UnsignedPage, UnsignedQuery, UnsignedSummaryView } from './unsigned.dto';
import { unsignedCounts, unsignedRows } from './unsigned.query';

@ApiTags('worklists')
@Controller('worklists/unsigned')
export class UnsignedController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Sessions that wait for a signature, the oldest first. */
  @Get()
  @Allow('session.read')
  @Reads('unsigned_session', ({ items }: UnsignedPage) => ({
    patients: items.map(({ patient }) => patient.id),
  }))
  async list(@Query() query: UnsignedQuery): Promise<UnsignedPage> {
    const limit = query.limit ?? USUAL_LIMIT;
    const after = readCursor('unsigned', query.cursor, [isPlainDate, isId]);
    const day = await this.dayOf(query);
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
  async summary(@Query() filters: UnsignedFilters): Promise<UnsignedSummaryView> {
    const day = await this.dayOf(filters);
    return { asOf: day.asOf, ...(await unsignedCounts(this.work.db, filters, day)) };
  }

  private async dayOf({ asOf, from, to }: UnsignedFilters): Promise<DueListDay> {
    if (from && to && from > to) throw malformed('/to', 'order', `to lies before from (${from})`);
    const settings = await clinicSettings(this.work.db, this.config.clinicZone);
    return { asOf: asOf ?? this.clock.today(settings.zone), settings };
  }
}
