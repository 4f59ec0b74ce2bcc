import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { SignedIn } from '../../../platform/http/by.decorator';
import { malformed } from '../../../platform/http/problem';
import { findWritten, writeOnce } from '../../../platform/write-once';
import { Excursion } from './excursion.entity';
import type { ExcursionView, RecordExcursionDto } from '../supply.dto';

/** Vials are kept at 2-8 °C (V:BOT-STO, MYO-SUP); both ends belong to it. */
const KEPT_AT = { least: 2, most: 8 };

@Injectable()
export class ExcursionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

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
        await tx.insert(Excursion, { id, fridge, noticedAt, temperatureC, note, recordedBy: actor.id });
        await tx.query('select 1 from lot where lower(fridge) = lower($1) order by id for update', [fridge]);
        await tx.query(
          'update lot set held_at = $2, hold_reason = $3, version = version + 1 where lower(fridge) = lower($1) and held_at is null',
          [fridge, now, reason],
        );
      });
      const row = await findWritten(tx, Excursion, id);
      const held = await tx.query<{ id: string }[]>(
        'select id from lot where lower(fridge) = lower($1) and held_at is not null order by id',
        [fridge],
      );
      return { repeated, view: { ...row, lotsOnHold: held.map((lot) => lot.id) } };
    });
  }
}
