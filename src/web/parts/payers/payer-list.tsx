import { counted } from '../../../clinical/words';
import type { PayerView } from '../../../records/payers/payers.dto';
import { citedWords } from '../page/cited-words';
import { exceptionWords, limitWords, termWords } from './term-words';

interface PayerListProps {
  readonly payers: readonly PayerView[];
  /** How many days one is given whose own time is not known. */
  readonly usualLead: number;
  readonly mayChange: boolean;
}

/** Payers, by which names they go, what they ask for and where that stands. */
export function PayerList({ payers, usualLead, mayChange }: PayerListProps) {
  return (
    <ul class="payers">
      {payers.map((payer) => (
        <li key={payer.id} class="panel stack" id={`payer-${payer.id}`}>
          <div class="row">
            <h2>{payer.name}</h2>
            {mayChange && (
              <a class="button" href={`/payers/${payer.id}/change`} aria-label={`Change: ${payer.name}`}>
                Change
              </a>
            )}
          </div>
          {payer.otherNames.length > 0 && <p>{`Also called ${payer.otherNames.join(', ')}.`}</p>}
          <ul class="plain">
            {[leadWords(payer, usualLead), ...termWords(payer), ...payer.unitsPer84Days.map(limitWords)].map(
              (said) => (
                <li key={said}>{said}</li>
              ),
            )}
            {payer.exceptions.map((exception) => (
              <li key={exceptionWords(exception)}>
                <b>{exceptionWords(exception)}</b>
                {`: ${termWords(exception).join(' ')}`}
              </li>
            ))}
          </ul>
          <p class="muted">{`Source: ${citedWords(payer.source)}`}</p>
        </li>
      ))}
    </ul>
  );
}

function leadWords({ leadDays }: PayerView, usual: number): string {
  return leadDays === null
    ? `How long it takes to decide is not known: ${counted(usual, 'day')} are allowed for it.`
    : `Takes ${counted(leadDays, 'day')} to decide.`;
}
