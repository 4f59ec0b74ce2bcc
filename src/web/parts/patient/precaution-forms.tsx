import type { PlainDate } from '../../../clinical/calendar';
import { PRECAUTION_CODES, PRECAUTIONS, precautionOf } from '../../../clinical/precautions/precaution-rows';
import { PREGNANCY_ANSWERS, type PregnancyAnswerWord } from '../../../clinical/precautions/pregnancy';
import type { PrecautionRow } from '../../../records/precautions/precaution.entity';
import { marks } from '../../browser/marks';
import { Field, NumberField, SelectField, TextField } from '../page/field';

const MEASURED = PRECAUTION_CODES.filter((code) => PRECAUTIONS[code].measured);

/** What asks for care, since when, and who says so. */
export function AddPrecaution({
  patientId,
  today,
}: {
  readonly patientId: string;
  readonly today: PlainDate;
}) {
  return (
    <details>
      <summary>Add a precaution</summary>
      <form
        class="stack"
        {...marks({ api: `POST /api/v1/patients/${patientId}/precautions`, saved: 'Precaution added.' })}
      >
        <input type="hidden" name="askedOn" value={today} />
        <div class="fields">
          <SelectField
            label="Precaution"
            name="code"
            id="precaution-code"
            options={PRECAUTION_CODES.map((value) => ({ value, label: PRECAUTIONS[value].name }))}
          />
          <Field
            label="Since"
            name="startedOn"
            id="precaution-since"
            type="date"
            max={today}
            sentAs="omit-empty"
            hint="Empty: not known. Of an INR: the day of measurement"
          />
          <div {...marks({ when: `code=${MEASURED.join(' ')}` })} hidden>
            <NumberField label="Value" name="value" id="precaution-value" />
          </div>
          <Source id="precaution-source" sentAs="omit-empty" />
        </div>
        <TextField label="Note" name="note" id="precaution-note" rows={2} sentAs="omit-empty" />
        <div class="row">
          <button type="submit" class="primary">
            Add
          </button>
        </div>
      </form>
    </details>
  );
}

/** Whether it still holds is one tap; its days, its value and its source are corrected below. */
export function ChangePrecaution({ row, today }: { readonly row: PrecautionRow; readonly today: PlainDate }) {
  const { id, version, startedOn, endedOn, askedOn, value, source, note } = row;
  const api = `PATCH /api/v1/precautions/${id}` as const;
  const code = precautionOf(row.code);
  const name = code ? PRECAUTIONS[code].name : row.code;
  return (
    <details>
      <summary>
        Change<span class="visually-hidden">{` ${name}`}</span>
      </summary>
      <div class="row">
        <form {...marks({ api, version, saved: 'Asked about today.' })}>
          <input type="hidden" name="askedOn" value={today} />
          <button type="submit">Asked today: still so</button>
        </form>
        <form {...marks({ api, version, saved: 'Ended today.' })}>
          <input type="hidden" name="endedOn" value={today} />
          <input type="hidden" name="askedOn" value={today} />
          <button type="submit">Ended today</button>
        </form>
      </div>
      <form class="stack" {...marks({ api, version, changed: true, saved: 'Changed.' })}>
        <div class="fields">
          <Field
            label="Since"
            name="startedOn"
            id={`since-${id}`}
            type="date"
            max={today}
            value={startedOn ?? ''}
            sentAs="null-if-empty"
          />
          <Field
            label="No longer from"
            name="endedOn"
            id={`ended-${id}`}
            type="date"
            value={endedOn ?? ''}
            sentAs="null-if-empty"
          />
          <Field
            label="Asked on"
            name="askedOn"
            id={`asked-${id}`}
            type="date"
            max={today}
            value={askedOn}
            required
          />
          {code && PRECAUTIONS[code].measured && (
            <NumberField label="Value" name="value" id={`value-${id}`} value={value} nullable />
          )}
          <Source id={`source-${id}`} value={source ?? ''} sentAs="null-if-empty" />
        </div>
        <TextField
          label="Note"
          name="note"
          id={`note-${id}`}
          rows={2}
          value={note ?? ''}
          sentAs="null-if-empty"
        />
        <div class="row">
          <button type="submit" class="primary">
            Save
          </button>
        </div>
      </form>
    </details>
  );
}

interface SourceProps {
  readonly id: string;
  readonly value?: string;
  readonly sentAs: 'omit-empty' | 'null-if-empty';
}

function Source({ id, value, sentAs }: SourceProps) {
  return (
    <>
      <Field
        label="Source"
        name="source"
        id={id}
        value={value}
        maxLength={200}
        list={`${id}-list`}
        autocomplete="off"
        sentAs={sentAs}
      />
      <datalist id={`${id}-list`}>
        <option value="Patient" />
        <option value="Letter" />
        <option value="Laboratory" />
        <option value="Examination" />
      </datalist>
    </>
  );
}

const ANSWER_WORDS: Readonly<Record<PregnancyAnswerWord, string>> = {
  'not-pregnant': 'Not pregnant',
  pregnant: 'Pregnant',
  'breast-feeding': 'Breast-feeding',
  'not-applicable': 'Cannot be pregnant',
  declined: 'Declined to say',
};

export function answerWords(answer: PregnancyAnswerWord): string {
  return ANSWER_WORDS[answer];
}

/** The question about pregnancy, its usual answer one tap away. */
export function PregnancyQuestion({
  patientId,
  today,
}: {
  readonly patientId: string;
  readonly today: PlainDate;
}) {
  const api = `POST /api/v1/patients/${patientId}/pregnancy-answers` as const;
  return (
    <div class="row" role="group" aria-label="Asked today about pregnancy">
      {PREGNANCY_ANSWERS.map((answer) => (
        <form key={answer} {...marks({ api, saved: 'The answer is recorded.' })}>
          <input type="hidden" name="askedOn" value={today} />
          <input type="hidden" name="answer" value={answer} />
          <button type="submit" class={answer === 'not-pregnant' ? 'primary' : undefined}>
            {answer === 'not-pregnant' ? 'Asked today: not pregnant' : ANSWER_WORDS[answer]}
          </button>
        </form>
      ))}
    </div>
  );
}
