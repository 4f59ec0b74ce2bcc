import type { PlainDate } from '../../../clinical/calendar';
import { ELSEWHERE_SOURCES, type ElsewhereSource } from '../../../clinical/elsewhere/told-dose';
import { BRAND_NAMES } from '../../../clinical/elsewhere/toxin-brands';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import type { ExternalDose } from '../../../records/external-doses/external-dose.entity';
import { marks } from '../../browser/marks';
import { numberWords } from '../../shared/injection-words';
import { shortDay } from '../../shared/day-text';
import { Field, NumberField, SelectField, TextField } from '../page/field';

export interface ExternalDosesProps {
  readonly patientId: string;
  readonly doses: readonly ExternalDose[];
  readonly today: PlainDate;
}

const TOLD_BY: Readonly<Record<ElsewhereSource, string>> = {
  patient: 'The patient',
  letter: 'A letter',
  portal: 'Another record',
};

/** Toxin that others gave: it counts in the limits of every session here. */
export function ExternalDoses({ patientId, doses, today }: ExternalDosesProps) {
  return (
    <section class="panel stack" aria-labelledby="elsewhere">
      <h2 id="elsewhere">Toxin given elsewhere</h2>
      {doses.length === 0 && <p class="muted">None recorded.</p>}
      <ul class="grants">
        {doses.map((dose) => (
          <Dose key={dose.id} dose={dose} today={today} />
        ))}
      </ul>
      <details>
        <summary>Add toxin given elsewhere</summary>
        <form class="stack" {...marks({ api: 'POST /api/v1/external-doses', saved: 'Added.' })}>
          <input type="hidden" name="patientId" value={patientId} />
          <DoseFields prefix="elsewhere" today={today} />
          <Send label="Add" />
        </form>
      </details>
    </section>
  );
}

function Dose({ dose, today }: { readonly dose: ExternalDose; readonly today: PlainDate }) {
  const { id, version, givenOn, product, brand, units, region, indication, givenBy, source, note } = dose;
  const name = brand ?? (product ? PRODUCTS[product].brand : 'Toxin');
  const where = [region, indication].filter(Boolean).join(', for ');
  const api = `PATCH /api/v1/external-doses/${id}` as const;
  return (
    <li class="grant">
      <p>
        <b>{`${name}, ${units === null ? 'units not known' : `${numberWords(units)} U`}`}</b>{' '}
        {`on ${shortDay(givenOn, today)}${where ? `: ${where}` : ''}`}
      </p>
      <p class="muted">{`${TOLD_BY[source]} tells of it${givenBy ? `; given by ${givenBy}` : ''}.`}</p>
      {note && <p class="muted">{note}</p>}
      <details>
        <summary>Change</summary>
        <form class="stack" {...marks({ api, version, saved: 'Changed.' })}>
          <DoseFields prefix={`elsewhere-${id}`} today={today} dose={dose} />
          <Send label="Save" />
        </form>
        <form class="stack" {...marks({ api, version, saved: 'Withdrawn.' })}>
          <Field
            label="Entered in error because"
            name="withdrawReason"
            id={`elsewhere-${id}-withdraw`}
            required
            maxLength={2000}
            hint="It stays in the record and counts no more"
          />
          <Send label="Withdraw" />
        </form>
      </details>
    </li>
  );
}

interface DoseFieldsProps {
  readonly prefix: string;
  readonly today: PlainDate;
  readonly dose?: ExternalDose;
}

function DoseFields({ prefix, today, dose }: DoseFieldsProps) {
  const optional = dose ? 'null-if-empty' : 'omit-empty';
  const brand = dose?.brand ?? (dose?.product ? PRODUCTS[dose.product].brand : undefined);
  return (
    <>
      <div class="fields">
        <Field
          label="Given on"
          name="givenOn"
          id={`${prefix}-on`}
          type="date"
          value={dose?.givenOn}
          max={today}
          required
        />
        <Field
          label="Brand"
          name="brand"
          id={`${prefix}-brand`}
          value={brand}
          list={`${prefix}-brands`}
          maxLength={200}
          autocomplete="off"
          required
        />
        <datalist id={`${prefix}-brands`}>
          {BRAND_NAMES.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <NumberField
          label="Units of that brand"
          name="units"
          id={`${prefix}-units`}
          value={dose?.units}
          nullable
          hint="Empty: not known"
        />
        <Field
          label="Where"
          name="region"
          id={`${prefix}-region`}
          value={dose?.region ?? ''}
          sentAs={optional}
          maxLength={200}
          hint="Muscle or part of the body"
        />
        <Field
          label="What for"
          name="indication"
          id={`${prefix}-indication`}
          value={dose?.indication ?? ''}
          sentAs={optional}
          maxLength={200}
        />
        <Field
          label="Given by"
          name="givenBy"
          id={`${prefix}-by`}
          value={dose?.givenBy ?? ''}
          sentAs={optional}
          maxLength={200}
        />
        <SelectField
          label="Who tells of it"
          name="source"
          id={`${prefix}-source`}
          value={dose?.source}
          options={ELSEWHERE_SOURCES.map((value) => ({ value, label: TOLD_BY[value] }))}
        />
      </div>
      <TextField
        label="Note"
        name="note"
        id={`${prefix}-note`}
        rows={2}
        value={dose?.note ?? ''}
        sentAs={optional}
      />
    </>
  );
}

function Send({ label }: { readonly label: string }) {
  return (
    <div class="row">
      <button type="submit" class="primary">
        {label}
      </button>
    </div>
  );
}
