import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Reads, ReadsWhenRepeated } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { IdPipe } from '../../platform/http/validation';
import { ApiWriteOnce, answerOnce } from '../../platform/http/write-once.http';
import { Allow } from '../../platform/permissions';
import {
  FindPatientAnswersQuery,
  PatientAnswerPage,
  PatientAnswerReceipt,
  RecordPatientAnswerDto,
} from './patient-answers.dto';
import { PatientAnswersService } from './patient-answers.service';

@ApiTags('patients’ answers')
@Controller('courses/:id/patient-answers')
export class PatientAnswersController {
  constructor(private readonly answers: PatientAnswersService) {}

  /** Write down what a patient says of the latest session. It stands beside the response, and nothing is decided by it until a neurologist confirms it there. */
  @Post()
  @Allow('patient-answer.write')
  @ReadsWhenRepeated('patient_answer', ({ id, courseId }: PatientAnswerReceipt) => ({
    subjectId: id,
    courses: [courseId],
  }))
  @ApiWriteOnce(PatientAnswerReceipt)
  record(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() dto: RecordPatientAnswerDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PatientAnswerReceipt> {
    return answerOnce(reply, this.answers.record(actor, id, dto));
  }

  /** What the patient said, each time they were asked. */
  @Get()
  @Allow('session.read')
  @Reads('patient_answer', (_: PatientAnswerPage, { params: { id } }) => ({ courses: [id!] }))
  find(@Param('id', IdPipe) id: string, @Query() query: FindPatientAnswersQuery): Promise<PatientAnswerPage> {
    return this.answers.find(id, query);
  }
}
