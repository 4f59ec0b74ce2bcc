import { addDays, type PlainDate } from '../../calendar';
import {
  agreesWithCause,
  agreesWithHand,
  agreesWithLimb,
  agreesWithSide,
  codeFacts,
  codesBelow,
  fittingCodes,
  indicationsOf,
  type CodedCourse,
} from '../../catalogue/codes/diagnosis-codes';
import { INDICATIONS } from '../../catalogue/indications';

/**
 * Does the diagnosis code agree with the course? What contradicts, and which codes fit; undefined when it agrees.
 *
 * A code contradicts when it is no longer valid on the day of service (one that came later is no slip: the course has
 * the code of today, and a session of then may be entered late), is only the beginning of codes, is one of another
 * indication, or names another limb, side or cause than the course, or another dominant side than the patient's hand. What the course or the code leaves open
 * contradicts nothing.
 */
export function codeContradiction(
  course: CodedCourse & { readonly diagnosisCode?: string | null },
  day: PlainDate,
): string | undefined {
  const code = course.diagnosisCode;
  const wrong = code && whatContradicts(code, course, day);
  return wrong ? `${wrong} ${fittingText(fittingCodes(course, day))}` : undefined;
}

function whatContradicts(code: string, course: CodedCourse, day: PlainDate): string | undefined {
  const facts = codeFacts(code);
  const name = INDICATIONS[course.indication].name.toLowerCase();
  const indications = indicationsOf(code);
  if (facts.toOn && facts.toOn < day) return `${code} is not valid since ${addDays(facts.toOn, 1)}.`;
  const below = codesBelow(code);
  if (indications.length === 0 && below.length > 0)
    return `${code} is only the beginning of a code and is not billable.`;
  if (indications.length === 0) return `${code} is not among the codes of ${name}.`;
  if (!indications.includes(course.indication)) {
    const others = indications.map((slug) => INDICATIONS[slug].name.toLowerCase()).join(' or ');
    if (!agreesWithLimb(facts, course.indication))
      return `${code} speaks of the ${facts.limb}, the course is ${name}.`;
    return `${code} is a code of ${others}, the course is ${name}.`;
  }
  if (!agreesWithLimb(facts, course.indication))
    return `${code} speaks of the ${facts.limb}, the course is ${name}.`;
  if (!agreesWithSide(facts, course.side))
    return `${code} is the code of the ${facts.side} side, the course is ${course.side}.`;
  if (!agreesWithCause(facts, course.etiology))
    return `${code} does not go with the cause of the course, ${course.etiology!.replaceAll('_', ' ')}.`;
  if (!agreesWithHand(facts, course.handedness))
    return `${code} calls the ${facts.side} side ${facts.dominant ? 'dominant' : 'nondominant'}, the patient writes with ${handText(course.handedness)}.`;
  return undefined;
}

function handText(handedness: CodedCourse['handedness']): string {
  return handedness === 'both' ? 'both hands' : `the ${handedness} hand`;
}

const MOST_NAMED = 6;

function fittingText(fitting: readonly string[]): string {
  if (fitting.length === 0) return 'No code of the catalogue fits: check indication, side and cause.';
  const named = fitting.slice(0, MOST_NAMED).join(', ');
  const more = fitting.length > MOST_NAMED ? ' and others' : '';
  return fitting.length === 1 ? `${named} fits.` : `These fit: ${named}${more}.`;
}
