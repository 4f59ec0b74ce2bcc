import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isPlainDate } from '../../clinical/calendar';
import type { CallQueue } from '../../clinical/calling/call-queue';
import { Reads, ReadsNothing, type Shown } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Now } from '../../platform/http/now.decorator';
import { TellsUpdates, UnchangedBefore } from '../../platform/http/updates/tells-updates.decorator';
import { isId } from '../../platform/http/validation';
import { Allow } from '../../platform/permissions';
import { dayOf } from '../list-day';
import { patientsShown } from '../updates/work-list';
import { workPage } from '../updates/work-page';
import { CallFilters, CallPage, CallsQuery, CallSummaryView } from './calls.dto';
import { callCounts, callRows } from './calls.query';

@ApiTags('worklists')
@Controller('worklists')
export class CallsController {
  constructor(private readonly work: UnitOfWork) {}

  /** Whom to call: not booked, not snoozed, not refused since the due day; who waits longest comes first. One patient is one row, with all their courses, how often they were called, and what was said. */
  @Get('to-call')
  @Allow('due-list.read')
  @TellsUpdates()
  @Reads('due_list', shown)
  toCall(
    @Query() query: CallsQuery,
    @Now() clinic: Clinic,
    @UnchangedBefore() unchangedBefore: Date,
  ): Promise<CallPage> {
    return this.page('to-call', query, clinic, unchangedBefore);
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
  @TellsUpdates()
  @Reads('due_list', shown)
  firstVisits(
    @Query() query: CallsQuery,
    @Now() clinic: Clinic,
    @UnchangedBefore() unchangedBefore: Date,
  ): Promise<CallPage> {
    return this.page('first-visits', query, clinic, unchangedBefore);
  }

  private async page(
    queue: CallQueue,
    query: CallsQuery,
    clinic: Clinic,
    unchangedBefore: Date,
  ): Promise<CallPage> {
    const { db } = this.work;
    const day = dayOf(query, clinic);
    return workPage(
      db,
      query,
      { ...day, unchangedBefore },
      {
        name: queue,
        rows: ({ patientIds, ...asked }) => callRows(db, { ...query, queue, patientIds }, day, asked),
        checks: [isPlainDate, isId],
        keyOf: (row) => [row.waitsFromOn, row.patient.id],
        idOf: (row) => row.patient.id,
        stood: (patientIds) => Promise.resolve(patientIds.map((id) => ({ id, patientId: id }))),
      },
    );
  }
}

function shown({ items }: CallPage): Shown {
  return { patients: patientsShown(items) };
}
