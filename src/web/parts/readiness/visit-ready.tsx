import type { PlainDate } from '../../../clinical/calendar';
import type { ReadinessView } from '../../../worklist/readiness/readiness.dto';
import { dayWords } from '../../shared/day-text';

interface VisitReadyProps {
  readonly readiness: ReadinessView;
  readonly today: PlainDate;
}

/** What is missing for the next visit of a course, each with what to do; what is there in one fold. */
export function VisitReady({ readiness, today }: VisitReadyProps) {
  const { ready, on, items } = readiness;
  const missing = items.filter((item) => !item.ready);
  const there = items.filter((item) => item.ready);
  return (
    <section class="panel stack visit-ready no-print" aria-labelledby="visit-ready-heading">
      <div class="row">
        <h2 id="visit-ready-heading">Ready for the next visit</h2>
        <span class={ready ? 'badge badge-good' : 'badge badge-warn'}>
          {ready ? 'Ready' : `${missing.length} missing`}
        </span>
      </div>
      <p class="muted">{`Looked at for ${dayWords(on, today)}.`}</p>
      {missing.length > 0 && (
        <ul class="plain">
          {missing.map(({ code, text, todo }) => (
            <li key={code}>
              {text} <span class="muted">{todo}</span>
            </li>
          ))}
        </ul>
      )}
      {there.length > 0 && (
        <details>
          <summary>What is there</summary>
          <ul class="plain">
            {there.map(({ code, text }) => (
              <li key={code}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
