import { Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { Reads, type Unsent } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Now } from '../../platform/http/now.decorator';
import { IdPipe } from '../../platform/http/validation';
import { Allow } from '../../platform/permissions';
import type { PaperView } from '../../records/papers/papers.dto';
import { aftercareOf, referralLetterOf, visitNoteOf } from '../../records/papers/papers.query';
import { PaperPage } from '../parts/papers/paper-page';
import type { PatientBannerProps } from '../parts/patient/patient-banner';
import { bannerOf } from '../read-banner';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';

interface PaperPageProps {
  readonly actor: SignedIn;
  readonly paper: PaperView;
  readonly banner: PatientBannerProps;
}

/** What leaves the house: the note of a visit, the sheet for home, the letter of a course. */
@Screen()
export class PapersScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get('sessions/:id/note')
  @Allow('session.read')
  @Reads('visit_note', ofPatient)
  async note(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode<PaperPageProps>>> {
    return this.shown(reply, actor, clinic, await visitNoteOf(this.work.db, id, clinic));
  }

  @Get('sessions/:id/aftercare')
  @Allow('session.read')
  @Reads('aftercare', ofPatient)
  async aftercare(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode<PaperPageProps>>> {
    return this.shown(reply, actor, clinic, await aftercareOf(this.work.db, id, clinic));
  }

  @Get('courses/:id/letter')
  @Allow('session.read')
  @Reads('referral_letter', ofPatient)
  async letter(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode<PaperPageProps>>> {
    return this.shown(reply, actor, clinic, await referralLetterOf(this.work.db, id, clinic, actor.id));
  }

  private async shown(
    reply: FastifyReply,
    actor: SignedIn,
    clinic: Clinic,
    paper: PaperView,
  ): Promise<Unsent<VNode<PaperPageProps>>> {
    const banner = await bannerOf(this.work.db, paper.patient.id, clinic, actor);
    return screenOf(reply, <PaperPage actor={actor} paper={paper} banner={banner} />);
  }
}

function ofPatient(
  { props }: VNode<PaperPageProps>,
  { params: { id } }: { params: Readonly<Record<string, string>> },
) {
  return { subjectId: id, patients: [props.paper.patient.id] };
}
