import type { AlertReason } from '../../../clinical/safety/side-effect-kinds';
import type { AlertDecision } from '../../../records/adverse-events/alert-answer.entity';
import type { AlertStatus } from '../../../records/adverse-events/alerts.dto';

/** Why a neurologist should hear of a side effect on the same day. */
export const REASON_WORDS: Readonly<Record<AlertReason, string>> = {
  swallowing: 'Swallowing',
  breathing: 'Breathing',
  'distant-weakness': 'Weakness away from the injection',
};

/** What a neurologist did about an alert, as the screens name it. */
export const ANSWER_WORDS: Readonly<Record<AlertDecision, string>> = {
  reassured: 'Patient reassured',
  seen: 'Patient seen',
  'sent-to-hospital': 'Sent to hospital',
  'not-from-toxin': 'Not from the toxin',
};

export const STATUS_WORDS: Readonly<Record<AlertStatus, string>> = {
  open: 'alert not answered',
  answered: 'alert answered',
  withdrawn: 'alert withdrawn, session void',
};
