import type { ReviewDecision } from '../../../clinical/review/review-path';

/** A neurologist's decisions as the screens name them. */
export const DECISION_WORDS: Readonly<Record<ReviewDecision, string>> = {
  'keep-watching': 'Keep watching',
  adjust: 'Adjust dose, muscles or guidance',
  test: 'Test for resistance',
  switch: 'Switch to another product',
  stop: 'Stop this course',
  dismiss: 'No loss of response',
};
