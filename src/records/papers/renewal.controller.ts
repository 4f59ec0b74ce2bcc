import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Reads } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Now } from '../../platform/http/now.decorator';
import { IdPipe } from '../../platform/http/validation';
import { Allow } from '../../platform/permissions';
import { RenewalView } from './renewal.dto';
import { renewalOfCourse } from './renewal.query';

@ApiTags('papers')
@Controller()
export class RenewalController {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * What the payer of a course asks for before it pays on, by its rule, and what the record says of each: met, not met, or not
   * told. With the day on which to ask it.
   */
  @Get('courses/:id/renewal')
  @Allow('session.read')
  @Reads('renewal', (_: RenewalView, { params: { id } }) => ({ subjectId: id, courses: [id!] }))
  renewal(@Param('id', IdPipe) id: string, @Now() clinic: Clinic): Promise<RenewalView> {
    return renewalOfCourse(this.work.db, id, clinic);
  }
}
