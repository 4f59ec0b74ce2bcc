import { rule } from '../rule-row';

/** What holds of a payer whose own rule is not known. */
export const PAYER_RULES = [
  rule(
    'payer.lead',
    [30, 'days'],
    'P',
    'how many days before a session is due its authorization is asked for, where the insurer’s own time is not known',
  ),
] as const;
