import { daysBetween, type PlainDate } from '../../clinical/calendar';
import type { InjectionSide } from '../../clinical/catalogue/muscles';
import { PRODUCT_ROWS } from '../../clinical/catalogue/product-rows';
import type { Injection } from '../../records/sessions/injection.entity';
import type { CoursePlan } from '../courses/plan';
import type { SessionRows } from './rows';
import { demoId } from '../seeded-random';
import { sessionDays } from '../courses/session-days';
import { readSessionLine, type SessionWord } from '../courses/session-line';
import { UNITS_PER_ML, vialsFor } from './vials';
import { momentAt, type WallTime } from '../wall-clock';
import { toHundredth } from '../../clinical/numbers';

export interface MadeOn {
  readonly today: PlainDate;
  readonly zone: string;
  readonly neurologistId: string;
}

/** A session that counts, and the other entries of it. */
export interface GivenSession {
  /** The first version: responses and adverse events hang on it. */
  readonly rootId: string;
  readonly word: SessionWord;
  readonly counts: SessionRows;
  /** What it replaced, or what was entered twice. */
  readonly others: readonly SessionRows[];
}

/** The sessions of a course as they were entered, without their findings. */
export function givenSessions(courseId: string, plan: CoursePlan, made: MadeOn): GivenSession[] {
  const words = readSessionLine(plan.line, plan.pattern);
  const days = sessionDays(plan, words, made.today);
  return words.map((word, index) => {
    const number = index + 1;
    const rootId = demoId('session', courseId, number);
    const entry = { courseId, word, performedOn: days[index]!, made };
    const signed = !(plan.unsigned && number === words.length);
    const first = entered(entry, rootId, signed);
    if (number === plan.amended) {
      const wrong = withSidesExchanged(first);
      return {
        rootId,
        word,
        counts: amending(first, demoId('amended', rootId)),
        others: [replaced(wrong, made)],
      };
    }
    const twice = number === plan.voided ? [voided(entered(entry, demoId('twice', rootId), true), made)] : [];
    return { rootId, word, counts: first, others: twice };
  });
}

interface Entry {
  readonly courseId: string;
  readonly word: SessionWord;
  readonly performedOn: PlainDate;
  readonly made: MadeOn;
}

function entered({ courseId, word, performedOn, made }: Entry, id: string, signed: boolean): SessionRows {
  const { product } = word.pattern;
  const injections = injectionsOf(id, word);
  const units = injections.reduce((sum, injection) => sum + injection.units, 0);
  const daysAgo = daysBetween(performedOn, made.today);
  return {
    session: {
      id,
      rootId: id,
      replacesId: null,
      continuesId: null,
      protocolId: null,
      protocolVersion: null,
      courseId,
      performedOn,
      product,
      injectorId: made.neurologistId,
      note: null,
      findings: [],
      amendReason: null,
      signedAt: signed ? momentAt(made.zone, performedOn, SIGNED_AT) : null,
      signedBy: signed ? made.neurologistId : null,
      signedVersion: signed ? 1 : null,
      replacedAt: null,
      voidedAt: null,
      voidedBy: null,
      voidReason: null,
      origin: 'logged',
      version: signed ? 2 : 1,
    },
    injections,
    vials: vialsFor({ sessionId: id, product, units, performedOn, daysAgo }, made.zone),
  };
}

const SIGNED_AT: WallTime = '17:10';
const CORRECTED_AT: WallTime = '17:40';

function replaced(rows: SessionRows, { zone }: MadeOn): SessionRows {
  const replacedAt = momentAt(zone, rows.session.performedOn, CORRECTED_AT);
  return { ...rows, session: { ...rows.session, replacedAt, version: 3 } };
}

function amending(rows: SessionRows, id: string): SessionRows {
  const { session, injections, vials } = rows;
  return {
    session: {
      ...session,
      id,
      replacesId: session.id,
      amendReason: 'Left and right had been exchanged on the form',
      version: 2,
    },
    injections: injections.map((injection) => ({ ...injection, sessionId: id })),
    vials: vials.map((vial) => ({ ...vial, sessionId: id })),
  };
}

function voided(rows: SessionRows, { zone, neurologistId }: MadeOn): SessionRows {
  return {
    ...rows,
    session: {
      ...rows.session,
      voidedAt: momentAt(zone, rows.session.performedOn, CORRECTED_AT),
      voidedBy: neurologistId,
      voidReason: 'Entered twice: the same session is on record already',
      version: 3,
    },
  };
}

function withSidesExchanged(rows: SessionRows): SessionRows {
  const other: Readonly<Partial<Record<InjectionSide, InjectionSide>>> = { left: 'right', right: 'left' };
  return {
    ...rows,
    injections: rows.injections.map((injection) => ({
      ...injection,
      side: other[injection.side] ?? injection.side,
    })),
  };
}

function injectionsOf(sessionId: string, { pattern, dosePct }: SessionWord): Injection[] {
  const { product } = pattern;
  return pattern.injections.map(({ muscle, side, units, sites, guidance }, position) => {
    const step = PRODUCT_ROWS[product].doseStep.least;
    const given = dosePct === 100 ? units : Math.round((units * dosePct) / 100 / step) * step;
    const volumeMl = Math.max(0.01, toHundredth(given / UNITS_PER_ML[product]));
    return { sessionId, position, muscle, side, units: given, sites, volumeMl, guidance, points: [] };
  });
}
