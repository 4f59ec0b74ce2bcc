import type { ComponentChildren } from 'preact';
import { LONGEST_GUIDANCE_REASON, LONGEST_TRIED } from '../../../clinical/bounds';
import type { PlainDate } from '../../../clinical/calendar';
import {
  COURSE_SIDES,
  ETIOLOGIES,
  INDICATION_SLUGS,
  INDICATIONS,
  type IndicationSlug,
} from '../../../clinical/catalogue/indications';
import { slugWords } from '../../../clinical/words';
import type { Patient } from '../../../records/patients/patient.entity';
import { marks, type CodesOf } from '../../browser/marks';
import { codeChoices } from '../../shared/code-choices';
import { SelectField, TextField } from '../page/field';
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
      hint="Codes that fit indication, side, cause and hand"
      value={of.standing}
      options={codeChoices(of, of.on, of.standing)}
      sentAs={sentAs}
      {...marks({ codesOf: of })}
    />
  );
}

/** What was tried before: insurers ask for it. */
export function TriedField({
  id,
  value,
  sentAs,
}: {
  readonly id: string;
  readonly value?: string;
  readonly sentAs: 'omit-empty' | 'null-if-empty';
}) {
  return (
    <TextField
      label="Tried before"
      name="triedBefore"
      id={id}
      rows={3}
      maxLength={LONGEST_TRIED}
      value={value}
      sentAs={sentAs}
      hint="A line each, with days and outcome: tablets, exercises"
    />
  );
}

/** Why muscles are looked for with EMG or a picture: insurers ask for it. */
export function GuidanceReasonField({ id, value }: { readonly id: string; readonly value: string }) {
  return (
    <TextField
      label="Why guidance is needed"
      name="guidanceReason"
      id={id}
      rows={2}
      maxLength={LONGEST_GUIDANCE_REASON}
      value={value}
      sentAs="null-if-empty"
      hint="Of EMG, stimulation, ultrasound or CT: what cannot be found without it"
    />
  );
}

const CHOOSE = { value: '', label: 'Choose' };
const SIDES = COURSE_SIDES.map((value) => ({ value, label: slugWords(value) }));

/** What is to be treated, and with which product: nothing is chosen beforehand, and no side or cause asked for that is not there. */
export function CourseFields({ patient, today }: { readonly patient: Patient; readonly today: PlainDate }) {
  const { handedness } = patient;
  const begun = { indication: null, side: null, etiology: null, handedness };
  return (
    <>
      <input type="hidden" name="patientId" value={patient.id} />
      <div class="fields">
        <SelectField
          label="Indication"
          name="indication"
          id="course-indication"
          required
          options={[CHOOSE, ...INDICATION_CHOICES]}
        />
        <Asked of={withSide('required')}>
          <SelectField label="Side" name="side" id="course-side" required options={[CHOOSE, ...SIDES]} />
        </Asked>
        <Asked of={withSide('optional')}>
          <SelectField
            label="Side"
            name="side"
            id="course-side-if-any"
            sentAs="omit-empty"
            options={[{ value: '', label: 'None' }, ...SIDES]}
          />
        </Asked>
        <Asked of={INDICATION_SLUGS.filter((slug) => INDICATIONS[slug].etiology === 'required')}>
          <SelectField
            label="Cause"
            name="etiology"
            id="course-etiology"
            required
            options={[CHOOSE, ...ETIOLOGIES.map((value) => ({ value, label: slugWords(value) }))]}
          />
        </Asked>
        <SelectField
          label="Product"
          name="plannedProduct"
          id="course-product"
          required
          options={[CHOOSE, ...PRODUCT_CHOICES]}
        />
        <DiagnosisField id="course-code" of={{ ...begun, on: today, standing: '' }} sentAs="omit-empty" />
      </div>
      <TriedField id="course-tried" sentAs="omit-empty" />
    </>
  );
}

interface AskedProps {
  readonly of: readonly IndicationSlug[];
  readonly children: ComponentChildren;
}

/** A field that is asked for with some indications alone. */
function Asked({ of, children }: AskedProps) {
  return (
    <div {...marks({ when: `indication=${of.join(' ')}` })} hidden>
      {children}
    </div>
  );
}

function withSide(asked: 'required' | 'optional'): readonly IndicationSlug[] {
  return INDICATION_SLUGS.filter((slug) => INDICATIONS[slug].side === asked);
}
