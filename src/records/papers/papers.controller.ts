import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import Negotiator from 'negotiator';
import { Reads, Unsent, type Shown } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Now } from '../../platform/http/now.decorator';
import { Problem } from '../../platform/http/problem';
import { IdPipe } from '../../platform/http/validation';
import { Allow } from '../../platform/permissions';
import { AppealPacketQuery, AppealPacketView } from './appeal-packet.dto';
import { appealPacketOf } from './appeal-packet.query';
import { PaperView } from './papers.dto';
import { aftercareOf, referralLetterOf, visitNoteOf } from './papers.query';

const CONTENT = contentOf(PaperView);

@ApiTags('papers')
@ApiExtraModels(PaperView, AppealPacketView)
@Controller()
export class PapersController {
  constructor(private readonly work: UnitOfWork) {}

  /** The note of a visit, as JSON or as text by the Accept header. An unsigned session's says DRAFT; a void one has none. */
  @Get('sessions/:id/note')
  @Allow('session.read')
  @Reads('visit_note', ofSession)
  @ApiOkResponse({ content: CONTENT })
  async note(
    @Param('id', IdPipe) id: string,
    @Headers('accept') accept: string | undefined,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<PaperView>> {
    return answered(reply, accept, await visitNoteOf(this.work.db, id, clinic));
  }

  /** What the patient takes home after a session: what to watch for and when to come again, without a dose. */
  @Get('sessions/:id/aftercare')
  @Allow('session.read')
  @Reads('aftercare', ofSession)
  @ApiOkResponse({ content: CONTENT })
  async aftercare(
    @Param('id', IdPipe) id: string,
    @Headers('accept') accept: string | undefined,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<PaperView>> {
    return answered(reply, accept, await aftercareOf(this.work.db, id, clinic));
  }

  /** The letter to the referring doctor, as JSON or as text by the Accept header. */
  @Get('courses/:id/letter')
  @Allow('session.read')
  @Reads('referral_letter', (_: PaperView, { params: { id } }) => ({ subjectId: id, courses: [id!] }))
  @ApiOkResponse({ content: CONTENT })
  async letter(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Headers('accept') accept: string | undefined,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<PaperView>> {
    return answered(reply, accept, await referralLetterOf(this.work.db, id, clinic, actor.id));
  }

  /** What a payer's reviewer asks for, as JSON or as text by the Accept header; what is missing stands first. */
  @Get('courses/:id/appeal-packet')
  @Allow('session.read')
  @Reads('appeal_packet', (_: AppealPacketView, { params: { id } }) => ({ subjectId: id, courses: [id!] }))
  @ApiOkResponse({ content: contentOf(AppealPacketView) })
  async appealPacket(
    @Param('id', IdPipe) id: string,
    @Query() query: AppealPacketQuery,
    @Headers('accept') accept: string | undefined,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<AppealPacketView>> {
    return answered(reply, accept, await appealPacketOf(this.work.db, id, query, clinic));
  }
}

function contentOf(view: typeof PaperView) {
  return {
    'application/json': { schema: { $ref: getSchemaPath(view) } },
    'text/plain': { schema: { type: 'string' } },
  };
}

function ofSession(
  { patient }: PaperView,
  { params: { id } }: { params: Readonly<Record<string, string>> },
): Shown {
  return { subjectId: id, patients: [patient.id] };
}

/** JSON or text, whichever the Accept header prefers; of equals JSON. @throws Problem 406 when it takes neither. */
function answered<P extends PaperView>(reply: FastifyReply, accept: string | undefined, paper: P): Unsent<P> {
  const offered = ['application/json', 'text/plain'];
  const taken = accept?.trim() ? new Negotiator({ headers: { accept } }).mediaType(offered) : offered[0];
  if (taken === undefined) {
    throw new Problem('not-acceptable', 'It comes as application/json or text/plain: accept one of them.');
  }
  return new Unsent(paper, () => {
    void reply
      .header('content-type', `${taken}; charset=utf-8`)
      .header('vary', 'accept')
      .send(taken === 'text/plain' ? paper.text : JSON.stringify(paper));
  });
}
