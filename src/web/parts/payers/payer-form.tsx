import { PAYER_BOUNDS } from '../../../clinical/bounds';
import { NO_TERMS } from '../../../clinical/payers/payer-terms';
import { COUNTED_DAYS } from '../../../clinical/payers/units-limit';
import type { PayerView } from '../../../records/payers/payers.dto';
import { marks } from '../../browser/marks';
import { Field, NumberField, SelectField, TextField } from '../page/field';
import { ExceptionLines, IMPROVED_CHOICES, LimitLines, SCALE_CHOICES, scalesValue } from './payer-lines';

export type PayerDraft = Omit<PayerView, 'id' | 'version' | 'createdAt' | 'updatedAt'>;

export const EMPTY_PAYER: PayerDraft = {
  ...NO_TERMS,
  name: '',
  otherNames: [],
  leadDays: null,
  unitsPer84Days: [],
  exceptions: [],
  source: '',
};

interface PayerFormProps {
  readonly draft: PayerDraft;
  /** The payer that is changed, and its version. */
  readonly changes?: { readonly id: string; readonly version: number };
}

/** A payer: its names, what it asks for in general, where that differs, and where it stands. */
export function PayerForm({ draft, changes }: PayerFormProps) {
  return (
    <form
      class="panel stack"
      {...marks({
        api: changes ? `PATCH /api/v1/payers/${changes.id}` : 'POST /api/v1/payers',
        version: changes?.version,
        after: '/payers',
        saved: changes ? `${draft.name} is changed.` : 'The payer is on the list.',
      })}
      aria-label="Insurer"
    >
      <div class="fields">
        <Field label="Name" name="name" value={draft.name} required maxLength={200} />
        {[...draft.otherNames, '', ''].map((name, index) => (
          <Field
            key={index}
            label={index === 0 ? 'Also called' : 'and'}
            name="otherNames[]"
            id={`other-name-${index}`}
            value={name}
            maxLength={200}
            hint={index === 0 ? 'As it stands on cards and letters' : undefined}
          />
        ))}
      </div>
      <fieldset>
        <legend>In general; empty: it does not say</legend>
        <Terms draft={draft} />
      </fieldset>
      <fieldset>
        <legend>Billing units in {COUNTED_DAYS} days, at most</legend>
        <LimitLines limits={draft.unitsPer84Days} />
      </fieldset>
      <fieldset>
        <legend>Otherwise for an indication, a product or both</legend>
        <ExceptionLines exceptions={draft.exceptions} />
        <p class="hint">What is left empty is as in general. A line that is emptied is taken away.</p>
      </fieldset>
      <TextField
        label="Source"
        name="source"
        value={draft.source}
        required
        maxLength={2000}
        hint="The letter or policy, with its day"
      />
      <div>
        <button type="submit" class="primary">
          {changes ? 'Save' : 'Put on the list'}
        </button>
      </div>
    </form>
  );
}

function Terms({ draft }: Pick<PayerFormProps, 'draft'>) {
  return (
    <div class="fields">
      <Term label="Takes to decide, days" name="leadDays" draft={draft} bounds={PAYER_BOUNDS.leadDays} />
      <Term label="First granted, months" name="initialMonths" draft={draft} bounds={PAYER_BOUNDS.months} />
      <Term label="Renewed, months" name="renewalMonths" draft={draft} bounds={PAYER_BOUNDS.months} />
      <Term
        label="Tried before, treatments"
        name="triedFirst"
        draft={draft}
        bounds={PAYER_BOUNDS.treatments}
      />
      <Term label="Improvement, at least %" name="mustImprovePct" draft={draft} bounds={PAYER_BOUNDS.pct} />
      <SelectField
        label="Improvement by"
        name="mustImproveScale"
        options={IMPROVED_CHOICES}
        value={draft.mustImproveScale ?? ''}
        sentAs="null-if-empty"
      />
      <Term
        label="Headache days in a month fewer, at least"
        name="mustFallDays"
        draft={draft}
        bounds={PAYER_BOUNDS.fewerDays}
      />
      <Term label="Benefit, at least weeks" name="benefitWeeks" draft={draft} bounds={PAYER_BOUNDS.weeks} />
      <Term
        label="Effect of the last treatments, how many"
        name="treatmentsShown"
        draft={draft}
        bounds={PAYER_BOUNDS.treatments}
      />
      <SelectField
        label="Scale before and after"
        name="scalesShown"
        options={SCALE_CHOICES}
        value={scalesValue(draft.scalesShown)}
        sentAs={['boolean', 'null-if-empty']}
      />
      <Term label="Days apart, at least" name="minDaysApart" draft={draft} bounds={PAYER_BOUNDS.daysApart} />
    </div>
  );
}

interface TermProps extends Pick<PayerFormProps, 'draft'> {
  readonly label: string;
  readonly name: Exclude<keyof typeof NO_TERMS, 'scalesShown' | 'mustImproveScale'> | 'leadDays';
  readonly bounds: { readonly min: number; readonly max: number };
}

function Term({ label, name, draft, bounds: { min, max } }: TermProps) {
  return (
    <NumberField
      label={label}
      name={name}
      value={draft[name]}
      nullable
      inputMode="numeric"
      hint={`${min} to ${max}`}
    />
  );
}
