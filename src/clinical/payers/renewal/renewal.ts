import { diagnosisMissing } from '../../claims/diagnosis-missing';
import { diagnosisLine } from '../../papers/course-lines';
import { counted } from '../../words';
import { fallsShort, met, type Demand, type Judged, type RenewalFacts } from './demand';
import {
  benefitDemand,
  effectDemand,
  improvementDemand,
  scalesDemand,
  shownTreatments,
} from './effect-demands';
import { intervalDemand, unitsDemand } from './spacing-demands';

export interface Renewal {
  readonly demands: readonly Demand[];
  /** What the record does not tell, and one would look for. */
  readonly missing: readonly string[];
}

/**
 * What does the payer ask for before it pays on, and what does the record say of it?
 *
 * By the payer's rule for this treatment. Diagnosis, prescriber and the effect of the last two treatments are asked for by
 * whomever (V:NGS). What treatment must have done is asked once the planned product was given.
 */
export function renewalOf(facts: RenewalFacts): Renewal {
  const shown = shownTreatments(facts);
  const judged = [
    diagnosisDemand(facts),
    prescriberDemand(facts),
    triedFirstDemand(facts),
    effectDemand(facts, shown),
    improvementDemand(facts, shown),
    benefitDemand(facts, shown),
    scalesDemand(facts, shown),
    intervalDemand(facts),
    unitsDemand(facts),
  ].filter((demand) => demand !== undefined);
  return {
    demands: judged.map(({ lacks: _lacks, ...demand }) => demand),
    missing: judged.flatMap(({ lacks }) => lacks ?? []),
  };
}

/** Whom nobody can ask, or whose rule nobody has written down. */
export function payerMissing({ payer, terms }: Pick<RenewalFacts, 'payer' | 'terms'>): string[] {
  if (payer === null) return ['insurer'];
  return terms ? [] : [`what ${payer} asks for: it is not on the list of payers`];
}

function diagnosisDemand({ course, asOf }: RenewalFacts): Judged {
  const text = 'A diagnosis code that fits the course.';
  const wrong = diagnosisMissing({ course, performedOn: asOf })[0];
  if (wrong === undefined) return met('diagnosis', text, diagnosisLine(course));
  if (course.diagnosisCode) return fallsShort('diagnosis', text, diagnosisLine(course), wrong);
  return { code: 'diagnosis', text, met: null, evidence: null, todo: wrong, lacks: ['diagnosis code'] };
}

function prescriberDemand({ prescriber }: RenewalFacts): Judged {
  const text = 'Who prescribes, with credentials.';
  if (prescriber === null) {
    const todo = 'Name the prescriber in the request: no session is on record.';
    return { code: 'prescriber', text, met: null, evidence: null, todo, lacks: ['prescriber'] };
  }
  const { name, hasCredentials } = prescriber;
  if (hasCredentials) return met('prescriber', text, `${name}.`);
  return {
    ...fallsShort('prescriber', text, `${name}.`, `Let an administrator set under Users how ${name} signs.`),
    lacks: [`credentials of ${name}`],
  };
}

/** Asked before the first authorization, not before it is renewed. A line may name more than one. */
function triedFirstDemand({ terms, isAuthorized, tried }: RenewalFacts): Judged | undefined {
  const asked = terms?.triedFirst ?? null;
  if (asked === null || isAuthorized) return undefined;
  const text = `At least ${counted(asked, 'other treatment')} tried before.`;
  const evidence = tried.length > 0 ? tried.join(' ') : null;
  if (evidence !== null && tried.length >= asked) return met('tried-first', text, evidence);
  return {
    code: 'tried-first',
    text,
    met: null,
    evidence,
    todo: 'Write down under the course what was tried, a line each, with days and outcome.',
    lacks: ['what was tried before, with days and outcome'],
  };
}
