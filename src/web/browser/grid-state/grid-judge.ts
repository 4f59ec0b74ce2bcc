import type { SessionRuleValues } from '../../../clinical/session-rules/session-rule';
import { isPlainDate, type Duration } from '../../../clinical/calendar';
import type { AnsweredFinding } from '../../../clinical/session-check/corrections/confirmation';
import { continuableSessions } from '../../../clinical/course/continued-sessions';
import { checkCorrection } from '../../../clinical/session-check/corrections/correction';
import { isMuscle } from '../../../clinical/catalogue/muscles';
import { proposeSession, type PlainSession } from '../../../clinical/session-check/propose-session';
import type {
  EarlierDose,
  ProposedSession,
  SessionContext,
} from '../../../clinical/session-check/proposed-session';
import { checkSession } from '../../../clinical/session-check/session-check';
import { toldFindings } from '../../../clinical/session-check/corrections/told-findings';
import { sessionTotals, type SessionTotals } from '../../../clinical/doses/session-totals';
import type { ToxinProduct } from '../../../clinical/units';
import { isBlank } from './grid-rows';
import type { GridRow, GridState } from './grid-state';
import { readNumber } from '../../shared/typed-number';
import { pointsOf } from './grid-points';
import { volumeIn } from './grid-volumes';
import { isAmount, isAmountOrNone, isCount } from './typed-amounts';
import { momentAt } from '../../../clinical/schedule/wall-clock';

/** What the server knows and the rules ask for; the patient without a name. */
export interface JudgeContext {
  readonly session: SessionContext;
  readonly rules: SessionRuleValues;
  /** The payer's or clinic's own shortest interval, by product. */
  readonly clinicMinimums: Readonly<Partial<Record<ToxinProduct, Duration>>>;
  /** The session on record that is corrected, and what was answered then. */
  readonly standing?: {
    readonly session: PlainSession;
    /** The session that it continued, as it stands. */
    readonly continues: Continued | null;
    readonly findings: readonly AnsweredFinding[];
    readonly recordedAt: string;
  };
}

/** What a session continues, as the rules take it. */
export type Continued = Required<Pick<SessionContext, 'treatmentId' | 'continuesOn'>>;

export interface Judgement {
  readonly findings: readonly AnsweredFinding[];
  readonly totals: SessionTotals;
}

/** What is still missing before anything can be sent, at the row where it is missing. */
export interface Gap {
  readonly key: number;
  readonly field: 'muscle' | 'units' | 'sites' | 'volumeMl' | 'vial';
  readonly message: string;
}

/** What the rules say of what stands on the screen, by the very functions that the server judges with. */
export function judgeGrid(state: GridState, context: JudgeContext): Judgement | undefined {
  if (!isPlainDate(state.performedOn)) return undefined;
  const session = proposeSession(proposalOf(state, context.session.zone));
  const sessionContext = {
    ...context.session,
    ...continuedBy(continuedIn(state, context)),
    clinicMinimum: context.clinicMinimums[state.product],
  };
  return {
    findings: toldFindings(ofWhatIsThere(session, findingsOf(session, sessionContext, context))),
    totals: sessionTotals(session, sessionContext, context.rules),
  };
}

/** The sessions that this one may be said to complete or touch up; of one on record also the one that it does. */
export function continuableIn(
  state: GridState,
  { session, standing, rules }: JudgeContext,
): readonly EarlierDose[] {
  const { performedOn, product } = state;
  const fitting = isPlainDate(performedOn)
    ? continuableSessions({ performedOn, product }, session, rules)
    : [];
  const first = session.earlierDoses.find(
    (dose) => !dose.continuation && dose.treatmentId === standing?.continues?.treatmentId,
  );
  return first && !fitting.includes(first) ? [...fitting, first] : fitting;
}

/** The one that it completes or touches up, as long as it may. */
export function continuedIn(state: GridState, context: JudgeContext): EarlierDose | undefined {
  return continuableIn(state, context).find(({ sessionId }) => sessionId === state.continuesId);
}

function continuedBy(first: EarlierDose | undefined): Continued | undefined {
  return first?.treatmentId === undefined
    ? undefined
    : { treatmentId: first.treatmentId, continuesOn: first.performedOn };
}

/** While nothing is filled in, only what speaks against the patient, the course or the day. */
function ofWhatIsThere(
  { injections }: { readonly injections: readonly unknown[] },
  findings: readonly AnsweredFinding[],
): readonly AnsweredFinding[] {
  if (injections.length > 0) return findings;
  return findings.filter(({ pointer = '' }) => !/^\/(injections|vials)/.test(pointer));
}

/** A session that stands on record is judged by what its correction changes. */
function findingsOf(
  session: ProposedSession,
  context: SessionContext,
  { session: ofRecord, standing, clinicMinimums, rules }: JudgeContext,
): readonly AnsweredFinding[] {
  if (!standing) return checkSession(session, context, rules);
  const before = {
    session: proposeSession(standing.session),
    context: {
      ...ofRecord,
      ...standing.continues,
      clinicMinimum: clinicMinimums[standing.session.product],
    },
    findings: standing.findings,
    recordedAt: standing.recordedAt,
  };
  return checkCorrection(session, context, before, rules);
}

/** Rows that are finished enough to count, in order: an index in a pointer is an index in this list. */
export function countedRows(state: GridState): readonly GridRow[] {
  return state.rows.filter(({ muscle, units }) => isMuscle(muscle) && (readNumber(units) ?? 0) > 0);
}

export function gapsOf(state: GridState): readonly Gap[] {
  return [...rowGaps(state), ...vialGaps(state)];
}

function vialGaps({ vials }: GridState): readonly Gap[] {
  return vials.flatMap(({ key, ...vial }) => [
    ...(vial.lotNumber.trim() !== '' && isPlainDate(vial.expiresOn) && isAmount(vial.vialUnits)
      ? []
      : [gap(key, 'vial', 'A vial needs its lot, its expiry day and its content in units.')]),
    ...(isAmountOrNone(vial.diluentMl)
      ? []
      : [gap(key, 'vial', 'Diluent, mL: a number, at most two decimals.')]),
    ...(isAmountOrNone(vial.unitsDiscarded)
      ? []
      : [gap(key, 'vial', 'Discarded, U: a number, at most two decimals.')]),
  ]);
}

function rowGaps(state: GridState): readonly Gap[] {
  const seen = new Set<string>();
  return state.rows.flatMap((row): Gap[] => {
    const { key, muscle, side, units, sites, volumeMl } = row;
    if (isBlank(row)) return [];
    const place = `${muscle} ${side}`;
    const twice = isMuscle(muscle) && seen.has(place);
    seen.add(place);
    return [
      ...(isMuscle(muscle) ? [] : [gap(key, 'muscle', 'Choose a muscle from the list.')]),
      ...(twice
        ? [gap(key, 'muscle', 'This muscle and side stand above already: put the units into one row.')]
        : []),
      ...(isAmount(units) ? [] : [gap(key, 'units', 'Units: a number above 0, at most two decimals.')]),
      ...(sites === '' || isCount(sites) ? [] : [gap(key, 'sites', 'Sites: a whole number.')]),
      ...(volumeMl === '' || isAmount(volumeMl)
        ? []
        : [gap(key, 'volumeMl', 'mL: a number above 0, at most two decimals.')]),
    ];
  });
}

/** The session as the rules and the API take it. */
export function proposalOf(state: GridState, zone = 'UTC'): PlainSession {
  return {
    performedOn: state.performedOn as PlainSession['performedOn'],
    product: state.product,
    injections: countedRows(state).map((row) => {
      const { muscle, side, units, sites, guidance } = row;
      const volumeMl = volumeIn(row, state);
      const points = pointsOf(row);
      return {
        muscle,
        side,
        units: readNumber(units)!,
        ...(isCount(sites) && { sites: readNumber(sites) }),
        ...(volumeMl !== undefined && { volumeMl }),
        ...(guidance !== '' && { guidance }),
        ...(points.length > 0 && { points }),
      };
    }),
    ...(state.vials.length > 0 && { vials: state.vials.flatMap((vial) => vialOf(vial, zone) ?? []) }),
  };
}

function vialOf(vial: GridState['vials'][number], zone: string) {
  const { stock, lotNumber, expiresOn, vialUnits, reconstitutedAt, diluentMl, unitsDiscarded } = vial;
  if (lotNumber.trim() === '' || !isPlainDate(expiresOn) || !isAmount(vialUnits)) return undefined;
  const madeUp = momentAt(reconstitutedAt, zone)?.toISOString();
  return {
    ...(stock && { vialId: stock.id }),
    lotNumber: lotNumber.trim(),
    expiresOn,
    vialUnits: readNumber(vialUnits)!,
    ...(madeUp !== undefined && { reconstitutedAt: madeUp }),
    ...(diluentMl !== '' && { diluentMl: readNumber(diluentMl) }),
    ...(unitsDiscarded !== '' && { unitsDiscarded: readNumber(unitsDiscarded) }),
  };
}

function gap(key: number, field: Gap['field'], message: string): Gap {
  return { key, field, message };
}
