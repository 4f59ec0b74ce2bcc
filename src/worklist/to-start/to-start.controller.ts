import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isPlainDate } from '../../clinical/calendar';
import { Reads } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Now } from '../../platform/http/now.decorator';
import { TellsUpdates, UnchangedBefore } from '../../platform/http/updates/tells-updates.decorator';
import { isId } from '../../platform/http/validation';
import { Costs } from '../../platform/limits/costly';
import { Allow } from '../../platform/permissions';
import { dayOf } from '../list-day';
import { workPage } from '../updates/work-page';
import { patientsShown } from '../updates/work-list';
import { coursesOfPatients } from '../updates/stood.query';
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
  @TellsUpdates()
  @Costs('search')
  @Reads('prior_authorization', ({ items }: ToStartPage) => ({
    patients: patientsShown(items),
  }))
  async list(
    @Query() query: ToStartQuery,
    @Now() clinic: Clinic,
    @UnchangedBefore() unchangedBefore: Date,
  ): Promise<ToStartPage> {
    const { db } = this.work;
    const day = dayOf(query, clinic);
    return workPage(
      db,
      query,
      { ...day, unchangedBefore },
      {
        name: 'to-start',
        rows: ({ patientIds, ...asked }) => rowsToStart(db, { ...query, patientIds }, day, asked),
        checks: [isPlainDate, isId],
        keyOf: (row) => [row.dueOn, row.courseId],
        idOf: (row) => row.courseId,
        stood: (patientIds) => coursesOfPatients(db, patientIds),
      },
    );
  }
}
