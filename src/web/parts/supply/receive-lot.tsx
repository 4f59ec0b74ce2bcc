import { PRODUCTS } from '../../../clinical/catalogue/products';
import { TOXIN_PRODUCTS } from '../../../clinical/units';
import { marks } from '../../browser/marks';
import { Field, NumberField, SelectField } from '../page/field';

const OF_CODE = { value: '', label: 'As the code says' };
const BRANDS = TOXIN_PRODUCTS.map((value) => ({ value, label: PRODUCTS[value].brand }));

/** What came: scanned, or typed from the box. */
export function ReceiveLot() {
  return (
    <details>
      <summary>Receive vials</summary>
      <form
        class="panel stack"
        aria-label="Receive vials"
        {...marks({ api: 'POST /api/v1/lots', saved: 'Received.' })}
      >
        <p class="hint">Scan the code of a vial or box, or type what is printed on it.</p>
        <div class="fields">
          <Field label="Code" name="code" sentAs="omit-empty" maxLength={200} autocomplete="off" />
          <NumberField label="Number of vials" name="vials" value={1} inputMode="numeric" required proposed />
        </div>
        <div class="fields">
          <SelectField label="Product" name="product" options={[OF_CODE, ...BRANDS]} sentAs="omit-empty" />
          <Field label="Lot" name="lotNumber" sentAs="omit-empty" maxLength={64} autocomplete="off" />
          <Field label="Last day of use" name="expiresOn" type="date" sentAs="omit-empty" />
          <NumberField label="Content of a vial, U" name="vialUnits" />
          <Field label="Refrigerator" name="fridge" sentAs="omit-empty" maxLength={100} />
        </div>
        <div>
          <button type="submit" class="primary">
            Receive
          </button>
        </div>
      </form>
    </details>
  );
}
