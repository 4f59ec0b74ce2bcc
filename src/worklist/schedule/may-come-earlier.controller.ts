import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Reads } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { Clock } from '../../platform/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Now } from '../../platform/http/now.decorator';
import { malformed } from '../../platform/http/problem';
import { Allow } from '../../platform/permissions';
import { MayComeEarlierQuery, MayComeEarlierView } from './may-come-earlier.dto';
import { mayComeEarlier } from './may-come-earlier.query';
import { TellsUpdates, UnchangedBefore } from '../../platform/http/updates/tells-updates.decorator';
import { asWhole } from '../../platform/http/updates/whole-list.dto';

@ApiTags('worklists')
@Controller('worklists')
export class MayComeEarlierController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Who may come at a time that is free: their earliest day is reached by then, no hold stands, nothing is missing from their insurer, their product is there. First those who are booked for later and agreed to be called, then those to be called. At most 20. */
  @Get('may-come-earlier')
  @Allow('due-list.read')
  @TellsUpdates()
  @Reads('due_list', ({ items }: MayComeEarlierView) => ({
    patients: items.map(({ patient }) => patient.id),
  }))
  async find(
    @Query() query: MayComeEarlierQuery,
    @Now() clinic: Clinic,
    @UnchangedBefore() unchangedBefore: Date,
  ): Promise<MayComeEarlierView> {
    const startsAt = new Date(query.startsAt);
    if (startsAt < this.clock.now())
      throw malformed('/startsAt', 'past', 'startsAt has passed: nobody can come then. Give a time to come');
    const items = await mayComeEarlier(this.work.db, startsAt, clinic);
    return { startsAt, items, ...asWhole(unchangedBefore) };
  }
}
