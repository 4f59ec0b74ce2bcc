import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { SignedIn } from '../../../platform/http/by.decorator';
import { startPage, updatesPage, USUAL_LIMIT } from '../../../platform/http/page-cursor';
import { malformed } from '../../../platform/http/problem';
import { isMoment } from '../../../platform/http/validating/day-shapes';
import { isId } from '../../../platform/http/validation';
import { writeOnce } from '../../../platform/write-once';
import { Excursion } from './excursion.entity';
import { findExcursions } from './excursions.query';
import type { ExcursionPage, ExcursionView, FindExcursionsQuery, RecordExcursionDto } from './excursions.dto';

/** Vials are kept at 2-8 °C (V:BOT-STO, MYO-SUP); both ends belong to it. */
const KEPT_AT = { least: 2, most: 8 };

@Injectable()
export class ExcursionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async find(query: FindExcursionsQuery): Promise<ExcursionPage> {
    const limit = query.limit ?? USUAL_LIMIT;
    const page = await startPage(this.work.db, 'excursions', query.cursor, [isMoment, isId]);
    const rows = await findExcursions(this.work.db, { ...query, after: page.after, limit: limit + 1 });
    return updatesPage(page, rows, limit, ({ noticedAt, id }) => [noticedAt.toISOString(), id]);
  }

  /** Puts every lot that is kept there on hold, whose product tolerates what is for a person to decide. */
  record(actor: SignedIn, dto: RecordExcursionDto): Promise<{ repeated: boolean; view: ExcursionView }> {
    const id = dto.id ?? randomUUID();
    const { fridge, temperatureC, note = null } = dto;
    const now = this.clock.now();
    const noticedAt = dto.noticedAt === undefined ? now : new Date(dto.noticedAt);
    if (noticedAt > now) throw malformed('/noticedAt', 'future-moment', `${dto.noticedAt} has not come yet`);
    if (temperatureC >= KEPT_AT.least && temperatureC <= KEPT_AT.most)
      throw malformed(
        '/temperatureC',
        'in-range',
        `${temperatureC} °C is within ${KEPT_AT.least}-${KEPT_AT.most} °C: that is no excursion. Give the farthest reading`,
      );
    return this.work.write(actor, async (tx) => {
      const repeated = await writeOnce(tx, { kind: 'excursion', id, body: dto }, async () => {
        const reason = `${fridge} was at ${temperatureC} °C`;
        const lots = await tx.query<{ id: string }[]>(
          'select id from lot where lower(fridge) = lower($1) order by id for update',
          [fridge],
        );
        const lotIds = lots.map((lot) => lot.id);
        await tx.insert(Excursion, {
          id,
          fridge,
          noticedAt,
          temperatureC,
          note,
          lotIds,
          recordedBy: actor.id,
        });
        await tx.query(
          'update lot set held_at = $2, hold_reason = $3, version = version + 1 where id = any($1) and held_at is null',
          [lotIds, now, reason],
        );
      });
      const [view] = await findExcursions(tx, { id, limit: 1 });
      return { repeated, view: view! };
    });
  }
}
