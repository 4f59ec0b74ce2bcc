import type { PlainDate } from '../calendar';
import {
  codeLackingBeside,
  secondCodeContradiction,
  type DiagnosedCourse,
} from '../catalogue/codes/code-pairs';
import { codeFacts } from '../catalogue/codes/diagnosis-codes';
import { codeContradiction } from '../session-check/label/code-check';

interface DiagnosedDay {
  readonly course: DiagnosedCourse;
  readonly performedOn: PlainDate;
}

/**
 * What a claim of this day lacks of a diagnosis: a code, one that fits, one that is valid then, one that names the side;
 * and the code that stands beside it, or what is wrong with that.
 */
export function diagnosisMissing({ course, performedOn }: DiagnosedDay): readonly string[] {
  const { diagnosisCode, secondDiagnosisCode } = course;
  if (!diagnosisCode) return ['The course has no diagnosis code: record one that fits its side and cause.'];
  return [
    codeContradiction(course, performedOn) ?? incomplete(diagnosisCode, performedOn),
    secondCodeContradiction(course, performedOn) ??
      (secondDiagnosisCode ? incomplete(secondDiagnosisCode, performedOn) : undefined),
    codeLackingBeside(course, performedOn),
  ].flatMap((said) => said ?? []);
}

function incomplete(code: string, performedOn: PlainDate): string | undefined {
  const { fromOn, unspecified } = codeFacts(code);
  if (fromOn && performedOn < fromOn)
    return `${code} is valid from ${fromOn} on, the session was on ${performedOn}.`;
  return unspecified ? `${code} names no side: a claim needs the code that does.` : undefined;
}
