import type { Patient } from '../../../records/patients/patient.entity';
import type { PriorAuthorization } from '../../../records/authorizations/authorization.entity';
import { Field, NumberField, SelectField, TextField } from '../page/field';
import { INDICATION_CHOICES, PRODUCT_CHOICES } from './patient-words';

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
        <SelectField label="Product" name="product" id="pa-product" options={PRODUCT_CHOICES} />
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
