import type { ToxinProduct } from '../../../clinical/units';
import type { FlagView } from '../../../records/reviews/flags.dto';
import { FlagChecklist } from './flag-checklist';
import { ReviewForm } from './review-form';

/** The decision on a flag: first what else could explain it, then what follows. What is only watched is no task. */
export function ReviewPanel({ flag, product }: { readonly flag: FlagView; readonly product?: ToxinProduct }) {
  const heading = `decide-heading-${flag.id}`;
  const asked = (
    <>
      <FlagChecklist flag={flag} open={flag.status === 'open'} />
      <ReviewForm flag={flag} product={product} />
    </>
  );
  return (
    <section class="panel stack no-print" id={`decide-${flag.id}`} aria-labelledby={heading} tabIndex={-1}>
      <h2 id={heading}>{flag.tier === 'watch' ? 'Nothing has to be decided yet' : 'What do you decide?'}</h2>
      {flag.tier === 'watch' ? (
        <details>
          <summary>Decide all the same</summary>
          <div class="stack">{asked}</div>
        </details>
      ) : (
        asked
      )}
    </section>
  );
}
