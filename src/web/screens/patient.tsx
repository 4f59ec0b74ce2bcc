import { Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { Reads, type Unsent } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { findOrRefuse } from '../../platform/database/change-row';
import type { Clinic } from '../../platform/clinic';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Now } from '../../platform/http/now.decorator';
import { Allow, may } from '../../platform/permissions';
import { IdPipe, isId } from '../../platform/http/validation';
import { PriorAuthorization } from '../../records/authorizations/authorization.entity';
import { balancesOf, type BalancedAuthorization } from '../../records/authorizations/balances.query';
import { Course } from '../../records/courses/course.entity';
import { findCourses } from '../../records/courses/course.query';
import type { CourseView } from '../../records/courses/courses.dto';
import { coursesToAsk, type CourseToAsk } from '../../records/check-ins/check-in.query';
import { patientCareOf, type PatientCare } from '../../records/patients/care/patient-care.query';
import type { ExternalDose } from '../../records/external-doses/external-dose.entity';
import { findExternalDoses } from '../../records/external-doses/external-dose.query';
import { Patient } from '../../records/patients/patient.entity';
import type { UnsignedRowView } from '../../worklist/unsigned/unsigned.dto';
import { unsignedRows } from '../../worklist/unsigned/unsigned.query';
import { deskOf, type Desk } from '../read-desk';
import { NextVisits } from '../parts/patient/next-visits';
import { DeskHistory } from '../parts/patient/desk-history';
import { BeginCheckIns } from '../parts/check-in/begin-check-in';
import { AuthorizationList } from '../parts/patient/authorizations/authorization-list';
import type { AuthorizedTreatment } from '../parts/patient/authorizations/authorization-fields';
import { ExternalDoses } from '../parts/patient/external-doses';
import { shortDay } from '../shared/day-text';
import { mergedRecordsOf, type MergedRecord } from '../../records/patients/merging/merged-records.query';
import { MergedRecords } from '../parts/patient/same-person/merged-records';
import { ProposedMerges } from '../parts/patient/same-person/proposed-merges';
import { proposedMerges, type ProposedMerge } from '../../hl7/proposals/merge-proposals.query';
import { Page } from '../parts/page/page';
import { PatientBanner } from '../parts/patient/patient-banner';
import { SafetyPanel } from '../parts/patient/safety-panel';
import { PatientCourses } from '../parts/patient/patient-courses';
import { IdentityFacts } from '../parts/patient/identity-facts';
import { IdentityFields } from '../parts/patient/identity-fields';
import { UnsignedSession } from '../parts/session/unsigned-session';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';
import { marks } from '../browser/marks';
import { personName } from '../../clinical/person-name';

interface PatientProps {
  readonly actor: SignedIn;
  readonly patient: Patient;
  readonly clinic: Clinic;
  /** Absent for whoever may not see it. */
  readonly care?: PatientCare;
  /** Absent for whoever may not see a course. */
  readonly courses?: readonly CourseView[];
  /** Absent for whoever may not see an authorization. */
  readonly authorizations?: readonly PriorAuthorization[];
  readonly used: readonly BalancedAuthorization[];
  /** What an authorization is to be recorded for. */
  readonly toAuthorize: AuthorizedTreatment | null;
  readonly unsigned: readonly UnsignedRowView[];
  /** Absent for whoever does not book. */
  readonly desk?: Desk;
  readonly toAsk: readonly CourseToAsk[];
  readonly merged: readonly MergedRecord[];
  readonly proposed: readonly ProposedMerge[];
  /** Absent for whoever may not see a dose. */
  readonly elsewhere?: readonly ExternalDose[];
}

/** One patient: who it is, how to reach them, what is treated, what the payer allows. */
@Screen('patients')
export class PatientScreen {
  constructor(private readonly work: UnitOfWork) {}

  @Get(':id')
  @Allow('patient.read')
  @Reads('patient', (_: VNode, { params: { id } }) => ({ subjectId: id, patients: [id!] }))
  async read(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query('authorize') authorize: string | undefined,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode>> {
    const { db } = this.work;
    const patient = await findOrRefuse(db, Patient, id, 'patient');
    const care = may(actor.role, 'session.read') ? await patientCareOf(db, patient, clinic.today) : undefined;
    const courses = may(actor.role, 'course.read')
      ? await findCourses(db, { patientId: id, limit: 100 }, clinic)
      : undefined;
    const mayAuthorize = may(actor.role, 'authorization.read');
    const authorizations = mayAuthorize
      ? await db.find(PriorAuthorization, { where: { patientId: id }, order: { endsOn: 'DESC', id: 'ASC' } })
      : undefined;
    const used = mayAuthorize ? await balancesOf(db, [id], clinic) : [];
    const unsigned = may(actor.role, 'session.read')
      ? await unsignedRows(db, { patientId: id }, { asOf: clinic.today, clinic }, { limit: 100 })
      : [];
    const elsewhere = may(actor.role, 'session.read')
      ? await findExternalDoses(db, { patientId: id, limit: 100 })
      : undefined;
    const desk = may(actor.role, 'scheduling.read') ? await deskOf(db, id, clinic) : undefined;
    const toAsk = may(actor.role, 'check-in.start') ? await coursesToAsk(db, id, clinic.today) : [];
    const merged = await mergedRecordsOf(db, id);
    const proposed = may(actor.role, 'patient.merge') ? await proposedMerges(db, id) : [];
    const props = {
      actor,
      patient,
      merged,
      proposed,
      clinic,
      care,
      courses,
      authorizations,
      used,
      elsewhere,
      unsigned,
      toAsk,
      desk,
      toAuthorize: await treatmentOf(db, id, authorize),
    };
    return screenOf(reply, <PatientPage {...props} />);
  }
}

/** What an authorization of a course of this patient is for; null where none is named, or one of somebody else. */
function treatmentOf(
  db: EntityManager,
  patientId: string,
  courseId: string | undefined,
): Promise<AuthorizedTreatment | null> | null {
  return isId(courseId) ? db.findOneBy(Course, { id: courseId, patientId }) : null;
}

function PatientPage(props: PatientProps) {
  const { actor, patient, clinic, care, courses, authorizations, used, elsewhere, unsigned } = props;
  const { toAsk, desk, toAuthorize } = props;
  const { today } = clinic;
  const done = desk && (
    <DeskHistory appointments={desk.appointments} contacts={desk.contacts} clinic={clinic} />
  );
  const mayWrite = may(actor.role, 'patient.write');
  const actions = may(actor.role, 'due-list.read') && (
    <>
      <a class="button" href={`/due?q=${encodeURIComponent(patient.mrn)}`}>
        On the due list
      </a>
      <BeginCheckIns courses={toAsk} />
    </>
  );
  const identity = (
    <section class="panel stack" aria-labelledby="identity">
      <h2 id="identity">Identity and contact</h2>
      <IdentityFacts patient={patient} today={today} />
      {may(actor.role, 'patient.merge') && (
        <p class="no-print">
          <a href={`/patients/${patient.id}/same`}>Same person as another record?</a>
        </p>
      )}
      {mayWrite && (
        <details>
          <summary>Change</summary>
          <form
            class="stack"
            {...marks({
              api: `PATCH /api/v1/patients/${patient.id}`,
              version: patient.version,
              saved: 'Changed.',
            })}
          >
            <IdentityFields patient={patient} />
            <div class="row">
              <button type="submit" class="primary">
                Save
              </button>
            </div>
          </form>
        </details>
      )}
    </section>
  );
  const consent = authorizations && (
    <AuthorizationList {...{ patient, authorizations, used, toAuthorize, today }} />
  );
  return (
    <Page
      title={personName(patient)}
      actor={actor}
      at="/patients"
      banner={<PatientBanner patient={patient} clinic={clinic} care={care} atHome />}
      actions={actions}
      islands={[
        'course-codes',
        'check-in-code',
        ...(desk ? ['rows'] : []),
        ...(care || mayWrite ? ['form-parts'] : []),
      ]}
    >
      <ProposedMerges proposed={props.proposed} />
      <MergedRecords
        {...{ patient, today }}
        merged={props.merged}
        zone={clinic.zone}
        mayUndo={may(actor.role, 'patient.merge')}
      />
      {patient.deceasedOn && <p class="notice">{`Died on ${shortDay(patient.deceasedOn)}.`}</p>}
      {desk?.row && <NextVisits desk={desk} row={desk.row} clinic={clinic} mayOpenCourse={!!courses} />}
      {courses ? (
        <div class="patient">
          <div class="stack">
            <Unsigned rows={unsigned} today={today} />
            <PatientCourses patient={patient} courses={courses} today={today} />
            {elsewhere && <ExternalDoses patientId={patient.id} doses={elsewhere} today={today} />}
            {consent}
            {done}
          </div>
          <div class="stack">
            {identity}
            {care && <SafetyPanel patient={patient} care={care} rules={clinic.rules} today={today} />}
          </div>
        </div>
      ) : (
        <div class="patient">
          <div class="stack">
            {consent}
            {done}
          </div>
          <div class="stack">{identity}</div>
        </div>
      )}
    </Page>
  );
}

function Unsigned({ rows, today }: { readonly rows: readonly UnsignedRowView[]; readonly today: PlainDate }) {
  if (rows.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="unsigned">
      <h2 id="unsigned">{`Not signed (${rows.length})`}</h2>
      <ul class="plain unsigned">
        {rows.map((row) => (
          <UnsignedSession key={row.sessionId} row={row} today={today} />
        ))}
      </ul>
    </section>
  );
}
