import type { PlainDate } from '../calendar';
import { codeFacts, type CodedCourse } from '../catalogue/codes/diagnosis-codes';
import { codeContradiction } from '../session-check/label/code-check';

interface DiagnosedDay {
  readonly course: CodedCourse & { readonly diagnosisCode?: string | null };
  readonly performedOn: PlainDate;
}

/** What a claim of this day lacks of a diagnosis: a code, one that fits, one that is valid then, one that names the side. */
export function diagnosisMissing({ course, performedOn }: DiagnosedDay): readonly string[] {
  const { diagnosisCode } = course;
  if (!diagnosisCode) return ['The course has no diagnosis code: record one that fits its side and cause.'];
  const contradiction = codeContradiction(course, performedOn);
  if (contradiction) return [contradiction];
  const { fromOn, unspecified } = codeFacts(diagnosisCode);
  if (fromOn && performedOn < fromOn)
    return [`${diagnosisCode} is valid from ${fromOn} on, the session was on ${performedOn}.`];
  return unspecified ? [`${diagnosisCode} names no side: a claim needs the code that does.`] : [];
}
