import type { PlainDate } from '../../calendar';
import type { Etiology } from '../indications';
import {
  agreesWithHand,
  agreesWithLimb,
  agreesWithSide,
  codeFacts,
  fittingCodes,
  type CodedCourse,
} from './diagnosis-codes';

export interface DiagnosedCourse extends CodedCourse {
  readonly diagnosisCode?: string | null;
  /** What stands beside it on a claim: the paralysis of a cause, or the cause of a paralysis. */
  readonly secondDiagnosisCode?: string | null;
}

interface CodePair {
  /** Of this cause a claim has both codes. */
  readonly etiology: Etiology;
  readonly cause: RegExp;
  readonly causeWords: string;
  readonly source: string;
}

const PALSY = /^G8[123]\./;
const PALSY_WORDS = 'the code of the paralysis (G81.-, G82.- or G83.-)';

/**
 * Which causes are coded beside their paralysis. After a stroke I69.- says both, and hereditary spastic paraplegia and
 * cerebral palsy are paralyses by themselves.
 */
const PAIRS: readonly CodePair[] = [
  {
    etiology: 'multiple_sclerosis',
    cause: /^G35/,
    causeWords: 'the code of the multiple sclerosis (G35.-)',
    source: 'V:ICD-G35',
  },
  {
    etiology: 'spinal_cord_injury',
    cause: /^S[123]4\.\w{3}S$/,
    causeWords: 'the code of the injury (S14.-, S24.- or S34.-, ending in S)',
    source: 'M',
  },
];

/** What does not stand together: sequelae of strokes and cerebral palsy have their paralysis in their own code. */
const APART = { one: /^G81\./, other: /^(?:G80\.|I69\.[0-389]5)/, source: 'V:ICD-G81X' };

/** Is this code the cause of a paralysis that has a code of its own? */
export function isCauseCode(code: string): boolean {
  return PAIRS.some(({ cause }) => cause.test(code));
}

/**
 * Which code does a claim of this course lack beside its own, where is it written, and which fit? Undefined: none.
 *
 * A course without any code lacks that one first.
 */
export function codeLackingBeside(course: DiagnosedCourse, day: PlainDate): string | undefined {
  const { diagnosisCode: code, secondDiagnosisCode: second, etiology } = course;
  if (!code) return undefined;
  const codes = [code, ...(second ? [second] : [])];
  const hasPalsy = codes.some((said) => PALSY.test(said));
  for (const { cause, causeWords, source, ...pair } of PAIRS) {
    const hasCause = codes.some((said) => cause.test(said));
    if (hasCause && !hasPalsy) {
      const fitting = fittingCodes(course, day).filter((said) => PALSY.test(said));
      return `${code} wants ${PALSY_WORDS} beside it: ${WHERE} (${source}).${fittingWords(fitting)}`;
    }
    if (hasPalsy && !hasCause && etiology === pair.etiology)
      return `${code} wants ${causeWords} beside it: ${WHERE} (${source}).`;
  }
  return undefined;
}

const WHERE = 'write it on the course as the second diagnosis';

/** What contradicts in the second code of a course; undefined: nothing. */
export function secondCodeContradiction(course: DiagnosedCourse, day: PlainDate): string | undefined {
  const { diagnosisCode: code, secondDiagnosisCode: second } = course;
  if (!second) return undefined;
  if (!code) return `${second} is a second diagnosis, and there is no first one: write it as the diagnosis.`;
  if (code === second) return `${second} stands twice on the course: take away the second one.`;
  const { one, other, source } = APART;
  if ((one.test(code) && other.test(second)) || (one.test(second) && other.test(code)))
    return `${code} and ${second} do not stand together (${source}): take away the second one.`;
  const facts = codeFacts(second);
  if (facts.toOn && facts.toOn < day)
    return `${second} is not valid after ${facts.toOn}: correct the second diagnosis.`;
  if (!agreesWithSide(facts, course.side))
    return `${second} is the code of the ${facts.side} side, the course is ${course.side}: correct the second diagnosis.`;
  if (!agreesWithLimb(facts, course.indication))
    return `${second} speaks of the ${facts.limb}, the course does not: correct the second diagnosis.`;
  if (!agreesWithHand(facts, course.handedness))
    return `${second} calls the ${facts.side} side ${facts.dominant ? 'dominant' : 'nondominant'}, the hand of the patient says otherwise: correct the second diagnosis.`;
  return undefined;
}

function fittingWords(fitting: readonly string[]): string {
  return fitting.length === 0 ? '' : ` These fit: ${fitting.join(', ')}.`;
}
