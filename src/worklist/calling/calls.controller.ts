import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isPlainDate } from '../../clinical/calendar';
import type { CallQueue } from '../../clinical/calling/call-queue';
import { Reads, ReadsNothing, type Shown } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Now } from '../../platform/http/now.decorator';
import { readCursor, toPage, USUAL_LIMIT } from '../../platform/http/page-cursor';
import { isId } from '../../platform/http/validation';
import { Allow } from '../../platform/permissions';
import { dayOf } from '../list-day';
import { CallFilters, CallPage, CallsQuery, CallSummaryView } from './calls.dto';
import { callCounts, callRows } from './calls.query';

@ApiTags('worklists')
@Controller('worklists')
export class CallsController {
  constructor(private readonly work: UnitOfWork) {}

  /** Whom to call: not booked, not snoozed, not refused since the due day; who waits longest comes first. One patient is one row, with all their courses, how often they were called, and what was said. */
  @Get('to-call')
  @Allow('due-list.read')
  @Reads('due_list', patientsOf)
  toCall(@Query() query: CallsQuery, @Now() clinic: Clinic): Promise<CallPage> {
    return this.page('to-call', query, clinic);
  }

  /** How many patients stand in each queue, with the filters of the list. */
  @Get('to-call/summary')
  @Allow('due-list.read')
  @ReadsNothing('counts name nobody')
  async summary(@Query() filters: CallFilters, @Now() clinic: Clinic): Promise<CallSummaryView> {
    const day = dayOf(filters, clinic);
    return { asOf: day.asOf, counts: await callCounts(this.work.db, filters, day) };
  }

  /** Whose first visit is to be booked: courses without a session, those first that began first. */
  @Get('first-visits')
  @Allow('due-list.read')
  @Reads('due_list', patientsOf)
  firstVisits(@Query() query: CallsQuery, @Now() clinic: Clinic): Promise<CallPage> {
    return this.page('first-visits', query, clinic);
  }

  private async page(queue: CallQueue, query: CallsQuery, clinic: Clinic): Promise<CallPage> {
    const limit = query.limit ?? USUAL_LIMIT;
    const after = readCursor(queue, query.cursor, [isPlainDate, isId]);
    const day = dayOf(query, clinic);
    const rows = await callRows(this.work.db, { ...query, queue }, day, { limit: limit + 1, after });
    const page = toPage(
      queue,
      rows,
      limit,
      (row) => [row.waitsFromOn, row.patient.id],
      (row) => row,
    );
    return { asOf: day.asOf, ...page };
  }
}

function patientsOf({ items }: CallPage): Shown {
  return { patients: items.map(({ patient }) => patient.id) };
}
