import { PRODUCT_ROWS } from '../../../clinical/catalogue/product-rows';
import type { CourseRules } from '../../../clinical/course/course-rules';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import { RESISTANCE_TEST_FACTS, RESISTANCE_TESTS } from '../../../clinical/review/resistance-tests';
import { PRIOR_TOLERANCE } from '../../../clinical/review/review-path';
import { switchPlan } from '../../../clinical/review/switch-plan';
import { TOXIN_PRODUCTS, type ToxinProduct } from '../../../clinical/units';
import type { FlagView } from '../../../records/reviews/flags.dto';
import { SelectField, TextField } from '../page/field';
import { DECISION_WORDS } from './decision-words';
import { citedWords } from '../page/cited-words';
import { marks } from '../../browser/marks';

const TOLERANCE_WORDS = {
  tolerated: 'Yes, tolerated',
  'not-tolerated': 'No, not tolerated',
  'never-had-toxin': 'Never had toxin before',
  unknown: 'Not known',
} as const;

const RESULTS = [
  { value: '', label: 'Not known yet' },
  { value: 'paralysis', label: 'Muscle paralysed' },
  { value: 'partial', label: 'Partly paralysed' },
  { value: 'none', label: 'Not weakened' },
  { value: 'positive', label: 'Antibodies found' },
  { value: 'negative', label: 'No antibodies found' },
];

export interface ReviewFormProps {
  readonly flag: FlagView;
  /** The one given last. */
  readonly product?: ToxinProduct;
  /** Of this clinic. */
  readonly rules: CourseRules;
}

/** A neurologist's decision on a flag. A switch names a product and shows the label's own start, never a converted dose. */
export function ReviewForm({ flag, product, rules }: ReviewFormProps) {
  const awaitsTest = flag.status !== 'open';
  return (
    <form class="stack review no-print" {...marks({ api: `POST /api/v1/flags/${flag.id}/reviews` })}>
      <h3>{awaitsTest ? 'The test is in: decide again' : 'Your decision'}</h3>
      <fieldset class="decisions">
        <legend class="visually-hidden">Decision</legend>
        {flag.nextSteps.map(({ decision, text }) => (
          <label key={decision} class="decision">
            <input type="radio" name="decision" value={decision} required />
            <span>
              <strong>{DECISION_WORDS[decision]}</strong>
              <span class="reason muted">{text}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div class="stack" {...marks({ when: 'decision=switch' })} hidden>
        <SelectField
          label="Go on with"
          name="plannedProduct"
          id={`product-${flag.id}`}
          required
          options={[
            { value: '', label: 'Choose a product' },
            ...TOXIN_PRODUCTS.filter((other) => other !== product).map((value) => ({
              value,
              label: `${PRODUCTS[value].brand} (${PRODUCTS[value].generic})`,
            })),
          ]}
        />
        {TOXIN_PRODUCTS.filter((planned) => PRODUCT_ROWS[planned].firstDose).map((planned) => (
          <FirstDoseQuestion key={planned} {...{ planned, flag, rules }} />
        ))}
      </div>
      <div class="fields" {...(awaitsTest ? {} : { ...marks({ when: 'decision=test' }), hidden: true })}>
        <SelectField
          label="Which test"
          name="testResult.test"
          id={`test-${flag.id}`}
          sentAs="omit-empty"
          options={[
            { value: '', label: 'Not chosen yet' },
            ...RESISTANCE_TESTS.map((value) => ({ value, label: RESISTANCE_TEST_FACTS[value].name })),
          ]}
        />
        <SelectField
          label="Its result"
          name="testResult.result"
          id={`result-${flag.id}`}
          sentAs="omit-empty"
          options={RESULTS}
          hint="Leave both empty until the result is known."
        />
      </div>
      <TextField label="Reason" name="reason" id={`reason-${flag.id}`} rows={2} required />
      <div class="row">
        <button type="submit" class="primary">
          Save the decision
        </button>
      </div>
    </form>
  );
}

/** Before a first dose that the label limits: what it says, and whether the patient tolerated botulinum toxin before. */
function FirstDoseQuestion({
  planned,
  flag,
  rules,
}: Pick<ReviewFormProps, 'flag' | 'rules'> & { readonly planned: ToxinProduct }) {
  const { usual } = rules.intervalsFor({ product: planned, indication: flag.indication });
  const { text, labelStart } = switchPlan(planned, usual.duration);
  return (
    <div class="stack" {...marks({ when: `plannedProduct=${planned}` })} hidden>
      <p class="notice notice-warn">{text}</p>
      {labelStart && (
        <p>
          {labelStart.text} <small>{`Source: ${citedWords(labelStart.source)}`}</small>
        </p>
      )}
      <SelectField
        label="Has the patient tolerated botulinum toxin before?"
        name="priorTolerance"
        id={`tolerance-${planned}-${flag.id}`}
        required
        options={[
          { value: '', label: 'Please answer' },
          ...PRIOR_TOLERANCE.map((value) => ({ value, label: TOLERANCE_WORDS[value] })),
        ]}
      />
    </div>
  );
}
