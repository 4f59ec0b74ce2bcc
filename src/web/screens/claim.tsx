import { Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import type { ClaimPart } from '../../clinical/claims/claim-line';
import { Reads, type Unsent } from '../../platform/audit/reads';
import type { Clinic } from '../../platform/clinic';
import { findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { Now } from '../../platform/http/now.decorator';
import { Problem } from '../../platform/http/problem';
import { IdPipe } from '../../platform/http/validation';
import { Allow } from '../../platform/permissions';
import { Course } from '../../records/courses/course.entity';
import { patientCareOf } from '../../records/patients/care/patient-care.query';
import { Patient } from '../../records/patients/patient.entity';
import { findSession } from '../../records/sessions/session-view.query';
import { claimLinesOf } from '../../reporting/claims/claimed-session.query';
import { Page } from '../parts/page/page';
import { PatientBanner } from '../parts/patient/patient-banner';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';
import { dayWords, shortDay } from '../shared/day-text';
import { citedWords } from '../parts/page/cited-words';

/** What a claim of a session would hold, each line with its reason. Nothing is sent anywhere. */
@Screen()
export class ClaimScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get('sessions/:id/claim')
  @Allow('session.read')
  @Reads('claim_lines', (_: VNode, { params: { id } }) => ({ subjectId: id, sessions: [id!] }))
  async show(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode>> {
    const { db } = this.work;
    const session = await findSession(db, id);
    if (!session) throw new Problem('not-found', 'No such session.');
    const course = await findOrRefuse(db, Course, session.courseId, 'course');
    const patient = await db.findOneByOrFail(Patient, { id: course.patientId });
    const care = await patientCareOf(db, patient, clinic.today);
    const claim = await claimLinesOf(db, id);
    return screenOf(
      reply,
      <Page
        title={`Claim lines, ${shortDay(session.performedOn)}`}
        actor={actor}
        at="/patients"
        banner={<PatientBanner patient={patient} clinic={clinic} care={care} />}
      >
        <p>
          <a href={`/sessions/${id}`}>Session of {dayWords(session.performedOn, clinic.today)}</a>
          <span class="muted"> · Nothing is sent anywhere.</span>
        </p>
        <Missing missing={claim.missing} />
        {claim.lines.length > 0 && <Lines lines={claim.lines} />}
      </Page>,
    );
  }
}

function Missing({ missing }: Pick<ClaimPart, 'missing'>) {
  if (missing.length === 0) return null;
  return (
    <section class="panel">
      <h2>Missing, or not settled</h2>
      <ul>
        {missing.map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
    </section>
  );
}

function Lines({ lines }: Pick<ClaimPart, 'lines'>) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="What a claim would hold">
      <table class="table">
        <caption>What a claim would hold</caption>
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">Billing units</th>
            <th scope="col">NDC</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ code, modifiers, billingUnits, ndc, text }) => (
            <tr key={[code, ...modifiers].join('-')}>
              <th scope="row">{[code, ...modifiers].join('-')}</th>
              <td>{billingUnits}</td>
              <td>{ndc}</td>
              <td>{citedWords(text)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
