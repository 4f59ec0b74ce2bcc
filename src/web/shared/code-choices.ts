import type { PlainDate } from '../../clinical/calendar';
import { codeWords } from '../../clinical/catalogue/codes/code-words';
import { fittingCodes, type CodedCourse } from '../../clinical/catalogue/codes/diagnosis-codes';
import { capitalised } from '../../clinical/words';

export interface CodeChoice {
  readonly value: string;
  readonly label: string;
}

type ChosenCourse = Omit<CodedCourse, 'indication'> & {
  readonly indication: CodedCourse['indication'] | null;
};

const NO_CODE = { value: '', label: 'None' };

/**
 * The codes that fit a course, with words; one that stands there and does not fit is named as such, last. Without an
 * indication none fits.
 */
export function codeChoices(course: ChosenCourse, on: PlainDate, standing = ''): readonly CodeChoice[] {
  return course.indication
    ? choicesOf({ ...course, indication: course.indication }, on, standing)
    : [NO_CODE];
}

function choicesOf(course: CodedCourse, on: PlainDate, standing: string): readonly CodeChoice[] {
  const fitting = fittingCodes(course, on);
  const misfit = standing !== '' && !fitting.includes(standing);
  return [
    NO_CODE,
    ...fitting.map((code) => ({
      value: code,
      label: `${code} ${capitalised(codeWords(code, course.indication))}`,
    })),
    ...(misfit ? [{ value: standing, label: `${standing} Does not fit` }] : []),
  ];
}
