import { Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import type { PlainDate } from '../../clinical/calendar';
import { openPregnancyNote } from '../../clinical/precautions/precaution-findings';
import { TOXIN_PRODUCTS } from '../../clinical/units';
import { Reads, type Unsent } from '../../platform/audit/reads';
import { By, type SignedIn } from '../../platform/http/by.decorator';
import { findOrRefuse } from '../../platform/database/change-row';
import type { Clinic } from '../../platform/clinic';
import { Clock } from '../../platform/clock';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Now } from '../../platform/http/now.decorator';
import { Allow } from '../../platform/permissions';
import { Problem } from '../../platform/http/problem';
import { IdPipe } from '../../platform/http/validation';
import { Course } from '../../records/courses/course.entity';
import { patientCareOf } from '../../records/patients/care/patient-care.query';
import { Patient } from '../../records/patients/patient.entity';
import { sessionContextOf } from '../../records/sessions/judging/session-context.query';
import { clinicMinimum } from '../../clinical/session-check/clinic-minimum';
import { GUIDANCE } from '../../clinical/catalogue/guidance';
import { findProtocols } from '../../records/protocols/protocol.query';
import type { ProtocolView } from '../../records/protocols/protocols.dto';
import type { StockVialView } from '../../records/supply/supply.dto';
import { findVials } from '../../records/supply/supply-views.query';
import { findSession, findSessions } from '../../records/sessions/session-view.query';
import { correctedFrom, plainSession, type Corrected } from '../../records/sessions/standing-session.query';
import { Session } from '../../records/sessions/session.entity';
import { copiedForward, takenUp } from '../browser/grid-state/grid-start';
import type { GridState } from '../browser/grid-state/grid-state';
import {
  writeInjectionData,
  type InjectionFormData,
  type OfferedProtocol,
} from '../browser/grid-state/injection-data';
import { InjectionForm } from '../browser/injection-grid/injection-form';
import { Page } from '../parts/page/page';
import { offeredStock } from '../parts/supply/offered-stock';
import { shortDay } from '../shared/day-text';
import { screenOf } from '../render';
import { Screen } from '../screen.decorator';
import { PatientBanner } from '../parts/patient/patient-banner';
import { PregnancyQuestion } from '../parts/patient/precaution-forms';
import { treatmentWords } from '../parts/patient/patient-words';

/** So many vials of the stock are offered at most, the first to expire. */
const MOST_VIALS = 200;

interface Shown {
  readonly reply: FastifyReply;
  readonly actor: SignedIn;
  readonly clinic: Clinic;
}

/** Log a session, or take one up again: the list and the map, filled before any script runs. */
@Screen()
export class LogSessionScreen {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Get('courses/:id/log')
  @Allow('session.write')
  @Reads('course', (_: VNode, { params: { id } }) => ({ subjectId: id, courses: [id!] }))
  async log(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode>> {
    const { db } = this.work;
    const course = await findOrRefuse(db, Course, id, 'course');
    const [last] = await findSessions(db, { courseId: id, limit: 1 });
    const data = await this.handedOver(course, clinic, {
      target: { kind: 'log', courseId: id },
      basedOn: last ? { id: last.id, words: `the session of ${shortDay(last.performedOn)}` } : null,
      protocols: (await findProtocols(db, { indication: course.indication, limit: Infinity })).map(offered),
      start: (today) => copiedForward(last, course.endedOn ? '' : today, course.plannedProduct),
    });
    return this.show({ reply, actor, clinic }, 'Log a session', course, data);
  }

  /** An unsigned session is changed; a signed one is amended by a new version. */
  @Get('sessions/:id/change')
  @Allow('session.write')
  @Reads('injection_session', (_: VNode, { params: { id } }) => ({ subjectId: id, sessions: [id!] }))
  async change(
    @By() actor: SignedIn,
    @Param('id', IdPipe) id: string,
    @Now() clinic: Clinic,
    @Res() reply: FastifyReply,
  ): Promise<Unsent<VNode>> {
    const session = await findSession(this.work.db, id);
    if (!session) throw new Problem('not-found', 'No such session.');
    if (session.state !== 'completed')
      throw new Problem('conflict', 'This version of the session counts no more.');
    const stored = await findOrRefuse(this.work.db, Session, id, 'session');
    const standing = await correctedFrom(this.work.db, stored);
    const course = await findOrRefuse(this.work.db, Course, session.courseId, 'course');
    const data = await this.handedOver(course, clinic, {
      target: session.signedAt
        ? { kind: 'amend', sessionId: id }
        : { kind: 'change', sessionId: id, version: session.version },
      basedOn: null,
      protocols: [],
      standing,
      start: (_, zone) => takenUp(session, zone),
    });
    const title = session.signedAt ? 'Amend a signed session' : 'Change a session';
    return this.show({ reply, actor, clinic }, title, course, data);
  }

  private async handedOver(
    course: Course,
    clinic: Clinic,
    handed: Pick<InjectionFormData, 'target' | 'basedOn' | 'protocols'> & {
      readonly standing?: Corrected;
      readonly start: (today: Session['performedOn'], zone: string) => GridState;
    },
  ): Promise<InjectionFormData> {
    const { db } = this.work;
    const patient = await db.findOneByOrFail(Patient, { id: course.patientId });
    const { today, zone } = clinic;
    const session = { performedOn: today, product: course.plannedProduct };
    const { standing } = handed;
    const exceptRootId = standing?.rootId;
    const context = await sessionContextOf(db, session, { patient, course, exceptRootId }, clinic);
    return {
      courseId: course.id,
      target: handed.target,
      basedOn: handed.basedOn,
      protocols: handed.protocols,
      start: handed.start(today, zone),
      guidance: GUIDANCE,
      stock: offeredStock(await this.usableVials(patient.id, clinic), zone),
      zone,
      judge: {
        session: context,
        ...(standing && {
          standing: {
            session: plainSession(standing.content),
            continues: standing.continued && {
              treatmentId: standing.continued.rootId,
              continuesOn: standing.continued.performedOn,
            },
            findings: standing.findings,
            recordedAt: standing.recordedAt,
          },
        }),
        rules: clinic.rules,
        clinicMinimums: Object.fromEntries(
          TOXIN_PRODUCTS.map((product) => [
            product,
            clinicMinimum({ performedOn: today, product }, course, clinic.intervals),
          ]),
        ),
      },
    };
  }

  private usableVials(patientId: string, clinic: Clinic): Promise<StockVialView[]> {
    return findVials(
      this.work.db,
      { usable: true, patientId, limit: MOST_VIALS },
      { clinic, role: 'neurologist', now: this.clock.now() },
    );
  }

  private async show(
    { reply, actor, clinic }: Shown,
    title: string,
    course: Course,
    data: InjectionFormData,
  ): Promise<Unsent<VNode>> {
    const { db } = this.work;
    const patient = await db.findOneByOrFail(Patient, { id: course.patientId });
    const care = await patientCareOf(db, patient, clinic.today);
    const asks = openPregnancyNote({ ...patient, ...care }, clinic.today, clinic.rules).length > 0;
    return screenOf(
      reply,
      <Page
        title={title}
        actor={actor}
        at="/patients"
        islands={['injection-grid']}
        banner={<PatientBanner patient={patient} clinic={clinic} care={care} />}
      >
        <p>
          <a href={`/courses/${course.id}`}>{treatmentWords(course)}</a>
        </p>
        {data.target.kind === 'log' && course.endedOn && <LateEntry endedOn={course.endedOn} />}
        {asks && <PregnancyQuestion patientId={patient.id} today={clinic.today} />}
        {/* Nobody types into it before its script has taken over, which would be lost. */}
        <div id="injection-form" inert>
          <InjectionForm data={data} />
        </div>
        <script
          id="injection-form-data"
          type="application/json"
          dangerouslySetInnerHTML={{ __html: writeInjectionData(data) }}
        />
      </Page>,
    );
  }
}

function offered({ id, version, name, product, rows, dilution, source }: ProtocolView): OfferedProtocol {
  return {
    id,
    version,
    name,
    product,
    rows: rows.map(({ muscle, side, units, sites, volumeMl }) => ({ muscle, side, units, sites, volumeMl })),
    dilution: dilution && { vialUnits: dilution.vialUnits, diluentMl: dilution.diluentMl },
    source,
  };
}

/** A course that has ended takes what was given before its end and not written down. */
function LateEntry({ endedOn }: { readonly endedOn: PlainDate }) {
  return (
    <p class="notice notice-warn">
      {`This course ended on ${shortDay(endedOn)}. A session given before that day can still be entered, with the reason for entering it late. If the course was ended by mistake, reopen it on its own page.`}
    </p>
  );
}
