import { VISIT_MINUTES } from '../../../clinical/bounds';
import { INDICATIONS, INDICATION_SLUGS } from '../../../clinical/catalogue/indications';
import { USUAL_VISIT_MINUTES, type VisitLength } from '../../../clinical/schedule/visit-length';
import { marks } from '../../browser/marks';
import { NumberField } from '../page/field';

interface VisitLengthSettingsProps {
  readonly lengths: readonly VisitLength[];
  readonly version: number;
}

/** How long a visit for each indication takes. */
export function VisitLengthSettings({ lengths, version }: VisitLengthSettingsProps) {
  return (
    <form
      class="panel stack"
      aria-labelledby="lengths"
      {...marks({ api: 'PATCH /api/v1/clinic-settings', version, saved: 'The lengths of visits are saved.' })}
    >
      <h2 id="lengths">Length of visits</h2>
      <p class="muted">
        {`In minutes, from ${VISIT_MINUTES.min} to ${VISIT_MINUTES.max}; left empty, ${USUAL_VISIT_MINUTES}. What is treated in one visit takes its time one after the other.`}
      </p>
      <input type="hidden" name="visitLengths[]" value="" />
      <div class="fields">
        {INDICATION_SLUGS.map((slug, index) => (
          <div key={slug}>
            <input type="hidden" name={`visitLengths[${index}].indication`} value={slug} />
            <NumberField
              label={INDICATIONS[slug].name}
              name={`visitLengths[${index}].minutes`}
              id={`minutes-${slug}`}
              value={lengths.find(({ indication }) => indication === slug)?.minutes}
              inputMode="numeric"
              placeholder={String(USUAL_VISIT_MINUTES)}
              inRow
            />
          </div>
        ))}
      </div>
      <div>
        <button type="submit" class="primary">
          Save the lengths
        </button>
      </div>
    </form>
  );
}
