import type { StockVialView } from '../../../records/supply/supply.dto';
import { marks } from '../../browser/marks';
import { Field, NumberField, SelectField } from '../page/field';

interface VialFormProps {
  readonly vial: StockVialView;
}

const STORAGE_CHOICES = [
  { value: 'refrigerator', label: 'Refrigerator' },
  { value: 'room', label: 'Room temperature' },
];

/** Of a product that comes ready to use. */
export function OpenVial({ vial: { id } }: VialFormProps) {
  return (
    <form {...marks({ api: `POST /api/v1/vials/${id}/open`, saved: 'Opened.', noId: true })}>
      <button type="submit">Open it now</button>
    </form>
  );
}

/** Its hours in use begin now. */
export function MakeUpVial({ vial: { id } }: VialFormProps) {
  return (
    <form
      class="stack"
      {...marks({ api: `POST /api/v1/vials/${id}/reconstitute`, saved: 'Reconstituted.', noId: true })}
    >
      <NumberField label="Diluent, mL" name="diluentMl" id={`diluent-${id}`} required />
      <SelectField label="Kept" name="storage" id={`storage-${id}`} options={STORAGE_CHOICES} />
      <div>
        <button type="submit">Reconstitute it now</button>
      </div>
    </form>
  );
}

/** What is left, or a part of it, goes to waste, with why. */
export function DiscardVial({ vial: { id } }: VialFormProps) {
  return (
    <form
      class="stack"
      {...marks({ api: `POST /api/v1/vials/${id}/discard`, saved: 'Discarded.', noId: true })}
    >
      <NumberField label="Discard, U" name="units" id={`discard-${id}`} hint="Empty: all that is left." />
      <Field label="Why" name="reason" id={`why-${id}`} required maxLength={2000} />
      <div>
        <button type="submit" class="danger">
          Discard
        </button>
      </div>
    </form>
  );
}
