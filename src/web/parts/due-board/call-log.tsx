import type { PlainDate } from '../../../clinical/calendar';
import { counted } from '../../../clinical/words';
import type { CallView } from '../../../worklist/calling/calls.dto';
import { timeWords } from '../../shared/day-text';
import { CHANNEL_WORDS, OUTCOME_WORDS } from './contact-words';

interface CallLogProps {
  readonly contacts: readonly CallView[];
  readonly noShows: readonly Date[];
  readonly asOf: PlainDate;
  readonly zone: string;
}

/** How often somebody was called and what was said each time, and when they did not come. The last of it is read without opening it. */
export function CallLog({ contacts, noShows, asOf, zone }: CallLogProps) {
  const [last] = contacts;
  if (!last && noShows.length === 0) return <span class="muted">Not called yet</span>;
  return (
    <details class="call-log">
      <summary>
        {noShows.length > 0 && (
          <b class="missed">{`${counted(noShows.length, 'no-show')}${last ? ', ' : ''}`}</b>
        )}
        {last && `${counted(contacts.length, 'call')}: ${OUTCOME_WORDS[last.outcome].toLowerCase()}`}
      </summary>
      <ul>
        {eventsOf(contacts, noShows, { asOf, zone }).map(({ at, words }) => (
          <li key={at.toISOString() + words}>{words}</li>
        ))}
      </ul>
    </details>
  );
}

/** Calls and missed appointments, the latest first. */
function eventsOf(
  contacts: readonly CallView[],
  noShows: readonly Date[],
  { asOf, zone }: Pick<CallLogProps, 'asOf' | 'zone'>,
): { readonly at: Date; readonly words: string }[] {
  return [
    ...contacts.map(({ at, channel, outcome, note }) => ({
      at,
      words: `${timeWords(at, zone, asOf)}, ${CHANNEL_WORDS[channel].toLowerCase()}: ${OUTCOME_WORDS[outcome].toLowerCase()}${note ? `. ${note}` : ''}`,
    })),
    ...noShows.map((at) => ({ at, words: `${timeWords(at, zone, asOf)}: did not come` })),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime());
}
