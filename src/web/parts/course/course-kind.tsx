import { COURSE_SIDES, ETIOLOGIES, INDICATIONS } from '../../../clinical/catalogue/indications';
import type { PlainDate } from '../../../clinical/calendar';
import type { Handedness } from '../../../clinical/catalogue/anatomy/handedness';
import { codeLackingBeside } from '../../../clinical/catalogue/codes/code-pairs';
import { codeWords } from '../../../clinical/catalogue/codes/code-words';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import { TOXIN_PRODUCTS } from '../../../clinical/units';
import { capitalised, slugWords } from '../../../clinical/words';
import type { CourseView } from '../../../records/courses/courses.dto';
import { marks } from '../../browser/marks';
import { productWords } from '../../shared/injection-words';
import { Field, SelectField, TextField } from '../page/field';
import { DiagnosisField, GuidanceReasonField, TriedField } from '../patient/course-fields';

interface KindProps {
  readonly course: CourseView;
  /** The hand that the patient writes with. */
  readonly handedness: Handedness | null;
  readonly today: PlainDate;
}

/** What is treated and why: side, cause, diagnosis and product, what contradicts among them, and a form to change them. */
export function CourseKind({ course, handedness, today }: KindProps) {
  const { indication, side, etiology, diagnosisCode, plannedProduct, triedBefore, guidanceReason } = course;
  const { contradictions, changeReason, secondDiagnosisCode } = course;
  const lackingBeside = codeLackingBeside({ ...course, handedness }, today);
  const asked = INDICATIONS[indication];
  return (
    <section class="panel stack kind no-print" aria-labelledby="kind-heading">
      <h2 id="kind-heading">What is treated</h2>
      {contradictions.map((said) => (
        <p key={said} class="notice notice-warn">
          {said}
        </p>
      ))}
      <dl class="facts">
        <dt>Diagnosis</dt>
        <dd>
          {diagnosisCode
            ? `${diagnosisCode} ${capitalised(codeWords(diagnosisCode, indication))}`
            : 'No code recorded'}
          {secondDiagnosisCode && (
            <div>{`${secondDiagnosisCode} ${capitalised(codeWords(secondDiagnosisCode, indication))}`}</div>
          )}
          {lackingBeside && <div>{lackingBeside}</div>}
        </dd>
        {asked.side !== 'none' && (
          <>
            <dt>Side</dt>
            <dd>{side ? slugWords(side) : 'Not told'}</dd>
          </>
        )}
        {asked.etiology === 'required' && (
          <>
            <dt>Cause</dt>
            <dd>{etiology ? slugWords(etiology) : 'Not told'}</dd>
          </>
        )}
        <dt>Planned product</dt>
        <dd>{PRODUCTS[plannedProduct].brand}</dd>
        <dt>Tried before</dt>
        <dd>
          {(triedBefore ?? 'Not recorded').split('\n').map((line) => (
            <div key={line}>{line}</div>
          ))}
        </dd>
        {guidanceReason && (
          <>
            <dt>Guidance, why</dt>
            <dd>{guidanceReason}</dd>
          </>
        )}
        {changeReason && (
          <>
            <dt>Changed because</dt>
            <dd>{changeReason}</dd>
          </>
        )}
      </dl>
      {course.status === 'active' && (
        <details class="no-print">
          <summary>Change what is treated</summary>
          <KindForm course={course} handedness={handedness} today={today} />
        </details>
      )}
    </section>
  );
}

function KindForm({ course, handedness, today }: KindProps) {
  const { indication, side, etiology, diagnosisCode, plannedProduct } = course;
  const asked = INDICATIONS[indication];
  const none = { value: '', label: 'None' };
  return (
    <form
      class="stack"
      {...marks({
        api: `PATCH /api/v1/courses/${course.id}`,
        version: course.version,
        changed: true,
        saved: 'Changed.',
      })}
    >
      <div class="fields">
        {asked.side !== 'none' && (
          <SelectField
            label="Side"
            name="side"
            id="kind-side"
            value={side ?? ''}
            sentAs="null-if-empty"
            options={[
              ...(asked.side === 'required' ? [] : [none]),
              ...COURSE_SIDES.map((value) => ({ value, label: slugWords(value) })),
            ]}
          />
        )}
        {asked.etiology === 'required' && (
          <SelectField
            label="Cause"
            name="etiology"
            id="kind-cause"
            value={etiology ?? ''}
            options={ETIOLOGIES.map((value) => ({ value, label: slugWords(value) }))}
          />
        )}
        <DiagnosisField
          id="kind-code"
          of={{ indication, side, etiology, handedness, on: today, standing: diagnosisCode ?? '' }}
          sentAs="null-if-empty"
        />
        {(asked.etiology === 'required' || course.secondDiagnosisCode) && (
          <Field
            label="Second diagnosis (ICD-10)"
            name="secondDiagnosisCode"
            id="kind-second-code"
            value={course.secondDiagnosisCode ?? ''}
            hint="Beside it on a claim: the paralysis of G35.-, the injury of a paralysis"
            maxLength={8}
            sentAs="null-if-empty"
          />
        )}
        <SelectField
          label="Planned product"
          name="plannedProduct"
          id="kind-product"
          value={plannedProduct}
          options={TOXIN_PRODUCTS.map((value) => ({ value, label: productWords(value) }))}
        />
      </div>
      <TriedField id="kind-tried" value={course.triedBefore ?? ''} sentAs="null-if-empty" />
      <GuidanceReasonField id="kind-guidance" value={course.guidanceReason ?? ''} />
      <TextField
        label="Reason"
        name="reason"
        id="kind-reason"
        rows={2}
        sentAs="omit-empty"
        hint="Needed with another side once a session has been given"
      />
      <div class="row">
        <button type="submit" class="primary">
          Save
        </button>
      </div>
    </form>
  );
}
