import { Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { Reads, type Unsent } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Now } from '../../platform/http/now.decorator';
import { IdPipe } from '../../platform/http/validation';
import { Allow } from '../../platform/permissions';
import { AppealPacketQuery, type AppealPacketView } from '../../records/papers/appeal-packet.dto';
import { appealPacketOf } from '../../records/papers/appeal-packet.query';
import { filledQuery } from '../filled-query';
import { Field } from '../parts/page/field';
import { PaperPage } from '../parts/papers/paper-page';
import type { PatientBannerProps } from '../parts/patient/patient-banner';
import { bannerOf } from '../read-banner';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';

interface PacketProps {
  readonly actor: SignedIn;
  readonly courseId: string;
  readonly packet: AppealPacketView;
  readonly banner: PatientBannerProps;
}

/** What a payer's reviewer asks for, on one page to be printed or copied; what is missing stands first. */
@Screen('courses')
export class AppealPacketScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get(':id/appeal-packet')
  @Allow('session.read')
  @Reads('appeal_packet', ({ props }: VNode<PacketProps>, { params: { id } }) => ({
    subjectId: id,
    patients: [props.packet.patient.id],
  }))
  async show(
    @By() actor: SignedIn,
    @Param('id', IdPipe) courseId: string,
    @Query() asked: Record<string, unknown>,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode<PacketProps>>> {
    const query = await filledQuery(asked, AppealPacketQuery);
    const packet = await appealPacketOf(this.work.db, courseId, query, clinic);
    const banner = await bannerOf(this.work.db, packet.patient.id, clinic, actor);
    return screenOf(reply, <Packet {...{ actor, courseId, packet, banner }} />);
  }
}

function Packet({ actor, courseId, packet, banner }: PacketProps) {
  return (
    <PaperPage actor={actor} paper={packet} banner={banner}>
      <form class="panel filters no-print" method="get" action={`/courses/${courseId}/appeal-packet`}>
        <Field label="Sessions from" name="from" type="date" value={packet.from} />
        <Field label="to" name="to" type="date" value={packet.to} />
        <div class="row">
          <button type="submit">Show</button>
          <a class="button quiet" href={`/courses/${courseId}`}>
            Back to the course
          </a>
        </div>
      </form>
    </PaperPage>
  );
}
