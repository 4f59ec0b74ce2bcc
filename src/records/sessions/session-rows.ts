import type { EntityManager } from 'typeorm';
import { PRODUCTS } from '../../clinical/catalogue/products';
import { type AnsweredFinding } from '../../clinical/session-check/corrections/confirmation';
import { withSites } from '../../clinical/doses/injection-points';
import { unitsToSend } from '../../clinical/session-check/corrections/changed-product';
import { shapeProblem } from '../../platform/http/problem';
import type { Begun } from './judging/begun-from';
import { Injection } from './injection.entity';
import { Session, type SessionOrigin } from './session.entity';
import type { ChangeSessionDto } from './sessions.dto';
import type { SessionRow } from './session-view.query';
import { storedContent, type SessionContent } from './standing-session.query';
import { SessionVial } from './vial.entity';

type Recorded = Pick<Session, 'createdAt' | 'updatedAt'>;

export interface NewSession extends SessionContent {
  readonly id: string;
  readonly rootId: string;
  readonly courseId: string;
  readonly injectorId: string;
  readonly findings: AnsweredFinding[];
  readonly note?: string | null;
  readonly replacesId?: string;
  /** The first version of the session that it continues. */
  readonly continuesId: string | null;
  readonly begun: Begun;
  readonly amendReason?: string;
  /** Left out, it was logged here. */
  readonly origin?: SessionOrigin;
}

/** A new session with its rows and vials, in one statement; answers when it was recorded. */
export async function insertSession(tx: EntityManager, session: NewSession): Promise<Recorded> {
  const [recorded] = await insertSessions(tx, [session]);
  return recorded!;
}

/** The same of several. */
export async function insertSessions(
  tx: EntityManager,
  sessions: readonly NewSession[],
): Promise<readonly Recorded[]> {
  const made = sessions.map(
    ({ injections: _injections, vials: _vials, begun, origin = 'logged', ...session }) => ({
      ...session,
      ...begun,
      origin,
    }),
  );
  const given = sessions.flatMap(({ id, injections }) =>
    injections.map((injection, position) => ({ ...listed(injection, position), sessionId: id })),
  );
  const opened = sessions.flatMap(({ id, vials = [] }) =>
    vials.map((vial, position) => ({ ...vial, position, sessionId: id })),
  );
  // Triggers run for no vial at all as well.
  const [statement, lists] =
    opened.length === 0 ? [INSERT, [made, given]] : [WITH_VIALS, [made, given, opened]];
  return tx.query<Recorded[]>(
    statement,
    lists.map((rows) => JSON.stringify(rows)),
  );
}

const SESSIONS_AND_ROWS = `
with made as (
  insert into injection_session (id, root_id, replaces_id, continues_id, course_id, performed_on, product, injector_id,
    note, findings, amend_reason, protocol_id, protocol_version, origin, version)
  select r.id, r."rootId", r."replacesId", r."continuesId", r."courseId", r."performedOn", r.product, r."injectorId",
    r.note, r.findings, r."amendReason", r."protocolId", r."protocolVersion", r.origin, 1
  from json_to_recordset($1::json) as r (id uuid, "rootId" uuid, "replacesId" uuid, "continuesId" uuid, "courseId" uuid,
    "performedOn" date, product text, "injectorId" uuid, note text, findings jsonb, "amendReason" text,
    "protocolId" uuid, "protocolVersion" integer, origin text)
  returning id, created_at, updated_at
),
given as (
  insert into injection (session_id, position, muscle, side, units, sites, volume_ml, guidance, points)
  select made.id, r.position, r.muscle, r.side, r.units, r.sites, r."volumeMl", r.guidance, r.points
  from made join json_to_recordset($2::json) as r ("sessionId" uuid, position integer, muscle text, side text,
    units numeric, sites integer, "volumeMl" numeric, guidance text, points jsonb) on r."sessionId" = made.id
)`;

const VIALS = `,
opened as (
  insert into session_vial (session_id, position, vial_id, lot_number, expires_on, vial_units, opened_at,
    reconstituted_at, diluent_ml, units_discarded)
  select made.id, r.position, r."vialId", r."lotNumber", r."expiresOn", r."vialUnits", r."openedAt",
    r."reconstitutedAt", r."diluentMl", r."unitsDiscarded"
  from made join json_to_recordset($3::json) as r ("sessionId" uuid, position integer, "vialId" uuid,
    "lotNumber" text, "expiresOn" date, "vialUnits" numeric, "openedAt" timestamptz, "reconstitutedAt" timestamptz,
    "diluentMl" numeric, "unitsDiscarded" numeric) on r."sessionId" = made.id
)`;

const RECORDED = `
select created_at as "createdAt", updated_at as "updatedAt" from made`;
const INSERT = SESSIONS_AND_ROWS + RECORDED;
const WITH_VIALS = SESSIONS_AND_ROWS + VIALS + RECORDED;

/** What is read of a new session, without reading it. */
export function rowOf(
  { begun, injections, vials = [], origin = 'logged', ...session }: NewSession,
  recorded: Recorded,
  of: { readonly patientId: string; readonly continued: Pick<Session, 'id'> | null },
): SessionRow {
  return {
    ...session,
    ...recorded,
    patientId: of.patientId,
    note: session.note ?? null,
    amendReason: session.amendReason ?? null,
    replacesId: session.replacesId ?? null,
    replacedById: null,
    continuesId: of.continued?.id ?? null,
    protocolId: begun.protocolId,
    protocolVersion: begun.protocolVersion,
    signedAt: null,
    signedBy: null,
    signedVersion: null,
    replacedAt: null,
    voidedAt: null,
    voidedBy: null,
    voidReason: null,
    version: 1,
    origin,
    injections: injections
      .map(withSites)
      .map(({ muscle, side, units, sites, volumeMl, guidance, points }) => ({
        muscle,
        side,
        units,
        sites: sites ?? null,
        volumeMl: volumeMl ?? null,
        guidance: guidance ?? null,
        points: points ?? [],
      })),
    vials: vials.map((vial) => ({
      vialId: vial.vialId ?? null,
      lotNumber: vial.lotNumber,
      expiresOn: vial.expiresOn,
      vialUnits: vial.vialUnits,
      openedAt: momentOf(vial.openedAt),
      reconstitutedAt: momentOf(vial.reconstitutedAt),
      diluentMl: vial.diluentMl ?? null,
      unitsDiscarded: vial.unitsDiscarded ?? null,
    })),
  };
}

function momentOf(text: string | null | undefined): Date | null {
  return text == null ? null : new Date(text);
}

/** An injection at its place in the list; its sites are counted where its points tell them. */
function listed(injection: SessionContent['injections'][number], position: number) {
  return { ...withSites(injection), points: injection.points ?? [], position };
}

export async function replaceInjections(
  tx: EntityManager,
  sessionId: string,
  { injections }: SessionContent,
): Promise<void> {
  await tx.delete(Injection, { sessionId });
  await tx.insert(
    Injection,
    injections.map((injection, position) => ({ ...listed(injection, position), sessionId })),
  );
}

export async function replaceVials(
  tx: EntityManager,
  sessionId: string,
  { vials = [] }: SessionContent,
): Promise<void> {
  await tx.delete(SessionVial, { sessionId });
  if (vials.length > 0) {
    await tx.insert(
      SessionVial,
      vials.map((vial, position) => ({ ...vial, sessionId, position }) as never),
    );
  }
}

/** The session as a change would leave it. */
export async function mergedContent(
  tx: EntityManager,
  session: Session,
  dto: ChangeSessionDto,
): Promise<SessionContent> {
  const stored = await storedContent(tx, session);
  const { performedOn = stored.performedOn, product = stored.product, confirmed } = dto;
  const { injections = stored.injections, vials = stored.vials } = dto;
  refuseForeignUnits(session, dto, vials);
  return { performedOn, product, injections, vials, confirmed };
}

function refuseForeignUnits(
  session: Session,
  { product = session.product, injections, vials }: ChangeSessionDto,
  standing: SessionContent['vials'] = [],
): void {
  const missing = unitsToSend({
    from: session.product,
    to: product,
    sent: { injections: injections !== undefined, vials: vials !== undefined },
    hasVials: standing.length > 0,
  });
  if (missing.length === 0) return;
  throw shapeProblem(
    missing.map((field) => ({
      pointer: `/${field}`,
      code: 'units-of-another-product',
      message: `Send ${field} too: those on record are in units of ${PRODUCTS[session.product].brand}`,
    })),
  );
}
