import { rule } from '../../rule-row';

/** How a clinic learns from its own courses, and how many false reviews it bears. Proposals, each a clinic's to set. */
export const LEARNING_RULES = [
  rule(
    'R.learning.sample',
    [5000, 'courses'],
    'P',
    'The clinic learns from so many of its courses at most, chosen once and for all',
  ),
  rule(
    'R.learning.courses',
    [50, 'courses'],
    'P',
    'Lengths and sizes of an indication count as the clinic’s own from so many courses on',
  ),
  rule(
    'R.alarm-budget',
    [2.5, 'reviews per 100 patient-years'],
    'P',
    'Alarm budget: so many false reviews the clinic bears',
  ),
  rule(
    'R.alarm-budget.patient-years',
    [400, 'patient-years'],
    'P',
    'Another weight is proposed only where the clinic’s courses cover so many patient-years',
  ),
] as const;
