import type { PlainDate } from '../../../clinical/calendar';
import { dayWords, shortDay } from '../../shared/day-text';
import { Field } from '../page/field';
import { settingsMarks } from './settings-form';

interface ClosedDaysProps {
  readonly days: readonly PlainDate[];
  readonly today: PlainDate;
  readonly version: number;
}

/** The single days on which the clinic is closed: a tick taken away opens the day again, a day given closes it. */
export function ClosedDays({ days, today, version }: ClosedDaysProps) {
  const sorted = days.toSorted();
  const coming = sorted.filter((day) => day >= today);
  const past = sorted.filter((day) => day < today);
  return (
    <form
      class="panel stack"
      {...settingsMarks(version, 'The closed days are saved.')}
      aria-labelledby="closed"
    >
      <h2 id="closed">Closed days</h2>
      {coming.length === 0 ? (
        <p class="muted">No single day is closed from today on.</p>
      ) : (
        <fieldset>
          <legend>Closed; take the tick away to open a day again</legend>
          <div class="closed-days">
            {coming.map((day) => (
              <Day key={day} day={day} words={dayWords(day, today)} />
            ))}
          </div>
        </fieldset>
      )}
      {past.length > 0 && (
        <details>
          <summary>{`${past.length} in the past`}</summary>
          <div class="closed-days">
            {past.map((day) => (
              <Day key={day} day={day} words={shortDay(day)} />
            ))}
          </div>
        </details>
      )}
      <div class="fields">
        <Field label="Close another day" name="closedDays[]" id="closed-day" type="date" min={today} />
        <Field label="and another" name="closedDays[]" id="closed-day-2" type="date" min={today} />
      </div>
      <div>
        <button type="submit" class="primary">
          Save the closed days
        </button>
      </div>
    </form>
  );
}

function Day({ day, words }: { readonly day: PlainDate; readonly words: string }) {
  return (
    <label class="choice">
      <input type="checkbox" name="closedDays[]" value={day} checked />
      {words}
    </label>
  );
}
