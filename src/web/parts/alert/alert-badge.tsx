import type { AdverseEventView } from '../../../records/adverse-events/adverse-events.dto';
import { CLASSES } from '../../shared/classes';
import { REASON_WORDS, STATUS_WORDS } from './alert-words';

/** Whether a side effect raised an alert, why, and whether a neurologist has answered it. */
export function AlertBadge({ event: { alert, alertStatus } }: { readonly event: AdverseEventView }) {
  if (!alert || !alertStatus) return null;
  return (
    <span class={CLASSES.badge[alertStatus === 'open' ? 'bad' : 'plain']}>
      {`${REASON_WORDS[alert]}: ${STATUS_WORDS[alertStatus]}`}
    </span>
  );
}
