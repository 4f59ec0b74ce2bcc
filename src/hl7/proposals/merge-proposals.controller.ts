import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Reads } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { IdPipe } from '../../platform/http/validation';
import { Allow } from '../../platform/permissions';
import { PatientMergeView } from '../../records/patients/merging/merges.dto';
import { AcceptMergeProposalDto, FindMergeProposalsQuery, MergeProposalsView } from './merge-proposals.dto';
import { MergeProposalsService } from './merge-proposals.service';
import { TellsUpdates, UnchangedBefore } from '../../platform/http/updates/tells-updates.decorator';
import { asWhole } from '../../platform/http/updates/whole-list.dto';

@ApiTags('patients')
@Controller('merge-proposals')
export class MergeProposalsController {
  constructor(private readonly proposals: MergeProposalsService) {}

  /** The records of which a hospital says that they are of one person (ADT A40), and nobody here has decided. */
  @Get()
  @Allow('patient.merge')
  @TellsUpdates()
  @Reads('hl7_message', ({ items }: MergeProposalsView) => ({
    patients: items.flatMap(({ patientId, intoId }) => [patientId, intoId]),
  }))
  async find(
    @Query() { patientId }: FindMergeProposalsQuery,
    @UnchangedBefore() unchangedBefore: Date,
  ): Promise<MergeProposalsView> {
    return { ...(await this.proposals.find(patientId)), ...asWhole(unchangedBefore) };
  }

  /** They are the same person: the one record goes into the other, and it can be undone. */
  @Post(':id/accept')
  @Allow('patient.merge')
  accept(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() dto: AcceptMergeProposalDto,
  ): Promise<PatientMergeView> {
    return this.proposals.accept(actor, id, dto);
  }

  /** They are not: nothing is written. */
  @Post(':id/dismiss')
  @Allow('patient.merge')
  @HttpCode(204)
  dismiss(@By() actor: SignedIn, @Param('id', IdPipe) id: string): Promise<void> {
    return this.proposals.dismiss(actor, id);
  }
}
