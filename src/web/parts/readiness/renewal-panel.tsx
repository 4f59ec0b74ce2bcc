import type { PlainDate } from '../../../clinical/calendar';
import { dayText } from '../../../clinical/due/due-text';
import { counted } from '../../../clinical/words';
import { citedWords } from '../page/cited-words';
import type { RenewalView } from '../../../records/papers/renewal.dto';

interface RenewalPanelProps {
  readonly renewal: RenewalView;
  readonly today: PlainDate;
}

/** What the payer asks for before it pays on: what is open with what to do, what is met in one fold. */
export function RenewalPanel({ renewal, today }: RenewalPanelProps) {
  const { payer, source, demands } = renewal;
  const open = demands.filter(({ met }) => met !== true);
  const met = demands.filter((demand) => demand.met === true);
  return (
    <section class="panel stack renewal no-print" aria-labelledby="renewal-heading">
      <div class="row">
        <h2 id="renewal-heading">{`What ${payer ?? 'the insurer'} asks for`}</h2>
        {open.length > 0 ? (
          <span class="badge badge-warn">{`${open.length} open`}</span>
        ) : (
          renewal.payerId && <span class="badge badge-good">All met</span>
        )}
      </div>
      <p class="muted">{askingText(renewal, today)}</p>
      {open.length > 0 && (
        <ul class="plain">
          {open.map(({ code, text, evidence, todo }) => (
            <li key={code}>
              {text} {evidence} <span class="muted">{todo}</span>
            </li>
          ))}
        </ul>
      )}
      {met.length > 0 && (
        <details>
          <summary>What is met</summary>
          <ul class="plain">
            {met.map(({ code, text, evidence }) => (
              <li key={code}>
                {text} <span class="muted">{evidence}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {source && (
        <details>
          <summary>Where its rule stands</summary>
          <p class="muted">{citedWords(source)}</p>
        </details>
      )}
      <p>
        <a href="/payers">Insurers</a>
      </p>
    </section>
  );
}

function askingText({ payer, payerId, askByOn, leadDays, months }: RenewalView, today: PlainDate): string {
  const asked =
    askByOn === null
      ? 'Nothing has to be asked for yet.'
      : askByOn <= today
        ? `Ask now: ${counted(leadDays, 'day')} are allowed for it.`
        : `Ask by ${dayText(askByOn)}: ${counted(leadDays, 'day')} are allowed for it.`;
  const granted = months === null ? '' : `Granted for ${counted(months, 'month')}.`;
  const unlisted =
    payerId === null
      ? `${payer === null ? 'No insurer is on record' : 'It is not on the list of insurers'}: this is what reviewers ask for.`
      : '';
  return [asked, granted, unlisted].filter(Boolean).join(' ');
}
