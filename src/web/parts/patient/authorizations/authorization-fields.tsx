import type { Patient } from '../../../../records/patients/patient.entity';
import type { Course } from '../../../../records/courses/course.entity';
import type { PriorAuthorization } from '../../../../records/authorizations/authorization.entity';
import { Field, NumberField, SelectField, TextField } from '../../page/field';
import { INDICATION_CHOICES, PRODUCT_CHOICES } from '../patient-words';

/** A course that an authorization is for. */
export type AuthorizedTreatment = Pick<Course, 'indication' | 'plannedProduct'>;

interface AuthorizationFieldsProps {
  readonly patient: Patient;
  /** What it is for, where that is known. */
  readonly treatment: AuthorizedTreatment | null;
}

/** A payer's consent as it is first written down. */
export function AuthorizationFields({ patient, treatment }: AuthorizationFieldsProps) {
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
        <SelectField
          label="Product"
          name="product"
          id="pa-product"
          options={PRODUCT_CHOICES}
          value={treatment?.plannedProduct}
        />
        <SelectField
          label="For"
          name="indication"
          id="pa-for"
          options={[{ value: '', label: 'Every treatment' }, ...INDICATION_CHOICES]}
          value={treatment?.indication}
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
