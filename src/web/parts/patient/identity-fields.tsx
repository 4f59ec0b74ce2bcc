import { SEXES, type Patient } from '../../../records/patients/patient.entity';
import type { PlainDate } from '../../../clinical/calendar';
import { slugWords } from '../../../clinical/words';
import { marks } from '../../browser/marks';
import { Field, SelectField, TextField } from '../page/field';

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
        value={patient?.givenName ?? ''}
        sentAs={optional}
        hint="Left empty where somebody has one name only"
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
      <BirthDateFields birthDate={patient?.birthDate} />
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
      <Field
        label="Referring doctor"
        name="referrerName"
        value={patient?.referrerName ?? ''}
        sentAs={optional}
        maxLength={200}
        hint="To whom letters go"
      />
      <TextField
        label="Address of the referring doctor"
        name="referrerAddress"
        value={patient?.referrerAddress ?? ''}
        sentAs={optional}
        maxLength={500}
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

/** Left empty by mistake is not the same as nobody knowing it. */
function BirthDateFields({ birthDate }: { readonly birthDate?: PlainDate | null }) {
  const unknown = birthDate === null;
  return (
    <div class="stack">
      <div {...marks({ when: 'birthDate=' })} hidden={unknown}>
        <Field
          label="Born on"
          name="birthDate"
          type="date"
          value={birthDate ?? undefined}
          required
          min="1900-01-01"
        />
      </div>
      <label class="choice">
        <input
          type="checkbox"
          name="birthDate"
          value="unknown"
          checked={unknown}
          {...marks({ sentAs: 'null' })}
        />
        <span>Nobody knows the birth date</span>
      </label>
    </div>
  );
}
