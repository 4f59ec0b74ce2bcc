import { FlagChecklist } from './flag-checklist';
import { ReviewForm, type ReviewFormProps } from './review-form';

/** The decision on a flag: first what else could explain it, then what follows. What is only watched is no task. */
export function ReviewPanel({ flag, product, rules }: ReviewFormProps) {
  const heading = `decide-heading-${flag.id}`;
  const asked = (
    <>
      <FlagChecklist flag={flag} open={flag.status === 'open'} />
      <ReviewForm flag={flag} product={product} rules={rules} />
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
