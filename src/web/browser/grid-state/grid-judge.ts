import { isPlainDate, type Duration } from '../../../clinical/calendar';
import type { Finding } from '../../../clinical/finding';
import { isMuscle } from '../../../clinical/catalogue/muscles';
import { proposeSession, type PlainSession } from '../../../clinical/session-check/propose-session';
import type { SessionContext } from '../../../clinical/session-check/proposed-session';
import type { RuleValues } from '../../../clinical/rules';
import { checkSession } from '../../../clinical/session-check/session-check';
import { sessionTotals, type SessionTotals } from '../../../clinical/doses/session-totals';
import type { ToxinProduct } from '../../../clinical/units';
import { isBlank, type GridRow, type GridState } from './grid-state';
import { momentAt } from '../../shared/wall-clock';

/** What the server knows and the rules ask for; the patient without a name. */
export interface JudgeContext {
  readonly session: SessionContext;
  readonly rules: RuleValues;
  /** The payer's or clinic's own shortest interval, by product. */
  readonly clinicMinimums: Readonly<Partial<Record<ToxinProduct, Duration>>>;
}

export interface Judgement {
  readonly findings: readonly Finding[];
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
  const of = { ...context.session, clinicMinimum: context.clinicMinimums[state.product] };
  return {
    findings: session.injections.length === 0 ? [] : checkSession(session, of, context.rules),
    totals: sessionTotals(session, of, context.rules),
  };
}

/** Rows that are finished enough to count, in order: an index in a pointer is an index in this list. */
export function countedRows(state: GridState): readonly GridRow[] {
  return state.rows.filter(({ muscle, units }) => isMuscle(muscle) && numberOf(units) > 0);
}

export function gapsOf(state: GridState): readonly Gap[] {
  return [...rowGaps(state), ...vialGaps(state)];
}

function vialGaps({ vials }: GridState): readonly Gap[] {
  return vials.flatMap((vial) => {
    const whole = vialOf(vial, 'UTC') !== undefined;
    return whole
      ? []
      : [gap(vial.key, 'vial', 'A vial needs its lot, its expiry day and its content in units.')];
  });
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
      ...(isUnits(units) ? [] : [gap(key, 'units', 'Units: a number above 0, at most two decimals.')]),
      ...(sites === '' || /^[1-9]\d{0,2}$/.test(sites) ? [] : [gap(key, 'sites', 'Sites: a whole number.')]),
      ...(volumeMl === '' || isUnits(volumeMl) ? [] : [gap(key, 'volumeMl', 'mL: a number above 0.')]),
    ];
  });
}

/** The session as the rules and the API take it. */
export function proposalOf(state: GridState, zone = 'UTC'): PlainSession {
  return {
    performedOn: state.performedOn as PlainSession['performedOn'],
    product: state.product,
    injections: countedRows(state).map(({ muscle, side, units, sites, volumeMl, guidance }) => ({
      muscle,
      side,
      units: numberOf(units),
      ...(numberOf(sites) > 0 && { sites: numberOf(sites) }),
      ...(numberOf(volumeMl) > 0 && { volumeMl: numberOf(volumeMl) }),
      ...(guidance !== '' && { guidance }),
    })),
    ...(state.vials.length > 0 && { vials: state.vials.flatMap((vial) => vialOf(vial, zone) ?? []) }),
  };
}

function vialOf(vial: GridState['vials'][number], zone: string) {
  const { lotNumber, expiresOn, vialUnits, reconstitutedAt, diluentMl, unitsDiscarded } = vial;
  if (lotNumber.trim() === '' || !isPlainDate(expiresOn) || !(numberOf(vialUnits) > 0)) return undefined;
  const madeUp = momentAt(reconstitutedAt, zone)?.toISOString();
  return {
    lotNumber: lotNumber.trim(),
    expiresOn,
    vialUnits: numberOf(vialUnits),
    ...(madeUp !== undefined && { reconstitutedAt: madeUp }),
    ...(diluentMl !== '' && { diluentMl: numberOf(diluentMl) }),
    ...(unitsDiscarded !== '' && { unitsDiscarded: numberOf(unitsDiscarded) }),
  };
}

function isUnits(text: string): boolean {
  return /^\d+(\.\d{1,2})?$/.test(text.trim()) && Number(text) > 0;
}

function numberOf(text: string): number {
  const number = Number(text.trim());
  return Number.isFinite(number) && number > 0 ? number : 0;
}

function gap(key: number, field: Gap['field'], message: string): Gap {
  return { key, field, message };
}
