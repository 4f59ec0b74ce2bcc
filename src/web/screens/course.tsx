import { Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { daysBetween } from '../../clinical/calendar';
import { PRODUCTS } from '../../clinical/catalogue/products';
import { Reads, type Unsent } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Now } from '../../platform/http/now.decorator';
import { Allow } from '../../platform/permissions';
import { IdPipe } from '../../platform/http/validation';
import { AdverseEvents } from '../parts/course/adverse-events';
import { AntibodyRisk } from '../parts/course/antibody-risk';
import { CourseCharts } from '../parts/course-charts/course-charts';
import { balancesOfCourses, type BalancedAuthorization } from '../../records/authorizations/balances.query';
import { coursePageFacts, type CoursePageFacts } from '../../records/courses/course-page.query';
import type { RenewalView } from '../../records/papers/renewal.dto';
import { renewalOfCourse } from '../../records/papers/renewal.query';
import { patientCareOf, type PatientCare } from '../../records/patients/care/patient-care.query';
import { shortDay } from '../shared/day-text';
import { CourseKind } from '../parts/course/course-kind';
import { DuePanel } from '../parts/course/due-reasons';
import { FlagPanel } from '../parts/course/flag-panel';
import { Page } from '../parts/page/page';
import { BeginCheckIn } from '../parts/check-in/begin-check-in';
import { PatientBanner } from '../parts/patient/patient-banner';
import { RenewalPanel } from '../parts/readiness/renewal-panel';
import { VisitReady } from '../parts/readiness/visit-ready';
import { ReviewPanel } from '../parts/course/review-panel';
import type { ReadinessView } from '../../worklist/readiness/readiness.dto';
import { readinessOfCourses } from '../../worklist/readiness/readiness.query';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';
import { marks } from '../browser/marks';
import { treatmentWords } from '../parts/patient/patient-words';

/** One course on one page: when due and why, what was given, what came of it, and what should be looked at. */
@Screen('courses')
export class CourseScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get(':id')
  @Allow('course.read')
  @Reads('course', (_: VNode, { params: { id } }) => ({ subjectId: id, courses: [id!] }))
  async show(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query('sessions') drawn: string | undefined,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode>> {
    const facts = await coursePageFacts(this.work.db, id, clinic);
    const care = await patientCareOf(this.work.db, facts.patient, clinic.today);
    const visits = await readinessOfCourses(this.work.db, [id], { asOf: clinic.today, clinic });
    const balances = (await balancesOfCourses(this.work.db, [id], clinic)).get(id) ?? [];
    const renewal = await renewalOfCourse(this.work.db, id, clinic);
    return screenOf(
      reply,
      <CoursePage
        {...{ actor, facts, care, balances, renewal, readiness: visits.get(id)! }}
        all={drawn === 'all'}
      />,
    );
  }
}

interface CourseScreenProps {
  readonly actor: SignedIn;
  readonly facts: CoursePageFacts;
  readonly care: PatientCare;
  readonly balances: readonly BalancedAuthorization[];
  readonly readiness: ReadinessView;
  readonly renewal: RenewalView;
  readonly all: boolean;
}

function CoursePage({ actor, facts, care, balances, readiness, renewal, all }: CourseScreenProps) {
  const { course, patient, sessions, events, flags, people, clinic } = facts;
  const { today, rules } = clinic;
  const latest = sessions.at(-1);
  // A session of this week has not worked yet: at the visit the one before it is asked about.
  const asked =
    sessions.findLast(({ performedOn }) => daysBetween(performedOn, today) >= rules['S22.contact.from']) ??
    latest;
  const [open, earlier] = [flags.filter(needsDecision), flags.filter((flag) => !needsDecision(flag))];
  const evidence = open.flatMap(({ comparable, notComparable }) =>
    [...comparable, ...notComparable].map(({ session }) => session),
  );
  return (
    <Page
      title={treatmentWords(course)}
      actor={actor}
      at="/patients"
      islands={['form-parts', 'course-codes', 'check-in-code']}
      banner={<PatientBanner patient={patient} clinic={clinic} care={care} />}
      actions={
        <>
          <a
            class={course.status === 'active' ? 'button primary' : 'button'}
            href={`/courses/${course.id}/log`}
          >
            {course.status === 'active' ? 'Log session' : 'Enter an earlier session'}
          </a>
          {asked && (
            <a class="button" href={`/sessions/${asked.sessionId}/response`}>
              {asked === latest ? 'Record response' : `Record response to session ${asked.number}`}
            </a>
          )}
          {course.status === 'active' && latest && latest.performedOn < today && (
            <BeginCheckIn courseId={course.id} />
          )}
          <a class="button" href={`/courses/${course.id}/letter`}>
            Letter
          </a>
          <a class="button" href={`/courses/${course.id}/appeal-packet`}>
            Appeal packet
          </a>
          <button type="button" class="quiet" {...marks({ print: true })}>
            Print
          </button>
        </>
      }
    >
      <p class="course-of">
        {`Planned product: ${PRODUCTS[course.plannedProduct].brand}.`}
        {course.diagnosisCode && <span class="print-only">{` Diagnosis: ${course.diagnosisCode}.`}</span>}
        <span class="print-only">{` Printed on ${shortDay(today)}.`}</span>
      </p>
      <div class="course">
        <DuePanel course={course} clinic={clinic} balances={balances} />
        <div class="course-main">
          {open.map((flag) => (
            <FlagPanel key={flag.id} flag={flag} people={people} today={today} zone={clinic.zone} />
          ))}
          <CourseCharts
            {...{ course, sessions, people, clinic, evidence, all }}
            watched={open.every(({ tier }) => tier === 'watch')}
          />
          {open.map((flag) => (
            <ReviewPanel key={flag.id} flag={flag} product={latest?.product} rules={clinic.courseRules} />
          ))}
          {earlier.map((flag) => (
            <FlagPanel key={flag.id} flag={flag} people={people} today={today} zone={clinic.zone} />
          ))}
        </div>
        {course.status === 'active' && <VisitReady readiness={readiness} today={today} />}
        {renewal.needed && <RenewalPanel renewal={renewal} today={today} />}
        <CourseKind course={course} handedness={patient.handedness} today={today} />
        <AdverseEvents events={events} sessions={sessions} today={today} />
        <AntibodyRisk risk={course.antibodyRisk} />
      </div>
    </Page>
  );
}

function needsDecision({ nextSteps }: CoursePageFacts['flags'][number]): boolean {
  return nextSteps.length > 0;
}
