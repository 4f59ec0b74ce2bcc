import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Clock } from '../../platform/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Problem } from '../../platform/http/problem';
import { Allow } from '../../platform/permissions';
import { CLINIC_NOTES, DismissedNote } from './dismissed-note.entity';

@ApiTags('clinic settings')
@Controller('clinic-notes')
export class ClinicNotesController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Put away, for everybody, what the clinic is told once. */
  @Post(':note/dismiss')
  @Allow('note.dismiss')
  @ApiParam({ name: 'note', enum: CLINIC_NOTES })
  @HttpCode(204)
  async dismiss(@By() actor: SignedIn, @Param('note') name: string): Promise<void> {
    const note = CLINIC_NOTES.find((known) => known === name);
    if (!note) throw new Problem('not-found', `No such note: there is ${CLINIC_NOTES.join(', ')}.`);
    await this.work.write(actor, (tx) =>
      tx
        .createQueryBuilder()
        .insert()
        .into(DismissedNote)
        .values({ note, dismissedBy: actor.id, dismissedAt: this.clock.now() })
        .orIgnore()
        .execute(),
    );
  }
}
