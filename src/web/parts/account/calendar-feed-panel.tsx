import type { CalendarFeedView } from '../../../records/scheduling/feeds/calendar-feeds.dto';
import { marks } from '../../browser/marks';
import { timeWords } from '../../shared/day-text';

interface CalendarFeedPanelProps {
  readonly feed: CalendarFeedView;
  readonly zone: string;
}

/** One's own appointments in a calendar of one's own: an address that is secret, and holds no name. */
export function CalendarFeedPanel({ feed: { since }, zone }: CalendarFeedPanelProps) {
  return (
    <section class="panel stack" aria-labelledby="calendar-feed">
      <h2 id="calendar-feed">Your appointments in your calendar</h2>
      <p class="muted">
        Your calendar reads from a secret address when you give injections and for how long, never who comes.
        Whoever has the address can read that.
      </p>
      <div id="new-feed" aria-live="polite" />
      <div id="feed-state" class="stack">
        {since && <p>There is an address since {timeWords(since, zone)}.</p>}
        <div class="row">
          <form
            {...marks({
              api: 'POST /api/v1/me/calendar-feed',
              noId: true,
              newFeed: true,
              confirm: since
                ? 'The address that your calendar has now will open nothing any more.'
                : undefined,
            })}
          >
            <button type="submit">{since ? 'Make another address' : 'Make an address'}</button>
          </form>
          {since && (
            <form
              {...marks({
                api: 'DELETE /api/v1/me/calendar-feed',
                saved: 'Your calendar’s address is revoked.',
              })}
            >
              <button type="submit" class="danger">
                Revoke the address
              </button>
            </form>
          )}
        </div>
      </div>
    </section>
  );
}
