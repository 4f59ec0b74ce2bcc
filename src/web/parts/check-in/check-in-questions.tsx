import { addDays, daysBetween, type PlainDate } from '../../../clinical/calendar';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import { counted } from '../../../clinical/words';
import type { WaitingCheckIn } from '../../../records/check-ins/check-in.query';
import { marks } from '../../browser/marks';
import { shortDay } from '../../shared/day-text';
import { HELPED_PCTS } from '../response/helped-pcts';
import { TabletPage } from './tablet-page';

interface Trouble {
  /** As it is read, and as it is written down. */
  readonly words: string;
  /** The team should hear of it before the patient leaves. */
  readonly urgent?: boolean;
}

const TROUBLES: readonly Trouble[] = [
  { words: 'Trouble swallowing', urgent: true },
  { words: 'Trouble breathing', urgent: true },
  { words: 'Weakness elsewhere in the body', urgent: true },
  { words: 'A drooping eyelid' },
  { words: 'A dry mouth or dry eyes' },
  { words: 'Pain where I was injected' },
  { words: 'Something else' },
];

interface CheckInQuestionsProps {
  readonly checkIn: WaitingCheckIn;
  readonly today: PlainDate;
}

/** Is it still working, how much did it help, was there trouble? Each may be left open. */
export function CheckInQuestions({ checkIn, today }: CheckInQuestionsProps) {
  const { givenName, product, performedOn } = checkIn;
  return (
    <TabletPage title={`Hello ${givenName}`}>
      <p>{`Three questions on your treatment with ${PRODUCTS[product].brand} of ${shortDay(performedOn, today)}.`}</p>
      <form class="stack response-form" autocomplete="off" {...marks({ checkIn: true })}>
        <fieldset class="panel stack">
          <legend>Is it still working?</legend>
          <div class="big-choices">
            <Choice name="effect" value="still" words="Yes" />
            <Choice name="effect" value="wore-off" words="No, it wore off" />
            <Choice name="effect" value="" words="I do not know" />
          </div>
          <WhenWornOff performedOn={performedOn} today={today} />
        </fieldset>
        <fieldset class="panel stack">
          <legend>How much did it help, at its best?</legend>
          <div class="big-choices tablet-steps">
            {HELPED_PCTS.map((pct) => (
              <Choice key={pct} name="helpedPct" value={String(pct)} words={helpedWords(pct)} />
            ))}
            <Choice name="helpedPct" value="" words="I do not know" />
          </div>
        </fieldset>
        <fieldset class="panel stack">
          <legend>Was there any trouble afterwards?</legend>
          <p>Leave it empty if there was none.</p>
          <div class="big-choices">
            {TROUBLES.map(({ words, urgent }) => (
              <label key={words} class="big-choice">
                <input type="checkbox" name="trouble" value={words} {...marks({ urgent })} />
                <span>{words}</span>
              </label>
            ))}
          </div>
          <p class="notice notice-bad" role="status" hidden {...marks({ tellNow: true })}>
            Please tell somebody of the team now, before you leave.
          </p>
        </fieldset>
        <p class="error" role="alert" />
        <button type="submit" class="primary">
          Done
        </button>
      </form>
    </TabletPage>
  );
}

/** To the week, as people remember it; not before the treatment. */
function WhenWornOff({ performedOn, today }: { readonly performedOn: PlainDate; readonly today: PlainDate }) {
  const weeks = Array.from({ length: MOST_WEEKS }, (_, i) => i).filter(
    (ago) => ago * 7 <= daysBetween(performedOn, today),
  );
  return (
    <div class="stack" role="group" aria-labelledby="when" hidden {...marks({ askedWhen: true })}>
      <p id="when" class="strong">
        When, about?
      </p>
      <div class="big-choices tablet-steps">
        {weeks.map((ago) => (
          <Choice
            key={ago}
            name="woreOffOn"
            value={addDays(today, -7 * ago)}
            words={ago === 0 ? 'These days' : `${counted(ago, 'week')} ago`}
          />
        ))}
        <Choice name="woreOffOn" value="" words="I do not know" />
      </div>
    </div>
  );
}

/** Longer ago nobody knows the week. */
const MOST_WEEKS = 11;

function Choice({
  name,
  value,
  words,
}: {
  readonly name: string;
  readonly value: string;
  readonly words: string;
}) {
  return (
    <label class="big-choice">
      <input type="radio" name={name} value={value} />
      <span>{words}</span>
    </label>
  );
}

function helpedWords(pct: number): string {
  if (pct === 0) return '0 %, not at all';
  return pct === 100 ? '100 %, all gone' : `${pct} %`;
}
