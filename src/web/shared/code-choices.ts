import type { PlainDate } from '../../clinical/calendar';
import { codeWords } from '../../clinical/catalogue/code-words';
import { fittingCodes, type CodedCourse } from '../../clinical/catalogue/diagnosis-codes';
import { capitalised } from '../../clinical/words';

export interface CodeChoice {
  readonly value: string;
  readonly label: string;
}

/** The codes that fit a course, with words; one that stands there and does not fit is named as such, last. */
export function codeChoices(course: CodedCourse, on: PlainDate, standing = ''): readonly CodeChoice[] {
  const fitting = fittingCodes(course, on);
  const misfit = standing !== '' && !fitting.includes(standing);
  return [
    { value: '', label: 'None' },
    ...fitting.map((code) => ({
      value: code,
      label: `${code} ${capitalised(codeWords(code, course.indication))}`,
    })),
    ...(misfit ? [{ value: standing, label: `${standing} Does not fit` }] : []),
  ];
}
