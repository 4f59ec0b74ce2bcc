import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Reads, ReadsWhenRepeated, type Shown } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { IfMatch } from '../../platform/http/if-match';
import { Now } from '../../platform/http/now.decorator';
import { Costs } from '../../platform/limits/costly';
import { Allow } from '../../platform/permissions';
import { IdPipe } from '../../platform/http/validation';
import { ApiWriteOnce, answerOnce } from '../../platform/http/write-once.http';
import {
  ChangePatientDto,
  FindPatientsQuery,
  PatientPage,
  PatientView,
  RegisterPatientDto,
} from './patients.dto';
import { PatientsService } from './patients.service';

@ApiTags('patients')
@Controller('patients')
export class PatientsController {
  constructor(private readonly patients: PatientsService) {}

  /** Register a patient. */
  @Post()
  @Allow('patient.write')
  @ReadsWhenRepeated('patient', ofPatient)
  @ApiWriteOnce(PatientView)
  register(
    @By() actor: SignedIn,
    @Body() dto: RegisterPatientDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PatientView> {
    return answerOnce(reply, this.patients.register(actor, dto));
  }

  /** Find patients by parts of their name, record number or telephone number, or by birth date; sorted by name. */
  @Get()
  @Allow('patient.read')
  @Costs('search')
  @Reads('patient', ({ items }: PatientPage) => ({ patients: items.map(({ id }) => id) }))
  find(
    @By() actor: SignedIn,
    @Query() query: FindPatientsQuery,
    @Now() clinic: Clinic,
  ): Promise<PatientPage> {
    return this.patients.find(actor, query, clinic);
  }

  /** One patient. */
  @Get(':id')
  @Allow('patient.read')
  @Reads('patient', ofPatient)
  read(@By() actor: SignedIn, @Param('id', IdPipe) id: string, @Now() clinic: Clinic): Promise<PatientView> {
    return this.patients.read(actor, id, clinic);
  }

  /** Change a patient's identity, contact, precautions, or record a death. */
  @Patch(':id')
  @Allow('patient.write')
  change(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() dto: ChangePatientDto,
  ): Promise<PatientView> {
    return this.patients.change(actor, id, version, dto);
  }
}

function ofPatient({ id }: PatientView): Shown {
  return { subjectId: id, patients: [id] };
}
