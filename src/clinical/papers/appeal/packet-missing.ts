import { codeLackingBeside } from '../../catalogue/codes/code-pairs';
import { dayText } from '../../due/due-text';
import {
  guidedBy,
  isEffectKnown,
  toldTreatments,
  type PacketFacts,
  type PacketSession,
} from './packet-facts';
import type { PaperTreatment } from '../course-lines';
import { GUIDANCE_TEXT, missingOfDose } from '../dose-lines';
import { scaleChanges } from './scale-change';

/** What a payer's reviewer looks for and the record does not tell, in the order of the packet. */
export function missingOfPacket(facts: PacketFacts): string[] {
  const { clinic, payer, course, next, tried, from, to, sessions, treatments, lacks } = facts;
  const missing = [
    clinic.name === null ? 'name of the clinic' : '',
    payer ? '' : 'insurer',
    course.diagnosisCode === null ? 'diagnosis code' : '',
    codeLackingBeside(course, to) ? 'second diagnosis code' : '',
    next && next.last?.product !== next.product ? 'dose of the next session' : '',
    tried.length === 0 ? 'what was tried before, with days and outcome' : '',
    sessions.length === 0 ? `a session between ${dayText(from)} and ${dayText(to)}` : '',
    ...sessions.flatMap(missingOfSession),
    ...credentials(sessions),
    ...guidance(facts),
    ...toldTreatments(treatments).flatMap(missingOfEffect),
    ...lacks,
  ].filter(Boolean);
  return [...new Set(missing)];
}

function missingOfSession({
  performedOn,
  product,
  injections,
  vials,
  signed,
  takenOver,
}: PacketSession): string[] {
  const of = ` (session of ${dayText(performedOn)})`;
  return [
    ...missingOfDose(injections, vials, product),
    signed ? '' : takenOver ? 'signature, which the other record has' : 'signature',
  ]
    .filter(Boolean)
    .map((what) => `${what}${of}`);
}

function credentials(sessions: readonly PacketSession[]): string[] {
  const people = sessions
    .flatMap(({ injector, signed }) => [injector, signed])
    .filter((person) => person !== null);
  const without = people.filter(({ hasCredentials }) => !hasCredentials).map(({ name }) => name);
  return [...new Set(without)].map((name) => `credentials of ${name}`);
}

/** Payers ask for the reason for EMG (V:NGS); of a picture several exclude it (V:LCD-39835,LCD-39856). */
function guidance({ guidanceReason, sessions }: PacketFacts): string[] {
  const by = guidedBy(sessions);
  if (guidanceReason !== null || by.length === 0) return [];
  return [`reason for injecting ${by.map((one) => GUIDANCE_TEXT[one]).join(' and ')}`];
}

function missingOfEffect(until: readonly PaperTreatment[]): string[] {
  const of = `the session of ${dayText(until.at(-1)!.performedOn)}`;
  return [
    !isEffectKnown(until) && `effect of ${of}`,
    scaleChanges(until).every(({ before, after }) => before === null || after === null) &&
      `one scale both before and after ${of}`,
  ].filter((what) => typeof what === 'string');
}
