import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { addDays } from '../../clinical/calendar';
import { ReadsNothing } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { Clock } from '../../platform/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { malformed } from '../../platform/http/problem';
import { Now } from '../../platform/http/now.decorator';
import { Allow } from '../../platform/permissions';
import { FreeSlotsQuery, FreeSlotsView } from './free-slots.dto';
import { slotsFor } from './free-slots.query';
import { TellsUpdates, UnchangedBefore } from '../../platform/http/updates/tells-updates.decorator';
import { asWhole } from '../../platform/http/updates/whole-list.dto';

const LONGEST_DAYS = 92;

@ApiTags('appointments and contacts')
@Controller('free-slots')
export class FreeSlotsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Times at which a visit could be booked: within opening hours, and nobody else has them. The first one is what to propose. */
  @Get()
  @Allow('scheduling.read')
  @TellsUpdates()
  @ReadsNothing('times, of which nobody is told who has them')
  async find(
    @Query() query: FreeSlotsQuery,
    @Now() clinic: Clinic,
    @UnchangedBefore() unchangedBefore: Date,
  ): Promise<FreeSlotsView> {
    const { from = clinic.today, to } = query;
    if (to && from > to) throw malformed('/to', 'order', `to lies before from (${from})`);
    if (to && to > addDays(from, LONGEST_DAYS))
      throw malformed('/to', 'range', `to must lie within ${LONGEST_DAYS} days after ${from}`);
    const items = await slotsFor(this.work.db, query, clinic, this.clock.now());
    return { items, ...asWhole(unchangedBefore) };
  }
}
