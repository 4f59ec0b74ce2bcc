import type { JSX } from 'preact';
import { SCALE_SLUGS, SCALES } from '../../../clinical/catalogue/scales';
import type { PayerException, PayerTerms } from '../../../clinical/payers/payer-terms';
import type { UnitsLimit } from '../../../clinical/payers/units-limit';
import { marks, type Marks } from '../../browser/marks';
import { numberText } from '../../shared/typed-number';
import type { Choice } from '../page/field';
import { INDICATION_CHOICES, PRODUCT_CHOICES } from '../patient/patient-words';

export const SCALE_CHOICES: readonly Choice[] = [
  { value: '', label: 'Not said' },
  { value: 'true', label: 'Asked for' },
  { value: 'false', label: 'Not asked for' },
];

/** By what improvement is judged. */
export const IMPROVED_CHOICES: readonly Choice[] = [
  { value: '', label: 'Rating or any scale' },
  ...SCALE_SLUGS.map((value) => ({ value, label: SCALES[value].name })),
];

export function scalesValue(shown: boolean | null): string {
  return shown === null ? '' : String(shown);
}

/** The most that a payer pays for, a line each; the script gives the fields their place once a line holds something. */
export function LimitLines({ limits }: { readonly limits: readonly UnitsLimit[] }) {
  return (
    <Lines name="unitsPer84Days" heads={['Product', 'Indication', 'Billing units']}>
      {[...limits, undefined].map((limit, index) => (
        <tr key={index} {...marks({ line: 'row' })}>
          <SelectCell label="Product" part="product" value={limit?.product} options={PRODUCTS_OR_NONE} />
          <SelectCell
            label="Indication"
            part="indication"
            value={limit?.indication}
            options={EVERY_INDICATION}
          />
          <NumberCell label="Billing units" part="billingUnits" value={limit?.billingUnits} sentAs="number" />
        </tr>
      ))}
    </Lines>
  );
}

const TERM_HEADS: readonly (readonly [
  part: Exclude<keyof PayerTerms, 'scalesShown' | 'mustImproveScale'>,
  head: string,
])[] = [
  ['initialMonths', 'First, months'],
  ['renewalMonths', 'Renewed, months'],
  ['triedFirst', 'Tried before'],
  ['mustImprovePct', 'Improvement, %'],
  ['mustFallDays', 'Headache days fewer'],
  ['benefitWeeks', 'Benefit, weeks'],
  ['treatmentsShown', 'Effects shown'],
  ['minDaysApart', 'Days apart'],
];

/** What differs from the terms in general, a line each. */
export function ExceptionLines({ exceptions }: { readonly exceptions: readonly PayerException[] }) {
  const heads = ['Indication', 'Product', ...TERM_HEADS.map(([, head]) => head), 'Improvement by', 'Scales'];
  return (
    <Lines name="exceptions" heads={heads}>
      {[...exceptions, undefined].map((exception, index) => (
        <tr key={index} {...marks({ line: 'row' })}>
          <SelectCell
            label="Indication"
            part="indication"
            value={exception?.indication}
            options={EVERY_INDICATION}
          />
          <SelectCell label="Product" part="product" value={exception?.product} options={EVERY_PRODUCT} />
          {TERM_HEADS.map(([part, head]) => (
            <NumberCell
              key={part}
              label={head}
              part={part}
              value={exception?.[part]}
              sentAs={['number', 'null-if-empty']}
            />
          ))}
          <SelectCell
            label="Improvement by"
            part="mustImproveScale"
            value={exception?.mustImproveScale}
            options={IMPROVED_CHOICES}
          />
          <SelectCell
            label="Scales"
            part="scalesShown"
            value={exception && scalesValue(exception.scalesShown)}
            options={SCALE_CHOICES}
            sentAs={['boolean', 'null-if-empty']}
          />
        </tr>
      ))}
    </Lines>
  );
}

const EVERY_INDICATION: readonly Choice[] = [{ value: '', label: 'Every' }, ...INDICATION_CHOICES];
const EVERY_PRODUCT: readonly Choice[] = [{ value: '', label: 'Every' }, ...PRODUCT_CHOICES];
const PRODUCTS_OR_NONE: readonly Choice[] = [{ value: '', label: '–' }, ...PRODUCT_CHOICES];

interface LinesProps {
  /** The list into which the lines go. */
  readonly name: string;
  readonly heads: readonly string[];
  readonly children: JSX.Element[];
}

function Lines({ name, heads, children }: LinesProps) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={heads.join(', ')}>
      {/* Without a line the list is empty, and not as it was. */}
      <input type="hidden" name={`${name}[]`} value="" />
      <table class="table payer-lines">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...marks({ lines: name })}>{children}</tbody>
      </table>
    </div>
  );
}

interface CellProps {
  readonly label: string;
  readonly part: string;
  readonly sentAs?: Marks['sentAs'];
}

interface SelectCellProps extends CellProps {
  readonly value: string | null | undefined;
  readonly options: readonly Choice[];
}

function SelectCell({ label, part, value, options, sentAs = 'null-if-empty' }: SelectCellProps) {
  return (
    <td>
      <select aria-label={label} {...marks({ part, sentAs })}>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === (value ?? '')}>
            {option.label}
          </option>
        ))}
      </select>
    </td>
  );
}

function NumberCell({
  label,
  part,
  value,
  sentAs,
}: CellProps & { readonly value: number | null | undefined }) {
  return (
    <td>
      <input
        class="num"
        inputMode="numeric"
        autocomplete="off"
        aria-label={label}
        value={typeof value === 'number' ? numberText(value) : ''}
        {...marks({ part, sentAs })}
      />
    </td>
  );
}
