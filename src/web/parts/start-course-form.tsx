import type { PlainDate } from '../../clinical/calendar';
import { COURSE_SIDES, ETIOLOGIES, INDICATION_SLUGS, INDICATIONS } from '../../clinical/indications';
import { PRODUCTS } from '../../clinical/products';
import { TOXIN_PRODUCTS } from '../../clinical/units';
import { Field, SelectField } from './field';

const sided = INDICATION_SLUGS.filter((slug) => INDICATIONS[slug].side !== 'none').join(' ');
const caused = INDICATION_SLUGS.filter((slug) => INDICATIONS[slug].etiology === 'required').join(' ');

/** Starts a course for a patient. Needs the island `form-parts`, which asks for side and cause where they belong. */
export function StartCourseForm({
  patientId,
  today,
}: {
  readonly patientId: string;
  readonly today: PlainDate;
}) {
  return (
    <form class="stack" data-api="POST /api/v1/courses" data-then="/courses/{id}">
      <input type="hidden" name="patientId" value={patientId} />
      <div class="fields">
        <SelectField
          label="Indication"
          name="indication"
          id="start-indication"
          required
          options={[
            { value: '', label: 'Choose' },
            ...INDICATION_SLUGS.map((value) => ({ value, label: INDICATIONS[value].name })),
          ]}
        />
        <SelectField
          label="Planned product"
          name="plannedProduct"
          id="start-product"
          options={TOXIN_PRODUCTS.map((value) => ({
            value,
            label: `${PRODUCTS[value].brand} (${PRODUCTS[value].generic})`,
          }))}
        />
        <div data-when={`indication=${sided}`} hidden>
          <SelectField
            label="Side"
            name="side"
            id="start-side"
            data-type="omit-empty"
            options={[
              { value: '', label: 'Not one side' },
              ...COURSE_SIDES.map((value) => ({ value, label: value })),
            ]}
          />
        </div>
        <div data-when={`indication=${caused}`} hidden>
          <SelectField
            label="Cause"
            name="etiology"
            id="start-etiology"
            required
            options={[
              { value: '', label: 'Choose' },
              ...ETIOLOGIES.map((value) => ({ value, label: value.replaceAll('_', ' ') })),
            ]}
          />
        </div>
        <Field
          label="Diagnosis code"
          name="diagnosisCode"
          id="start-code"
          data-type="omit-empty"
          placeholder="G24.3"
          hint="ICD-10-CM, may be left empty"
        />
        <Field
          label="Started on"
          name="startedOn"
          id="start-on"
          type="date"
          value={today}
          data-type="omit-empty"
        />
      </div>
      <div class="row">
        <button type="submit" class="primary">
          Start the course
        </button>
      </div>
    </form>
  );
}
