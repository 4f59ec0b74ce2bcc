import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { muscleOf } from '../../clinical/catalogue/muscles';
import { alertOf, isGraver, type AlertReason } from '../../clinical/safety/side-effect-kinds';
import type { SignedIn } from '../../platform/http/by.decorator';
import { ClinicNow } from '../../platform/clinic';
import { Clock } from '../../platform/clock';
import { changeRow, findOrRefuse } from '../../platform/database/change-row';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { startPage, updatesPage, USUAL_LIMIT, type UpdatesPage } from '../../platform/http/page-cursor';
import { malformed, Problem } from '../../platform/http/problem';
import { isId } from '../../platform/http/validation';
import { writeOnce } from '../../platform/write-once';
import { reassessPatient } from '../assessment/reassess-course';
import { lockPatientOf } from '../patients/lock-patient';
import { Injection } from '../sessions/injection.entity';
import { Session } from '../sessions/session.entity';
import { AdverseEvent } from './adverse-event.entity';
import { AlertAnswer } from './alert-answer.entity';
import { findAdverseEvents } from './adverse-event.query';
import type {
  AdverseEventView,
  ChangeAdverseEventDto,
  FindAdverseEventsQuery,
  ReportAdverseEventDto,
} from './adverse-events.dto';

@Injectable()
export class AdverseEventsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clinicNow: ClinicNow,
    private readonly clock: Clock,
  ) {}

  report(
    actor: SignedIn,
    dto: ReportAdverseEventDto,
  ): Promise<{ repeated: boolean; view: AdverseEventView }> {
    const id = dto.id ?? randomUUID();
    return this.work.write(actor, async (tx) => {
      const repeated = await writeOnce(tx, { kind: 'adverse-event', id, body: dto }, async () => {
        const session = await findOrRefuse(tx, Session, dto.sessionId, 'session');
        const { patient } = await lockPatientOf(tx, session.courseId);
        const current = await currentVersion(tx, session.rootId);
        if (current.voidedAt)
          throw new Problem('conflict', 'This session is void: nothing can follow from it.');
        const clinic = await this.clinicNow.read(tx);
        refuseUnfitDays(dto, current.performedOn, clinic.today);
        const alert = await alertAfter(tx, current, dto.kind);
        await tx.insert(AdverseEvent, {
          ...dto,
          id,
          sessionId: session.rootId,
          alert,
          alertRound: 1,
          alertRaisedAt: alert && this.clock.now(),
          version: 1,
        });
        await reassessPatient(tx, patient.id, clinic);
      });
      return { repeated, view: await view(tx, id) };
    });
  }

  change(
    actor: SignedIn,
    id: string,
    version: number,
    dto: ChangeAdverseEventDto,
  ): Promise<AdverseEventView> {
    return this.work.write(actor, async (tx) => {
      const before = await findOrRefuse(tx, AdverseEvent, id, 'adverse event');
      const { courseId } = await tx.findOneByOrFail(Session, { id: before.sessionId });
      const { patient } = await lockPatientOf(tx, courseId);
      const session = await currentVersion(tx, before.sessionId);
      const onsetOn = dto.onsetOn ?? before.onsetOn;
      const resolvedOn = dto.resolvedOn === undefined ? before.resolvedOn : dto.resolvedOn;
      const clinic = await this.clinicNow.read(tx);
      refuseUnfitDays({ onsetOn, resolvedOn }, session.performedOn, clinic.today);
      const changes = {
        ...dto,
        ...((await isRaisedAgain(tx, before, dto)) && {
          alertRound: before.alertRound + 1,
          alertRaisedAt: this.clock.now(),
        }),
      };
      await changeRow(tx, AdverseEvent, { id, version }, changes);
      await reassessPatient(tx, patient.id, clinic);
      return view(tx, id);
    });
  }

  async find(query: FindAdverseEventsQuery): Promise<UpdatesPage<AdverseEventView>> {
    const limit = query.limit ?? USUAL_LIMIT;
    const page = await startPage(this.work.db, 'adverse-events', query.cursor, [isId]);
    const rows = await findAdverseEvents(this.work.db, {
      ...query,
      after: page.after?.[0],
      limit: limit + 1,
    });
    const views = rows.map(({ patientId: _patientId, ...event }) => event);
    return updatesPage(page, views, limit, (row) => [row.id]);
  }
}

/** Of an amended session it is the newest version whose day counts. */
function currentVersion(tx: EntityManager, rootId: string): Promise<Session> {
  return tx.findOneByOrFail(Session, { rootId, replacedAt: IsNull() });
}

function refuseUnfitDays(
  { onsetOn, resolvedOn }: { onsetOn: PlainDate; resolvedOn?: PlainDate | null },
  performedOn: PlainDate,
  today: PlainDate,
): void {
  if (onsetOn < performedOn)
    throw malformed('/onsetOn', 'before-session', `onsetOn lies before the session of ${performedOn}`);
  if (onsetOn > today)
    throw malformed('/onsetOn', 'future', `onsetOn lies in the future (today is ${today})`);
  if (!resolvedOn) return;
  if (resolvedOn < onsetOn)
    throw malformed('/resolvedOn', 'order', `resolvedOn lies before onsetOn (${onsetOn})`);
  if (resolvedOn > today)
    throw malformed('/resolvedOn', 'future', `resolvedOn lies in the future (today is ${today})`);
}

async function alertAfter(tx: EntityManager, { id }: Session, kind: string): Promise<AlertReason | null> {
  const injected = await tx.findBy(Injection, { sessionId: id });
  return (
    alertOf(
      kind,
      injected.map(({ muscle }) => muscleOf(muscle).region),
    ) ?? null
  );
}

/** What has become graver after its alert was answered is to be answered again. */
async function isRaisedAgain(
  tx: EntityManager,
  before: AdverseEvent,
  { severity = before.severity, serious = before.serious }: ChangeAdverseEventDto,
): Promise<boolean> {
  if (!before.alert || !isGraver({ severity, serious }, before)) return false;
  const { id, alertRound } = before;
  return tx.existsBy(AlertAnswer, { adverseEventId: id, alertRound });
}

async function view(tx: EntityManager, id: string): Promise<AdverseEventView> {
  const [found] = await findAdverseEvents(tx, { id, limit: 1 });
  if (!found) throw new Problem('not-found', 'No such adverse event.');
  const { patientId: _patientId, ...event } = found;
  return event;
}
