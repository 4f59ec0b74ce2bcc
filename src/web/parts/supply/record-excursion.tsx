import { marks } from '../../browser/marks';
import { Field, NumberField } from '../page/field';

/** A refrigerator was too warm or too cold: what lies there is put on hold. */
export function RecordExcursion() {
  return (
    <details>
      <summary>A refrigerator was too warm or too cold</summary>
      <form
        class="panel stack"
        aria-label="A refrigerator was too warm or too cold"
        {...marks({ api: 'POST /api/v1/stock/excursions', saved: 'Recorded: its lots are on hold.' })}
      >
        <div class="fields">
          <Field
            label="Refrigerator"
            name="fridge"
            id="excursion-fridge"
            required
            maxLength={100}
            hint="As its lots name it"
          />
          <NumberField label="Farthest from 2-8 °C" name="temperatureC" required />
          <Field label="Note" name="note" id="excursion-note" sentAs="omit-empty" maxLength={2000} />
        </div>
        <div>
          <button type="submit" class="primary">
            Record it
          </button>
        </div>
      </form>
    </details>
  );
}
