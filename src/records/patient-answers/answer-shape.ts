import type { PlainDate } from '../../clinical/calendar';
import { shapeProblem, type FieldError } from '../../platform/http/problem';

import type { AnswerFields } from './patient-answers.dto';

interface AskedAbout {
  readonly performedOn: PlainDate;
  readonly answeredOn: PlainDate;
  readonly today: PlainDate;
}

/**
 * Do the days of an answer fit the session that it is about, and one another? It was given after the session and not in
 * the future; it wore off between the two, and only where it is not still working.
 *
 * @throws Problem 400 naming each wrong field.
 */
export function refuseUnfitAnswer(
  { stillEffective, woreOffOn }: Pick<AnswerFields, 'stillEffective' | 'woreOffOn'>,
  { performedOn, answeredOn, today }: AskedAbout,
): void {
  const errors: FieldError[] = [];
  const wrong = (field: string, code: string, message: string): void =>
    void errors.push({ pointer: `/${field}`, code, message });
  if (answeredOn > today) wrong('answeredOn', 'future', `answeredOn lies in the future (today is ${today})`);
  if (answeredOn <= performedOn)
    wrong('answeredOn', 'before-session', `answeredOn is not after the session of ${performedOn}`);
  if (woreOffOn && stillEffective !== false) {
    const message =
      'woreOffOn is given although stillEffective is not false: set it to false, or leave the day out';
    wrong('woreOffOn', 'contradiction', message);
  }
  if (woreOffOn && woreOffOn < performedOn)
    wrong('woreOffOn', 'before-session', `woreOffOn lies before the session of ${performedOn}`);
  if (woreOffOn && woreOffOn > answeredOn)
    wrong('woreOffOn', 'order', `woreOffOn lies after answeredOn (${answeredOn}): it has not happened yet`);
  if (errors.length > 0) throw shapeProblem(errors);
}
