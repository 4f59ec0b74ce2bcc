import { HANDEDNESS, type Handedness } from '../../../clinical/catalogue/anatomy/handedness';
import type { PlainDate } from '../../../clinical/calendar';
import { holdsOn } from '../../../clinical/precautions/dated-precaution';
import { openPregnancyNote } from '../../../clinical/precautions/precaution-findings';
import { PRECAUTIONS, precautionOf } from '../../../clinical/precautions/precaution-rows';
import type { RuleValues } from '../../../clinical/rules';
import { counted } from '../../../clinical/words';
import type { PatientCare } from '../../../records/patients/care/patient-care.query';
import type { Patient } from '../../../records/patients/patient.entity';
import type { PrecautionRow } from '../../../records/precautions/precaution.entity';
import { marks } from '../../browser/marks';
import { shortDay } from '../../shared/day-text';
import { Field, NumberField, SelectField } from '../page/field';
import { AddPrecaution, answerWords, ChangePrecaution, PregnancyQuestion } from './precaution-forms';

export interface SafetyPanelProps {
  readonly patient: Patient;
  readonly care: PatientCare;
  readonly rules: RuleValues;
  readonly today: PlainDate;
}

/** What a neurologist must know before a toxin is given, and when it was last asked. */
export function SafetyPanel({ patient, care, rules, today }: SafetyPanelProps) {
  const { weightKg, weightMeasuredOn } = patient;
  const ended = care.precautions.filter((row) => row.endedOn && row.endedOn <= today);
  const inForce = care.precautions.filter((row) => holdsOn(row, today));
  const answer = care.pregnancyAnswers.at(-1);
  const asks = openPregnancyNote({ ...patient, ...care }, today, rules).length > 0;
  return (
    <section class="panel stack" aria-labelledby="safety">
      <h2 id="safety">Safety</h2>
      <h3>Precautions</h3>
      {inForce.length === 0 && <p class="muted">None recorded.</p>}
      <ul class="plain stack">
        {inForce.map((row) => (
          <li key={row.id}>
            <PrecautionLine row={row} today={today} />
            <ChangePrecaution row={row} today={today} />
          </li>
        ))}
      </ul>
      <AddPrecaution patientId={patient.id} today={today} />
      {ended.length > 0 && (
        <details>
          <summary>{`Ended (${ended.length})`}</summary>
          <ul class="plain stack">
            {ended.map((row) => (
              <li key={row.id}>
                <PrecautionLine row={row} today={today} />
                <ChangePrecaution row={row} today={today} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {(asks || answer) && (
        <>
          <h3>Pregnancy</h3>
          {answer && <p>{`${answerWords(answer.answer)}, asked ${shortDay(answer.askedOn, today)}.`}</p>}
          {asks && <PregnancyQuestion patientId={patient.id} today={today} />}
        </>
      )}
      <dl class="facts">
        <dt>A toxin was tolerated before</dt>
        <dd>{toleranceWords(patient.priorToxinTolerance, care.toleratedSessions)}</dd>
        <dt>Weight</dt>
        <dd>
          {weightKg === null
            ? 'Not known'
            : `${weightKg} kg${weightMeasuredOn ? ` on ${shortDay(weightMeasuredOn, today)}` : ''}`}
        </dd>
        <dt>Writes with</dt>
        <dd>{handWords(patient.handedness)}</dd>
      </dl>
      <details>
        <summary>
          Change<span class="visually-hidden"> weight and tolerance, writing hand</span>
        </summary>
        <form
          class="stack"
          {...marks({
            api: `PATCH /api/v1/patients/${patient.id}`,
            version: patient.version,
            saved: 'Changed.',
          })}
        >
          <SafetyFields patient={patient} today={today} />
          <div class="row">
            <button type="submit" class="primary">
              Save
            </button>
          </div>
        </form>
      </details>
    </section>
  );
}

function PrecautionLine({ row, today }: { readonly row: PrecautionRow; readonly today: PlainDate }) {
  const { startedOn, endedOn, askedOn, value, source, note } = row;
  const code = precautionOf(row.code);
  const name = code ? PRECAUTIONS[code].name : row.code;
  const days =
    value !== null && startedOn
      ? ` on ${shortDay(startedOn, today)}`
      : startedOn
        ? `, since ${shortDay(startedOn, today)}`
        : '';
  return (
    <>
      <p>
        <b>{`${name}${value === null ? '' : ` ${value}`}`}</b>
        {`${days}${endedOn ? `, no longer from ${shortDay(endedOn, today)}` : ''}`}
        <span class="muted">{`; asked ${shortDay(askedOn, today)}${source ? `, source: ${source}` : ''}`}</span>
      </p>
      {note && <p class="muted">{note}</p>}
    </>
  );
}

/** What the patient said decides, else what the record tells: "Tolerated (10 sessions here)". */
function toleranceWords(said: boolean | null, sessions: number): string {
  const here = sessions > 0 ? ` (${counted(sessions, 'session')} here)` : '';
  if (said === null) return sessions > 0 ? `Tolerated${here}` : 'Not known';
  return `${said ? 'Yes' : 'No'}${here}`;
}

function handWords(handedness: Handedness | null): string {
  if (handedness === null) return 'Not asked';
  return { right: 'The right hand', left: 'The left hand', both: 'Both hands', unknown: 'Not known' }[
    handedness
  ];
}

function SafetyFields({ patient, today }: { readonly patient: Patient; readonly today: PlainDate }) {
  const tolerated = patient.priorToxinTolerance;
  return (
    <div class="fields">
      <NumberField label="Weight in kg" name="weight.kg" value={patient.weightKg} />
      <Field
        label="Weighed on"
        name="weight.measuredOn"
        type="date"
        value={patient.weightMeasuredOn ?? ''}
        max={today}
        sentAs="omit-empty"
      />
      <SelectField
        label="A toxin was tolerated before"
        name="priorToxinTolerance"
        value={tolerated === null ? '' : String(tolerated)}
        sentAs={['boolean', 'null-if-empty']}
        options={[
          { value: '', label: 'As the sessions here tell' },
          { value: 'true', label: 'Yes' },
          { value: 'false', label: 'No' },
        ]}
      />
      <SelectField
        label="Writes with"
        name="handedness"
        value={patient.handedness ?? ''}
        sentAs="null-if-empty"
        hint="Codes after a stroke name the dominant side"
        options={[
          { value: '', label: 'Not asked' },
          ...HANDEDNESS.map((value) => ({ value, label: handWords(value) })),
        ]}
      />
    </div>
  );
}
