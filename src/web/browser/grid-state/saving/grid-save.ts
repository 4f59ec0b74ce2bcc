import type { PlainDate } from '../../../../clinical/calendar';
import type { AnsweredFinding } from '../../../../clinical/session-check/corrections/confirmation';
import { proposalOf } from '../grid-judge';
import type { GridState } from '../grid-state';
import { sendJson, type Refusal } from '../../api-form/send';

/** What the grid writes: a new session, a change of an unsigned one, or a new version of a signed one. */
export type SaveTarget =
  | { readonly kind: 'log'; readonly courseId: string }
  | { readonly kind: 'change'; readonly sessionId: string; readonly version: number }
  | { readonly kind: 'amend'; readonly sessionId: string };

export interface FieldProblem {
  readonly pointer: string;
  readonly message: string;
}

export type Saved =
  | { readonly kind: 'saved'; readonly sessionId: string; readonly nextDueOn: PlainDate | null }
  | {
      readonly kind: 'refused';
      readonly message: string;
      readonly findings: readonly AnsweredFinding[];
      readonly errors: readonly FieldProblem[];
    }
  | { readonly kind: 'outdated'; readonly message: string }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'unsigned'; readonly sessionId: string; readonly message: string }
  /** Nobody knows whether it arrived, or the service could not write: the same is sent again. */
  | { readonly kind: 'no-connection'; readonly reached: boolean };

interface Stored {
  readonly id: string;
  readonly version: number;
  readonly nextDueOn: PlainDate | null;
}

type Answer =
  | { readonly kind: 'stored'; readonly session: Stored }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'offline' };

/**
 * Saves what stands on the screen, and signs it when asked. Safe to repeat: the same id writes once. Were the rows
 * changed after an answer had been lost, what was stored then is changed to what they say now.
 */
export async function saveGrid(
  state: GridState,
  target: SaveTarget,
  options: BodyOptions & { readonly sign: boolean },
): Promise<Saved> {
  const body = bodyOf(state, options);
  const reason = state.amendReason.trim();
  const answer = await write(target.kind === 'amend' ? { ...body, reason } : body, state.id, target);
  if (answer.kind === 'offline') return { kind: 'no-connection', reached: false };
  if (answer.kind === 'refused') return refused(answer.refusal, target);
  const { id, version, nextDueOn } = answer.session;
  if (!options.sign || target.kind === 'amend') return { kind: 'saved', sessionId: id, nextDueOn };
  const signed = await send('POST', `/sessions/${id}/sign`, undefined, version);
  if (signed.kind === 'offline') return { kind: 'no-connection', reached: false };
  if (signed.kind === 'stored') return { kind: 'saved', sessionId: id, nextDueOn: signed.session.nextDueOn };
  if (signed.refusal.status === 401) return { kind: 'signed-out' };
  if (signed.refusal.status === AWAY) return { kind: 'no-connection', reached: true };
  return { kind: 'unsigned', sessionId: id, message: signed.refusal.detail };
}

/** The service could not write, or does not know whether it has. */
const AWAY = 503;

interface BodyOptions {
  readonly zone: string;
  /** Codes of findings whose reasons are sent. */
  readonly confirm: readonly string[];
  readonly continuesId: string | null;
  /** The protocol that a new session began from. */
  readonly begun?: Begun;
}

interface Begun {
  readonly protocolId: string;
  readonly protocolVersion: number;
}

function bodyOf(state: GridState, { zone, confirm, continuesId, begun }: BodyOptions) {
  const confirmed = confirm.flatMap((code) => {
    const reason = state.reasons[code]?.trim();
    return reason ? [{ code, reason }] : [];
  });
  const note = state.note.trim();
  return { ...proposalOf(state, zone), note: note === '' ? null : note, confirmed, continuesId, ...begun };
}

async function write(body: object, id: string, target: SaveTarget): Promise<Answer> {
  if (target.kind === 'change') return send('PATCH', `/sessions/${target.sessionId}`, body, target.version);
  if (target.kind === 'amend') return send('POST', `/sessions/${target.sessionId}/amend`, { id, ...body });
  const first = await send('POST', '/sessions', { id, courseId: target.courseId, ...body });
  if (first.kind !== 'refused' || first.refusal.status !== 409) return first;
  const stored = await send('GET', `/sessions/${id}`);
  return stored.kind === 'stored' ? send('PATCH', `/sessions/${id}`, body, stored.session.version) : first;
}

function refused({ status, detail, findings = [], errors = [] }: Refusal, { kind }: SaveTarget): Saved {
  if (status === 401) return { kind: 'signed-out' };
  if (status === AWAY) return { kind: 'no-connection', reached: true };
  // Signed by somebody else meanwhile, it has changed too.
  if (status === 412 || (status === 409 && kind === 'change')) return { kind: 'outdated', message: detail };
  return { kind: 'refused', message: detail, findings: findings as readonly AnsweredFinding[], errors };
}

async function send(method: string, path: string, body?: object, version?: number): Promise<Answer> {
  const sent = await sendJson(method, `/api/v1${path}`, body, { version });
  return sent.kind === 'answered' ? { kind: 'stored', session: sent.data as Stored } : sent;
}
