import { unitsText } from '../../doses/dose-cap';
import { daysBetween } from '../../calendar';
import { dayText, weeksText } from '../../due/due-text';
import { counted } from '../../words';
import { diagnosisLine, eventLine, responseLine, type PaperTreatment } from '../course-lines';
import { injectionLine, productText, vialLine } from '../dose-lines';
import { paperOf, TAKEN_OVER, type Paper, type PaperPart } from '../paper';
import { guidedBy, toldTreatments, type PacketFacts, type PacketSession } from './packet-facts';
import { missingOfPacket } from './packet-missing';
import { requestLines } from './requested-session';
import { scaleChanges, scaleLine } from './scale-change';

/** What a payer's reviewer asks for in one paper, from the record and nothing else; what is missing stands first. */
export function appealPacket(facts: PacketFacts): Paper {
  const { clinic, patient, payer, course, from, to, sessions, treatments, events } = facts;
  return paperOf({
    title: `Botulinum toxin treatment, ${dayText(from)} to ${dayText(to)}`,
    draft: sessions.some(({ signed, takenOver }) => signed === null && !takenOver),
    clinic,
    patient,
    parts: [
      { heading: 'Insurer', lines: payer ? [payer] : [] },
      { heading: 'Diagnosis', lines: [diagnosisLine(course)] },
      { heading: 'Product', lines: productLines(facts) },
      { heading: 'Requested next', lines: facts.next ? requestLines(facts.next) : [] },
      { heading: 'Tried before', lines: facts.tried },
      { heading: `What ${payer ?? 'the insurer'} asks for`, lines: demandLines(facts) },
      ...sessions.map((session) => sessionPart(session, treatments)),
      { heading: 'Why guidance is needed', lines: guidanceLines(facts) },
      { heading: 'Effect of the last two treatments', lines: effectLines(treatments) },
      {
        heading: 'Side effects',
        lines:
          treatments.length === 0 ? [] : events.length === 0 ? ['None on record.'] : events.map(eventLine),
      },
    ],
    missing: missingOfPacket(facts),
    missingFirst: true,
  });
}

function productLines({ course, treatments, to }: PacketFacts): string[] {
  const given = treatments.at(-1)?.product;
  return [
    given
      ? `${productText(given)}. Treated here since ${dayText(treatments[0]!.performedOn)}, ${counted(treatments.length, 'treatment')} until ${dayText(to)}.`
      : '',
    course.plannedProduct === given ? '' : `Planned with ${productText(course.plannedProduct)}.`,
  ].filter(Boolean);
}

function guidanceLines({ guidanceReason, sessions }: PacketFacts): string[] {
  return guidanceReason !== null && guidedBy(sessions).length > 0 ? guidanceReason.split('\n') : [];
}

/** Other parts of the packet tell these. */
const TOLD_ELSEWHERE = ['diagnosis', 'prescriber', 'tried-first', 'effect'];

function demandLines({ demands }: PacketFacts): string[] {
  return demands
    .filter(({ code, evidence }) => evidence !== null && !TOLD_ELSEWHERE.includes(code))
    .map(({ code, text, evidence }) =>
      code === 'scales' ? `${text} See the effect of the last two treatments.` : `${text} ${evidence}`,
    );
}

/** What is said twice of two vials is said once, of both. */
function alike(lines: readonly string[]): string[] {
  return [...new Set(lines)].map((line) => {
    const count = lines.filter((other) => other === line).length;
    return count === 1 ? line : `${line} (${count} vials, each so)`;
  });
}

function sessionPart(session: PacketSession, treatments: readonly PaperTreatment[]): PaperPart {
  const { performedOn, product, totalUnits, injections, vials, continuesOn, injector, signed, takenOver } =
    session;
  const before = treatments.findLast((treatment) => treatment.performedOn < performedOn);
  return {
    heading: `Session of ${dayText(performedOn)}`,
    lines: [
      `${productText(product)}, ${unitsText(product, totalUnits)} in all${
        continuesOn
          ? `; it continues the session of ${dayText(continuesOn)}`
          : before
            ? `, ${weeksText(daysBetween(before.performedOn, performedOn))} after the session before`
            : ''
      }.`,
      ...injections.map((injection) => injectionLine(injection, product)),
      ...alike(vials.map((vial) => vialLine(vial, product))),
      injector ? `Injected by ${injector.name}.` : '',
      signed ? `Signed by ${signed.name}, ${signed.at}.` : takenOver ? TAKEN_OVER : 'DRAFT: not signed.',
    ].filter(Boolean),
  };
}

function effectLines(treatments: readonly PaperTreatment[]): string[] {
  return toldTreatments(treatments).flatMap((until) => [
    responseLine({ ...until.at(-1)!, response: withoutScales(until.at(-1)!) }),
    ...scaleChanges(until).map(scaleLine),
  ]);
}

/** Scales are told beside what they were before. */
function withoutScales({ response }: PaperTreatment): PaperTreatment['response'] {
  return response && { ...response, measurements: [] };
}
