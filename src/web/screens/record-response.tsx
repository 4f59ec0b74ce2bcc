import { Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { followUpOf, isScoredAsPeak } from '../../clinical/due/follow-up';
import { INDICATIONS } from '../../clinical/catalogue/indications';
import { Reads, type Unsent } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { findOrRefuse } from '../../platform/database/change-row';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Now } from '../../platform/http/now.decorator';
import { Allow } from '../../platform/permissions';
import { IdPipe } from '../../platform/http/validation';
import { Course } from '../../records/courses/course.entity';
import { patientCareOf, type PatientCare } from '../../records/patients/care/patient-care.query';
import { Patient } from '../../records/patients/patient.entity';
import { Injection } from '../../records/sessions/injection.entity';
import type { PatientAnswerRow } from '../../records/patient-answers/patient-answer.entity';
import { answersAbout } from '../../records/patient-answers/waiting-answer.query';
import { MeasurementRow } from '../../records/responses/measurement.entity';
import { Response } from '../../records/responses/response.entity';
import { Session } from '../../records/sessions/session.entity';
import { dayWords } from '../shared/day-text';
import { PatientSays } from '../parts/asking/patient-says';
import { Page } from '../parts/page/page';
import { nextPage, type NextPage } from '../parts/response/next-page';
import { ResponseForm } from '../parts/response/response-form';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';
import { PatientBanner } from '../parts/patient/patient-banner';

interface ResponseFacts {
  readonly session: Session;
  readonly course: Course;
  readonly patient: Patient;
  readonly care: PatientCare;
  readonly response: Response | null;
  readonly measurements: readonly MeasurementRow[];
  readonly muscles: readonly string[];
  readonly clinic: Clinic;
  /** What the patient said that nobody has confirmed, the latest first. */
  readonly answers: readonly PatientAnswerRow[];
  readonly next: NextPage;
}

/** What became of a session: asked at the visit, two taps for what matters most. */
@Screen('sessions')
export class RecordResponseScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get(':id/response')
  @Allow('session.write')
  @Reads('response', (_: VNode, { params: { id } }) => ({ subjectId: id, sessions: [id!] }))
  async show(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query('then') then: unknown,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode>> {
    const { db } = this.work;
    const session = await findOrRefuse(db, Session, id, 'session');
    const course = await db.findOneByOrFail(Course, { id: session.courseId });
    const patient = await db.findOneByOrFail(Patient, { id: course.patientId });
    const response = await db.findOneBy(Response, { sessionId: session.rootId });
    const measurements = await db.findBy(MeasurementRow, { sessionId: session.rootId });
    const care = await patientCareOf(db, patient, clinic.today);
    const answers = (await answersAbout(db, [session.rootId])).filter(({ outcome }) => outcome === null);
    const injections = await db.findBy(Injection, { sessionId: session.id });
    const muscles = injections.map(({ muscle }) => muscle);
    const next = nextPage(course.id, then);
    const facts = { session, course, patient, care, response, measurements, muscles, clinic, answers, next };
    return screenOf(reply, <RecordResponse actor={actor} facts={facts} />);
  }
}

function RecordResponse({ actor, facts }: { readonly actor: SignedIn; readonly facts: ResponseFacts }) {
  const { session, course, patient, care, response, measurements, muscles, clinic, answers, next } = facts;
  const { today, rules } = clinic;
  const { performedOn } = session;
  const { peakFromOn, peakToOn } = followUpOf(performedOn, course.indication, rules);
  return (
    <Page
      title="How did it work?"
      actor={actor}
      at="/patients"
      islands={['form-parts']}
      banner={<PatientBanner patient={patient} clinic={clinic} care={care} />}
    >
      <p class="course-of">
        <a href={`/courses/${course.id}`}>{INDICATIONS[course.indication].name}</a>
        {`, session of ${dayWords(performedOn, today)}.`}
      </p>
      {session.voidedAt ? (
        <p class="notice notice-warn">This session is void: it has no response.</p>
      ) : (
        <>
          <PatientSays {...{ session, response, answers, rules, today, next }} />
          <ResponseForm
            session={session}
            answerId={answers[0]?.id}
            indication={course.indication}
            response={response}
            muscles={muscles}
            measurements={measurements}
            atPeak={isScoredAsPeak(performedOn, today, rules)}
            peak={{ fromOn: peakFromOn, toOn: peakToOn }}
            today={today}
            next={next}
          />
        </>
      )}
    </Page>
  );
}
