import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Reads, ReadsWhenRepeated, type Named, type Shown } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { IfMatch } from '../../platform/http/if-match';
import { Allow } from '../../platform/permissions';
import { IdPipe } from '../../platform/http/validation';
import { ApiWriteOnce, answerOnce } from '../../platform/http/write-once.http';
import {
  AnswerPregnancyDto,
  ChangePrecautionDto,
  FindPrecautionsQuery,
  FindPregnancyAnswersQuery,
  PrecautionPage,
  PrecautionView,
  PregnancyAnswerPage,
  PregnancyAnswerView,
  RecordPrecautionDto,
} from './precautions.dto';
import { PrecautionsService } from './precautions.service';

@ApiTags('patients')
@Controller()
export class PrecautionsController {
  constructor(private readonly precautions: PrecautionsService) {}

  /** Record what asks for care with a toxin, since when and who says so; of an INR its value and day. */
  @Post('patients/:id/precautions')
  @Allow('session.write')
  @ReadsWhenRepeated('patient_precaution', ofOne)
  @ApiWriteOnce(PrecautionView)
  record(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() dto: RecordPrecautionDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PrecautionView> {
    return answerOnce(reply, this.precautions.record(actor, id, dto));
  }

  /** A patient's precautions, ended ones too. */
  @Get('patients/:id/precautions')
  @Allow('session.read')
  @Reads('patient_precaution', ofPatient)
  find(@Param('id', IdPipe) id: string, @Query() query: FindPrecautionsQuery): Promise<PrecautionPage> {
    return this.precautions.find(id, query);
  }

  /** Change a precaution: end it, say that it was asked about again, correct its days. */
  @Patch('precautions/:id')
  @Allow('session.write')
  change(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() dto: ChangePrecautionDto,
  ): Promise<PrecautionView> {
    return this.precautions.change(actor, id, version, dto);
  }

  /** Record what a patient answered about pregnancy. It spares the question in that cycle. */
  @Post('patients/:id/pregnancy-answers')
  @Allow('session.write')
  @ReadsWhenRepeated('pregnancy_answer', ofOne)
  @ApiWriteOnce(PregnancyAnswerView)
  answer(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() dto: AnswerPregnancyDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PregnancyAnswerView> {
    return answerOnce(reply, this.precautions.answer(actor, id, dto));
  }

  /** What a patient answered about pregnancy, each time it was asked. */
  @Get('patients/:id/pregnancy-answers')
  @Allow('session.read')
  @Reads('pregnancy_answer', ofPatient)
  findAnswers(
    @Param('id', IdPipe) id: string,
    @Query() query: FindPregnancyAnswersQuery,
  ): Promise<PregnancyAnswerPage> {
    return this.precautions.findAnswers(id, query);
  }
}

function ofOne({ id, patientId }: PrecautionView | PregnancyAnswerView): Shown {
  return { subjectId: id, patients: [patientId] };
}

function ofPatient(_: PrecautionPage | PregnancyAnswerPage, { params: { id } }: Named): Shown {
  return { patients: [id] };
}
