import type { Clinic } from '../../../platform/clinic';
import { marks } from '../../browser/marks';
import { Field, TextField } from '../page/field';

/** What notes and letters bear of the clinic. */
export function ClinicName({ letterhead, version }: Pick<Clinic, 'letterhead' | 'version'>) {
  const { name, address, phone } = letterhead;
  return (
    <form
      class="panel stack"
      {...marks({ api: 'PATCH /api/v1/clinic-settings', version, saved: 'Saved.' })}
      aria-labelledby="clinic-name"
    >
      <h2 id="clinic-name">On notes and letters</h2>
      <div class="fields">
        <Field
          label="Name of the clinic"
          name="name"
          value={name ?? ''}
          sentAs="null-if-empty"
          maxLength={200}
        />
        <TextField
          label="Address"
          name="address"
          value={address ?? ''}
          sentAs="null-if-empty"
          maxLength={500}
        />
        <Field
          label="Telephone for patients"
          name="phone"
          value={phone ?? ''}
          sentAs="null-if-empty"
          maxLength={60}
        />
      </div>
      <div>
        <button type="submit" class="primary">
          Save
        </button>
      </div>
    </form>
  );
}
