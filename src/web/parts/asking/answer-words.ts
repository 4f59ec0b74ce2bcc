import type { AnswerChannel, PatientAnswer } from '../../../clinical/asking/patient-answer';
import type { PlainDate } from '../../../clinical/calendar';
import { capitalised } from '../../../clinical/words';
import { shortDay } from '../../shared/day-text';

export const ANSWER_CHANNEL_WORDS: Readonly<Record<AnswerChannel, string>> = {
  telephone: 'by telephone',
  tablet: 'on the tablet',
  'in-person': 'in person',
};

/** `Wore off on Mon 26 Oct; helped 60 % at its best; trouble: a dry mouth`: what a patient said, in a line. */
export function saidWords(
  answer: PatientAnswer & { readonly trouble: string | null },
  today: PlainDate,
): string {
  const { helpedPct, trouble } = answer;
  const said = [
    effectWords(answer, today),
    helpedPct !== null && `helped ${helpedPct} % at its best`.replace('-', '−'),
    trouble !== null && `trouble: ${trouble}`,
  ];
  return capitalised(said.filter(Boolean).join('; '));
}

function effectWords({ stillEffective, woreOffOn }: PatientAnswer, today: PlainDate): string {
  if (stillEffective === true) return 'still working';
  if (stillEffective === null) return 'does not know whether it still works';
  return woreOffOn ? `wore off on ${shortDay(woreOffOn, today)}` : 'wore off, the day is not known';
}
