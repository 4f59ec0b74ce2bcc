import { SIMULATED_LOSSES_FOUND, type RecordedYear } from '../../../clinical/asking/ask-wear-off';
import { counted } from '../../../clinical/words';
import { marks } from '../../browser/marks';

/** Told once: what one more question would bring. */
export function AskWearOffNote({ year }: { readonly year: RecordedYear | undefined }) {
  if (!year) return null;
  const { sessions, withScale, withLength } = year;
  const { scaleAlonePct, withWearOffPct } = SIMULATED_LOSSES_FOUND;
  return (
    <section class="notice no-print" aria-label="What asking would bring">
      <p>
        {`Of ${counted(sessions, 'session')} in a year, ${withScale} have a scale and ${withLength} a wear-off day. `}
        <strong>{`Asking “when did it wear off?” finds ${withWearOffPct} of 100 simulated losses of response in place of ${scaleAlonePct} with the scale alone.`}</strong>
        {' It is two taps on the telephone, or on the tablet.'}
      </p>
      <div class="row">
        <form {...marks({ api: 'POST /api/v1/clinic-notes/ask-wear-off/dismiss', noId: true })}>
          <button type="submit" class="quiet">
            Do not show again
          </button>
        </form>
      </div>
    </section>
  );
}
