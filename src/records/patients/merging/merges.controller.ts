import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Reads } from '../../../platform/audit/reads';
import { By, type SignedIn } from '../../../platform/http/by.decorator';
import { IdPipe } from '../../../platform/http/validation';
import { Allow } from '../../../platform/permissions';
import {
  MergePatientDto,
  PatientMergesView,
  PatientMergeView,
  UndoMergeDto,
  UndoneMergeView,
} from './merges.dto';
import { MergesService } from './merges.service';
import { TellsUpdates, UnchangedBefore } from '../../../platform/http/updates/tells-updates.decorator';
import { asWhole, WholeListQuery } from '../../../platform/http/updates/whole-list.dto';

@ApiTags('patients')
@Controller()
export class MergesController {
  constructor(private readonly merges: MergesService) {}

  /** Put this record into another one of the same person: all that is on it goes over, and it can be undone. */
  @Post('patients/:id/merge')
  @Allow('patient.merge')
  merge(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() dto: MergePatientDto,
  ): Promise<PatientMergeView> {
    return this.merges.merge(actor, id, dto);
  }

  /** The merges that this record took part in. */
  @Get('patients/:id/merges')
  @Allow('patient.read')
  @TellsUpdates()
  @Reads('patient_merge', ({ items }: PatientMergesView, { params: { id } }) => ({
    subjectId: id,
    patients: [id!, ...items.flatMap(({ patientId, intoId }) => [patientId, intoId])],
  }))
  async find(
    @Param('id', IdPipe) id: string,
    @Query() _: WholeListQuery,
    @UnchangedBefore() unchangedBefore: Date,
  ): Promise<PatientMergesView> {
    return { ...(await this.merges.find(id)), ...asWhole(unchangedBefore) };
  }

  /** Take two records apart again: what went over comes back, what came since stays. */
  @Post('merges/:id/undo')
  @Allow('patient.merge')
  undo(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() dto: UndoMergeDto,
  ): Promise<UndoneMergeView> {
    return this.merges.undo(actor, id, dto);
  }
}
