import { In, type EntityManager } from 'typeorm';
import type { PlainDate } from '../../clinical/calendar';
import { appealPacket } from '../../clinical/papers/appeal/appeal-packet';
import { toldTreatments, type PacketPerson } from '../../clinical/papers/appeal/packet-facts';
import { requestedSession, type PlannedSession } from '../../clinical/papers/appeal/requested-session';
import { diagnosisLine, type PaperTreatment } from '../../clinical/papers/course-lines';
import { scaleChanges } from '../../clinical/papers/appeal/scale-change';
import { renewalOf } from '../../clinical/payers/renewal/renewal';
import type { Clinic } from '../../platform/clinic';
import { malformed } from '../../platform/http/problem';
import { User } from '../../platform/users/user.entity';
import { findAdverseEvents } from '../adverse-events/adverse-event.query';
import { findSessions } from '../sessions/session-view.query';
import { withAllWaste } from '../supply/at-sessions/session-waste.query';
import type {
  AppealPacketQuery,
  AppealPacketView,
  PacketEffectView,
  RequestedSessionView,
} from './appeal-packet.dto';
import { aboutCourse, ALL, momentText, paperView, treatmentsOf } from './paper-facts.query';
import { renewalFactsOf } from './renewal.query';

/** The packet of a course: its sessions of these days, the last two treatments until then and what came of them. */
export async function appealPacketOf(
  db: EntityManager,
  id: string,
  query: AppealPacketQuery,
  clinic: Clinic,
): Promise<AppealPacketView> {
  const about = await aboutCourse(db, id, clinic);
  const { common, facts, payer, guidanceReason } = about;
  const to = query.to ?? clinic.today;
  const all = treatmentsOf(facts);
  const treatments = all.filter(({ performedOn }) => performedOn <= to);
  const from = query.from ?? (treatments.at(-2) ?? treatments.at(-1))?.performedOn ?? to;
  if (from > to) throw malformed('/to', 'order', `to lies before from (${from})`);
  const given = (await findSessions(db, { courseId: id, limit: ALL })).toReversed();
  const sessions = await shown(db, given, { from, to });
  const people = await peopleOf(db, sessions);
  const personOf = (of: string | null): PacketPerson | null => people.get(of ?? '') ?? null;
  const events = (await findAdverseEvents(db, { courseId: id, limit: ALL }))
    .filter(({ onsetOn }) => onsetOn <= to)
    .toSorted((a, b) => (a.onsetOn < b.onsetOn ? 1 : -1));
  const renewal = await renewalFactsOf(db, about, clinic, to);
  const { demands, missing } = renewalOf(renewal.facts);
  const { tried } = renewal.facts;
  const next = to < clinic.today ? null : nextOf(about, all.at(-1), given);
  const told = {
    ...common,
    payer,
    tried,
    guidanceReason,
    next,
    demands,
    lacks: missing,
    from,
    to,
    treatments,
    events,
  };
  const paper = appealPacket({
    ...told,
    sessions: sessions.map((session) => ({
      ...session,
      vials: session.vials.map((vial) => ({
        ...vial,
        madeUp: vial.reconstitutedAt && momentText(vial.reconstitutedAt, clinic.zone),
      })),
      continuesOn: given.find((other) => other.id === session.continuesId)?.performedOn ?? null,
      injector: personOf(session.injectorId),
      signed: session.signedAt && {
        ...personOf(session.signedBy)!,
        at: momentText(session.signedAt, clinic.zone),
      },
      takenOver: session.origin === 'import',
    })),
  });
  const { indication, side, etiology, diagnosisCode, secondDiagnosisCode = null } = common.course;
  return {
    ...paperView(paper, common),
    from,
    to,
    payer,
    diagnosis: {
      indication,
      side,
      etiology,
      diagnosisCode,
      secondDiagnosisCode,
      text: diagnosisLine(common.course),
    },
    sessions: sessions.map((session) => ({
      id: session.id,
      performedOn: session.performedOn,
      product: session.product,
      totalUnits: session.totalUnits,
      continuesId: session.continuesId,
      injections: session.injections,
      vials: session.vials,
      injectedBy: personOf(session.injectorId)?.name ?? null,
      signedBy: personOf(session.signedBy)?.name ?? null,
      signedAt: session.signedAt,
    })),
    requested: next && requestedView(next),
    guidanceReason,
    effects: toldTreatments(treatments).map(effectOf),
    sideEffects: events.map(({ patientId: _patientId, ...event }) => event),
    triedBefore: [...tried],
    demands,
  };
}

/** Nobody is asked for a course that has ended, nor for whoever has died. */
function nextOf(
  { common: { course }, lastOnTimeOn }: Awaited<ReturnType<typeof aboutCourse>>,
  last: PaperTreatment | undefined,
  given: readonly Given[],
): PlannedSession | null {
  const { indication, plannedProduct: product, forecast, booked, endedOn, deceasedOn } = course;
  if (endedOn !== null || deceasedOn !== null) return null;
  const parts = given.filter(({ performedOn }) => last && performedOn >= last.performedOn);
  return {
    indication,
    product,
    last,
    injections: parts.flatMap(({ injections }) => injections),
    forecast: forecast && lastOnTimeOn ? { ...forecast, lastOnTimeOn } : null,
    booked,
  };
}

function requestedView(next: PlannedSession): RequestedSessionView {
  const { vialUnits, lines, ...rest } = requestedSession(next);
  return {
    ...rest,
    vialUnits: [...vialUnits],
    lines: lines.map((line) => ({ ...line, modifiers: [...line.modifiers] })),
  };
}

type Given = Awaited<ReturnType<typeof findSessions>>[number];

async function shown(
  db: EntityManager,
  given: readonly Given[],
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
) {
  const found: (Omit<Given, 'vials'> & { readonly vials: Readonly<Given['vials']> })[] = [];
  for (const session of given) {
    if (session.performedOn < from || session.performedOn > to) continue;
    found.push({ ...session, vials: await withAllWaste(db, session) });
  }
  return found;
}

async function peopleOf(
  db: EntityManager,
  sessions: readonly Pick<Given, 'injectorId' | 'signedBy'>[],
): Promise<ReadonlyMap<string, PacketPerson>> {
  const ids = sessions.flatMap(({ injectorId, signedBy }) => [injectorId, signedBy]);
  const users = await db.findBy(User, { id: In(ids.filter((id) => id !== null)) });
  return new Map(
    users.map(({ id, signsAs, displayName }) => [
      id,
      { name: signsAs ?? displayName, hasCredentials: signsAs !== null },
    ]),
  );
}

function effectOf(until: readonly PaperTreatment[]): PacketEffectView {
  const { performedOn, response } = until.at(-1)!;
  return {
    performedOn,
    improvementPct: response?.improvementPct ?? null,
    pgic: response?.pgic ?? null,
    peakEffect: response?.peakEffect ?? null,
    onsetOn: response?.onsetOn ?? null,
    woreOffOn: response?.woreOffOn ?? null,
    scales: scaleChanges(until),
  };
}
