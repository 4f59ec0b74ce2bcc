import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Reads } from '../../platform/audit/reads';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { IdPipe } from '../../platform/http/validation';
import { Allow } from '../../platform/permissions';
import { claimLinesOf } from './claimed-session.query';
import { ClaimLinesView } from './claims.dto';

@ApiTags('sessions')
@Controller()
export class ClaimsController {
  constructor(private readonly work: UnitOfWork) {}

  /** What a claim of this session would hold, line by line with why, and what it lacks. Nothing is sent anywhere. */
  @Get('sessions/:id/claim-lines')
  @Allow('claim.read')
  @Reads('claim_lines', (_: ClaimLinesView, { params: { id } }) => ({ subjectId: id, sessions: [id!] }))
  async lines(@Param('id', IdPipe) id: string): Promise<ClaimLinesView> {
    const { lines, missing } = await claimLinesOf(this.work.db, id);
    return {
      lines: lines.map((line) => ({ ...line, modifiers: [...line.modifiers] })),
      missing: [...missing],
    };
  }
}
