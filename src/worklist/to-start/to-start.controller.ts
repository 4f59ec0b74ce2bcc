import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isPlainDate } from '../../clinical/calendar';
import { Reads } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Now } from '../../platform/http/now.decorator';
import { readCursor, toPage, USUAL_LIMIT } from '../../platform/http/page-cursor';
import { isId } from '../../platform/http/validation';
import { Costs } from '../../platform/limits/costly';
import { Allow } from '../../platform/permissions';
import { dayOf } from '../list-day';
import { ToStartPage, ToStartQuery } from './to-start.dto';
import { rowsToStart } from './to-start.query';

@ApiTags('worklists')
@Controller('worklists/authorizations-to-start')
export class ToStartController {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * Whose authorization to ask for now, so that it is there on the due day: not covered, the payer’s time has begun, and the patient has not said no. With
   * the filters of the due list and in its order; lapsed courses only where `status` asks for them.
   */
  @Get()
  @Allow('authorization.read')
  @Costs('search')
  @Reads('prior_authorization', ({ items }: ToStartPage) => ({
    patients: items.map(({ patient }) => patient.id),
  }))
  async list(@Query() query: ToStartQuery, @Now() clinic: Clinic): Promise<ToStartPage> {
    const limit = query.limit ?? USUAL_LIMIT;
    const after = readCursor('to-start', query.cursor, [isPlainDate, isId]);
    const day = dayOf(query, clinic);
    const rows = await rowsToStart(this.work.db, query, day, { limit: limit + 1, after });
    const page = toPage(
      'to-start',
      rows,
      limit,
      (row) => [row.dueOn, row.courseId],
      (row) => row,
    );
    return { asOf: day.asOf, ...page };
  }
}
