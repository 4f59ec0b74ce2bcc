import { dayIn, type PlainDate } from '../../../clinical/calendar';
import { dayText, weeksText } from '../../../clinical/due/due-text';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import type { FlaggedSessionView, FlagView, ReviewView } from '../../../records/reviews/flags.dto';
import { FlagBadge } from '../page/badges';
import { saidDays, shortDay } from '../../shared/day-text';
import { DECISION_WORDS } from './decision-words';
import { citedWords } from '../page/cited-words';
import { FlagChecklist } from './flag-checklist';
import { classes } from '../../shared/classes';

export interface FlagPanelProps {
  readonly flag: FlagView;
  readonly people: ReadonlyMap<string, string>;
  readonly today: PlainDate;
  /** The clinic's. */
  readonly zone: string;
}

/** A question to a neurologist: what was seen, and what it rests on. While it waits for one, the decision stands apart. */
export function FlagPanel({ flag, people, today, zone }: FlagPanelProps) {
  const open = flag.status === 'open';
  const waits = flag.nextSteps.length > 0;
  return (
    <section
      class={classes('panel stack flag', waits && 'flag-open')}
      id={`flag-${flag.id}`}
      aria-labelledby={`flag-heading-${flag.id}`}
    >
      <div class="row">
        <h2 id={`flag-heading-${flag.id}`}>Is the response diminishing?</h2>
        <FlagBadge tier={flag.tier} />
        <span class="muted">{`since ${shortDay(flag.opensOn, today)}${open ? '' : ', reviewed'}`}</span>
        {waits && flag.tier !== 'watch' && (
          <a class="flag-decide no-print" href={`#decide-${flag.id}`}>
            Decide
          </a>
        )}
      </div>
      <p class="flag-text">{saidDays(flag.text)}</p>
      {!flag.shown && (
        <p class="notice">
          What has been recorded since no longer shows it. It stays here until it is reviewed.
        </p>
      )}
      <p class="muted flag-means">{calibration(flag)}</p>
      <Evidence flag={flag} />
      <Reviews reviews={flag.reviews} people={people} today={today} zone={zone} />
      <Plan flag={flag} today={today} />
      {!waits && <FlagChecklist flag={flag} open={false} />}
    </section>
  );
}

/** What the share in the sentence is worth, what others would have called it, and how much is known. */
function calibration({ trueLossShare, publishedText, evaluable, of }: FlagView): string {
  const known = `The response is known for ${evaluable} of ${of} sessions.`;
  const share =
    trueLossShare === null ? '' : 'A share of simulated courses is a reason to look, not a diagnosis.';
  return [share, publishedText ?? '', known].filter(Boolean).join(' ');
}

/** Who never had benefit has no usual of their own to be judged by: the sentence names the indication's. */
function Evidence({ flag }: { readonly flag: FlagView }) {
  const reasonsOf = new Map(
    flag.notComparable.map(({ session, reasons }) => [session, reasons.map(({ text }) => text).join(', ')]),
  );
  const rows = [...flag.comparable, ...flag.notComparable].toSorted((a, b) => a.session - b.session);
  if (rows.length === 0) return null;
  const hasUsual = flag.tier !== 'primary';
  return (
    <div class="stack evidence">
      <h3>The sessions it rests on</h3>
      <div class="scroll" tabIndex={0} role="region" aria-label="Evidence">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">Session</th>
              <th scope="col">Improvement, combined</th>
              <th scope="col">Lasted</th>
              {hasUsual && <th scope="col">Of usual</th>}
              <th scope="col">What differed</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.session}>
                <th scope="row">
                  <a href={`#session-${row.session}`}>{`${row.session}. ${dayText(row.performedOn)}`}</a>
                </th>
                <td>{row.improvementPct === null ? 'not known' : `${Math.round(row.improvementPct)} %`}</td>
                <td>{lastedWords(row)}</td>
                {hasUsual && <td>{row.benefitPct === null ? '–' : `${Math.round(row.benefitPct)} %`}</td>}
                <td>{reasonsOf.get(row.session) ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hasUsual && <p class="muted">{`Usual for this patient: ${usualWords(flag.usual, rows)}.`}</p>}
    </div>
  );
}

/** Of what those sessions record: who keeps a diary alone has no usual length of their own. */
function usualWords({ sizePct, days }: FlagView['usual'], rows: readonly FlaggedSessionView[]): string {
  const size = rows.some(({ improvementPct }) => improvementPct !== null) && `${Math.round(sizePct)} %`;
  const length = rows.some(({ lengthDays }) => lengthDays !== null) && weeksText(days);
  return [size, length].filter(Boolean).join(' for ');
}

function lastedWords({ lengthDays, stillEffective }: FlaggedSessionView): string {
  if (lengthDays === null) return 'not asked';
  const after = lengthDays < 14 ? `${lengthDays} days` : weeksText(lengthDays);
  return stillEffective ? `still working after ${after}` : after;
}

function Reviews({
  reviews,
  people,
  today,
  zone,
}: {
  readonly reviews: readonly ReviewView[];
  readonly people: ReadonlyMap<string, string>;
  readonly today: PlainDate;
  readonly zone: string;
}) {
  if (reviews.length === 0) return null;
  return (
    <div class="stack">
      <h3>Reviews</h3>
      <ul class="plain">
        {reviews.map((review) => (
          <li key={review.id}>
            <strong>{DECISION_WORDS[review.decision]}</strong>
            {review.plannedProduct ? `: ${PRODUCTS[review.plannedProduct].brand}` : ''}
            {`, ${people.get(review.reviewedBy) ?? 'a neurologist'}, ${shortDay(dayIn(zone, review.reviewedAt), today)}`}
            <span class="reason">{review.reason}</span>
            {review.testResult && (
              <span class="reason muted">
                {review.testResult.text} <small>({citedWords(review.testResult.source)})</small>
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Plan({ flag: { plan }, today }: { readonly flag: FlagView; readonly today: PlainDate }) {
  if (!plan) return null;
  return (
    <div class="notice notice-good">
      <h3>{`After the switch to ${PRODUCTS[plan.product].brand}`}</h3>
      <p>{plan.text}</p>
      {plan.labelStart && (
        <p>
          {plan.labelStart.text} <small>{`Source: ${citedWords(plan.labelStart.source)}`}</small>
        </p>
      )}
      <ul>
        {plan.steps.map(({ code, text, weeks, on }) => (
          <li key={code}>
            {on
              ? `${shortDay(on, today)}: ${text}`
              : weeks === null
                ? text
                : `${weeks} weeks after the first session: ${text}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
