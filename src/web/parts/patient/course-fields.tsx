import type { PlainDate } from '../../../clinical/calendar';
import { COURSE_SIDES, ETIOLOGIES, INDICATION_SLUGS } from '../../../clinical/catalogue/indications';
import { slugWords } from '../../../clinical/words';
import type { Patient } from '../../../records/patients/patient.entity';
import { marks, type CodesOf } from '../../browser/marks';
import { codeChoices } from '../../shared/code-choices';
import { SelectField } from '../page/field';
import { INDICATION_CHOICES, PRODUCT_CHOICES } from './patient-words';

/** The diagnosis code: of those that fit what is chosen beside it. */
export function DiagnosisField({
  id,
  of,
  sentAs,
}: {
  readonly id: string;
  readonly of: CodesOf;
  readonly sentAs: 'omit-empty' | 'null-if-empty';
}) {
  return (
    <SelectField
      label="Diagnosis (ICD-10)"
      name="diagnosisCode"
      id={id}
      hint="Codes that fit treatment, side, cause and hand"
      value={of.standing}
      options={codeChoices(of, of.on, of.standing)}
      sentAs={sentAs}
      {...marks({ codesOf: of })}
    />
  );
}

/** What is to be treated, and with which product. */
export function CourseFields({ patient, today }: { readonly patient: Patient; readonly today: PlainDate }) {
  const { handedness } = patient;
  const begun = { indication: INDICATION_SLUGS[0], side: null, etiology: null, handedness };
  return (
    <>
      <input type="hidden" name="patientId" value={patient.id} />
      <div class="fields">
        <SelectField
          label="Treatment"
          name="indication"
          id="course-indication"
          options={INDICATION_CHOICES}
        />
        <SelectField
          label="Side"
          name="side"
          id="course-side"
          sentAs="omit-empty"
          hint="Where the treatment has one"
          options={[
            { value: '', label: 'None' },
            ...COURSE_SIDES.map((value) => ({ value, label: slugWords(value) })),
          ]}
        />
        <SelectField
          label="Cause"
          name="etiology"
          id="course-etiology"
          sentAs="omit-empty"
          hint="Asked for with spasticity"
          options={[
            { value: '', label: 'None' },
            ...ETIOLOGIES.map((value) => ({ value, label: slugWords(value) })),
          ]}
        />
        <SelectField label="Product" name="plannedProduct" id="course-product" options={PRODUCT_CHOICES} />
        <DiagnosisField id="course-code" of={{ ...begun, on: today, standing: '' }} sentAs="omit-empty" />
      </div>
    </>
  );
}
