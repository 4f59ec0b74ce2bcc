import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Reads } from '../../../platform/audit/reads';
import type { Clinic } from '../../../platform/clinic';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { By, type SignedIn } from '../../../platform/http/by.decorator';
import { Now } from '../../../platform/http/now.decorator';
import { Problem } from '../../../platform/http/problem';
import { Costs } from '../../../platform/limits/costly';
import { Allow, may } from '../../../platform/permissions';
import { viewsOf } from '../patient-views';
import { PossibleDuplicatesQuery, PossibleDuplicatesView } from './duplicates.dto';
import { possibleDuplicates } from './possible-duplicates.query';
import { TellsUpdates, UnchangedBefore } from '../../../platform/http/updates/tells-updates.decorator';
import { asWhole } from '../../../platform/http/updates/whole-list.dto';

@ApiTags('patients')
@Controller('patients')
export class DuplicatesController {
  constructor(private readonly work: UnitOfWork) {}

  /** Who is on record already and may be this person: to be asked before somebody is registered. */
  @Get('possible-duplicates')
  @Allow('patient.read')
  @Costs('search')
  @TellsUpdates()
  @Reads('patient', ({ items }: PossibleDuplicatesView) => ({
    patients: items.map(({ patient }) => patient.id),
  }))
  async find(
    @By() actor: SignedIn,
    @Query() { updatedSince: _since, ...query }: PossibleDuplicatesQuery,
    @Now() { today }: Clinic,
    @UnchangedBefore() unchangedBefore: Date,
  ): Promise<PossibleDuplicatesView> {
    if (Object.values(query).every((value) => value === undefined))
      throw new Problem(
        'malformed',
        'Nothing to look for was given. Give one or more of familyName, givenName, birthDate, phone and mrn.',
      );
    const { db } = this.work;
    const found = await possibleDuplicates(db, query);
    const views = await viewsOf(
      db,
      actor,
      found.map(({ patient }) => patient),
      today,
    );
    return {
      ...asWhole(unchangedBefore),
      items: found.map(({ why, lastVisitOn }, place) => ({
        patient: views[place]!,
        why: [...why],
        ...(may(actor.role, 'due-list.read') && { lastVisitOn }),
      })),
    };
  }
}
