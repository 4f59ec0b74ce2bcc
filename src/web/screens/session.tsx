import { Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { PRODUCTS } from '../../clinical/catalogue/products';
import { unitsText } from '../../clinical/doses/dose-cap';
import { findEnabledUser } from '../../platform/users/user.query';
import { Reads, type Unsent } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { findOrRefuse } from '../../platform/database/change-row';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Now } from '../../platform/http/now.decorator';
import { Allow } from '../../platform/permissions';
import { malformed, Problem } from '../../platform/http/problem';
import { IdPipe, isId } from '../../platform/http/validation';
import { Course } from '../../records/courses/course.entity';
import { patientCareOf } from '../../records/patients/care/patient-care.query';
import { Patient } from '../../records/patients/patient.entity';
import { findProtocol } from '../../records/protocols/protocol.query';
import { findSession, findSessions } from '../../records/sessions/session-view.query';
import { dayWords, shortDay, timeWords } from '../shared/day-text';
import { GivenSession, SessionActions } from '../parts/session/injection-given';
import { Page } from '../parts/page/page';
import { treatmentWords } from '../parts/patient/patient-words';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';
import { PatientBanner } from '../parts/patient/patient-banner';

/** How many sessions of a course can be chosen to compare with: ten years of treatment. */
const COMPARABLE = 60;

/** A session that was given, with its map and what was different the time before. */
@Screen()
export class SessionScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get('sessions/:id')
  @Allow('session.read')
  @Reads('injection_session', (_: VNode, { params: { id } }) => ({ subjectId: id, sessions: [id!] }))
  async show(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query('with') wanted: string | undefined,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode>> {
    const { db } = this.work;
    const { zone, today } = clinic;
    const session = await findSession(db, id);
    if (!session) throw new Problem('not-found', 'No such session.');
    if (wanted !== undefined && wanted !== '' && !isId(wanted))
      throw malformed('/with', 'id', 'with names a session by its id');
    const course = await findOrRefuse(db, Course, session.courseId, 'course');
    const patient = await db.findOneByOrFail(Patient, { id: course.patientId });
    const all = await findSessions(db, { courseId: course.id, limit: COMPARABLE });
    const others = all.filter((candidate) => candidate.id !== id);
    const other = wanted
      ? others.find((candidate) => candidate.id === wanted)
      : others.find((candidate) => candidate.performedOn <= session.performedOn);
    const injector = await findEnabledUser(db, session.injectorId);
    const signer = session.signedBy ? await findEnabledUser(db, session.signedBy) : undefined;
    const begun =
      session.protocolId &&
      (await findProtocol(db, session.protocolId, session.protocolVersion ?? undefined));
    const care = await patientCareOf(db, patient, today);
    return screenOf(
      reply,
      <Page
        title={`Session of ${shortDay(session.performedOn)}`}
        actor={actor}
        at="/patients"
        banner={<PatientBanner patient={patient} clinic={clinic} care={care} />}
        actions={<SessionActions session={session} />}
      >
        <p>
          <a href={`/courses/${course.id}`}>{treatmentWords(course)}</a>
          <span class="muted">
            {' '}
            · {PRODUCTS[session.product].brand} · {dayWords(session.performedOn, today)}
          </span>
        </p>
        <GivenSession
          session={session}
          other={other}
          others={others.map((choice) => ({
            id: choice.id,
            words: `${shortDay(choice.performedOn)}, ${unitsText(choice.product, choice.totalUnits)}`,
          }))}
          continued={session.continuesId ? all.find(({ id: of }) => of === session.continuesId) : undefined}
          parts={all.filter(({ continuesId }) => continuesId === id).toReversed()}
          injector={injector?.displayName}
          begun={begun ? begun.name : undefined}
          signed={
            session.signedAt &&
            `${timeWords(session.signedAt, zone)}${signer ? `, ${signer.displayName}` : ''}`
          }
          zone={zone}
        />
      </Page>,
    );
  }
}
