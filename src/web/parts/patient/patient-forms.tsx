import type { PlainDate } from '../../../clinical/calendar';
import { COURSE_SIDES, ETIOLOGIES, INDICATION_SLUGS } from '../../../clinical/catalogue/indications';
import { TOXIN_PRODUCTS } from '../../../clinical/units';
import { SEXES, type Patient } from '../../../records/patients/patient.entity';
import type { PriorAuthorization } from '../../../records/authorizations/authorization.entity';
import { Field, NumberField, SelectField, TextField, type Choice } from '../page/field';
import { marks, type CodesOf } from '../../browser/marks';
import { codeChoices } from '../../shared/code-choices';
import { slugWords } from '../../../clinical/words';
import { productWords } from '../../shared/injection-words';
import { INDICATION_CHOICES } from './patient-words';

const products: readonly Choice[] = TOXIN_PRODUCTS.map((value) => ({ value, label: productWords(value) }));

/** Who somebody is and how to reach them. */
export function IdentityFields({ patient }: { readonly patient?: Patient }) {
  const optional = patient ? 'null-if-empty' : 'omit-empty';
  return (
    <div class="fields">
      <Field
        label="Family name"
        name="familyName"
        value={patient?.familyName}
        required
        maxLength={200}
        autocomplete="off"
      />
      <Field
        label="Given name"
        name="givenName"
        value={patient?.givenName}
        required
        maxLength={200}
        autocomplete="off"
      />
      <Field
        label="Record number"
        name="mrn"
        value={patient?.mrn}
        required
        maxLength={64}
        autocomplete="off"
      />
      <Field
        label="Born on"
        name="birthDate"
        type="date"
        value={patient?.birthDate}
        required
        min="1900-01-01"
      />
      <SelectField
        label="Sex"
        name="sex"
        value={patient?.sex ?? 'unknown'}
        options={SEXES.map((value) => ({ value, label: slugWords(value) }))}
      />
      <Field
        label="Telephone"
        name="phone"
        type="tel"
        value={patient?.phone ?? ''}
        sentAs={optional}
        autocomplete="off"
      />
      <Field
        label="E-mail"
        name="email"
        type="email"
        value={patient?.email ?? ''}
        sentAs={optional}
        autocomplete="off"
      />
      <Field
        label="Insurer"
        name="payer"
        value={patient?.payer ?? ''}
        sentAs={optional}
        hint="As it is written on authorizations"
      />
      {patient && (
        <Field
          label="Died on"
          name="deceasedOn"
          type="date"
          value={patient.deceasedOn ?? ''}
          sentAs="null-if-empty"
        />
      )}
    </div>
  );
}

/** A payer's consent as it is first written down. */
export function AuthorizationFields({ patient }: { readonly patient: Patient }) {
  return (
    <>
      <input type="hidden" name="patientId" value={patient.id} />
      <div class="fields">
        <Field
          label="Insurer"
          name="payer"
          id="pa-payer"
          value={patient.payer ?? ''}
          required
          maxLength={200}
        />
        <Field label="Number" name="number" id="pa-number" required maxLength={100} />
        <SelectField label="Product" name="product" id="pa-product" options={products} />
        <SelectField
          label="For"
          name="indication"
          id="pa-for"
          options={[{ value: '', label: 'Every treatment' }, ...INDICATION_CHOICES]}
          sentAs="omit-empty"
        />
        <AuthorizationLimits prefix="pa" />
      </div>
    </>
  );
}

/** The days and amounts of an authorization, which may change. */
export function AuthorizationLimits({
  prefix,
  authorization,
}: {
  readonly prefix: string;
  readonly authorization?: PriorAuthorization;
}) {
  return (
    <>
      <Field
        label="First day"
        name="startsOn"
        id={`${prefix}-from`}
        type="date"
        value={authorization?.startsOn}
        required
      />
      <Field
        label="Last day"
        name="endsOn"
        id={`${prefix}-to`}
        type="date"
        value={authorization?.endsOn}
        required
      />
      <NumberField
        label="Billing units approved"
        name="billingUnitsApproved"
        id={`${prefix}-units`}
        inputMode="numeric"
        value={authorization?.billingUnitsApproved}
        nullable={authorization !== undefined}
        hint="Empty: not limited"
      />
      <NumberField
        label="Sessions approved"
        name="sessionsApproved"
        id={`${prefix}-sessions`}
        inputMode="numeric"
        value={authorization?.sessionsApproved}
        nullable={authorization !== undefined}
        hint="Empty: not limited"
      />
      <TextField
        label="Note"
        name="note"
        id={`${prefix}-note`}
        rows={2}
        value={authorization?.note ?? ''}
        sentAs={authorization ? 'null-if-empty' : 'omit-empty'}
      />
    </>
  );
}

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
        <SelectField label="Product" name="plannedProduct" id="course-product" options={products} />
        <DiagnosisField id="course-code" of={{ ...begun, on: today, standing: '' }} sentAs="omit-empty" />
      </div>
    </>
  );
}
