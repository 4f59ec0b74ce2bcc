import type { PlainDate } from '../../../clinical/calendar';
import { dayText, durationText } from '../../../clinical/due/due-text';
import { firstBookable } from '../../../clinical/calling/first-bookable';
import type { Clinic } from '../../../platform/clinic';
import type { DueField } from '../../../clinical/due/due-reason';
import type { CourseView, HoldView } from '../../../records/courses/courses.dto';
import { CourseEnd } from './course-end';
import type { BalancedAuthorization } from '../../../records/authorizations/balances.query';
import { CoverBalances } from '../page/cover-balances';
import { BookedBadge, CoverBadge, DueBadge } from '../page/badges';
import { dayWords, shortDay } from '../../shared/day-text';
import { Field, SelectField, TextField } from '../page/field';
import { marks } from '../../browser/marks';

interface DueProps {
  readonly course: CourseView;
  readonly today: PlainDate;
}

const FIELDS: readonly (readonly [Extract<DueField, `${string}On`>, string])[] = [
  ['anchorOn', 'Latest session'],
  ['earliestOn', 'Earliest'],
  ['dueOn', 'Due'],
  ['lastOnTimeOn', 'On time until'],
];

interface PanelProps {
  readonly course: CourseView;
  readonly clinic: Clinic;
  /** What may pay for the next session. */
  readonly balances: readonly BalancedAuthorization[];
}

/** When is the next session due, and why? With what a clinician may set in place. */
export function DuePanel({ course, clinic, balances }: PanelProps) {
  const { forecast } = course;
  const { today } = clinic;
  const early = course.effectWindow?.earlyText;
  return (
    <section class="panel stack due" aria-labelledby="due-heading">
      <div class="row">
        <h2 id="due-heading">Next session</h2>
        <DueBadge status={course.dueStatus} />
        {course.onHold && <span class="badge badge-warn">On hold</span>}
        {course.booked && (
          <BookedBadge {...course.booked} earliestOn={forecast?.earliestOn} zone={clinic.zone}>
            Booked
          </BookedBadge>
        )}
        <CoverBadge cover={course} today={clinic.today} />
      </div>
      {course.status === 'active' && <CoverBalances balances={balances} />}
      {forecast ? (
        <>
          <p class="due-day">
            <strong>{dayWords(forecast.dueOn, today)}</strong>
          </p>
          {early && (
            <p class="notice notice-warn">{`This patient ${early}: no interval allowed here closes the gap.`}</p>
          )}
          <dl class="facts why">
            {FIELDS.map(([field, label]) => (
              <div key={field} class={field === 'dueOn' ? 'why-due' : undefined}>
                <dt>{label}</dt>
                <dd>
                  {shortDay(forecast[field], today)}
                  <Reasons course={course} field={field} />
                </dd>
              </div>
            ))}
            {course.status === 'active' && <BookFor course={course} clinic={clinic} />}
          </dl>
        </>
      ) : (
        <p class="muted">No session has been given yet, so nothing is due.</p>
      )}
      {course.status === 'active' && <DueForms course={course} today={today} />}
      {course.status === 'ended' && course.endedOn && (
        <p class="notice">{`This course ended on ${dayText(course.endedOn)}: ${course.endReason ?? ''}`}</p>
      )}
      <CourseEnd course={course} today={today} />
    </section>
  );
}

/** Once the day to book has passed, the next that can be booked, which is what the due board proposes. */
function BookFor({ course, clinic: { today, due } }: Omit<PanelProps, 'balances'>) {
  if (!course.forecast) return null;
  const { bookOn } = course.forecast;
  const on = firstBookable(bookOn, today, due);
  return (
    <div>
      <dt>Book for</dt>
      <dd>
        {shortDay(on, today)}
        {on === bookOn ? (
          <Reasons course={course} field="bookOn" />
        ) : (
          <span class="reason muted">the first day from tomorrow on which the clinic is open</span>
        )}
      </dd>
    </div>
  );
}

function Reasons({ course, field }: { readonly course: CourseView; readonly field: DueField }) {
  const reasons = course.forecast?.reasons.filter((reason) => reason.field === field) ?? [];
  if (field === 'anchorOn' || field === 'lastOnTimeOn' || reasons.length === 0) return null;
  return (
    <>
      {reasons.map(({ code, text }) => (
        <span key={code} class="reason muted">
          {text}
        </span>
      ))}
    </>
  );
}

const WEEKS = [10, 11, 12, 13, 14, 15, 16, 18, 20, 24];

const CONCERNS = [
  { value: '', label: 'As the reason says' },
  { value: 'course', label: 'This course' },
  { value: 'patient', label: 'Every course of the patient' },
];

function DueForms({ course, today }: DueProps) {
  const held = course.holds.filter(({ untilOn, liftedAt }) => !liftedAt && untilOn > today);
  const intervals = [
    ...new Set([...(course.interval ? [course.interval] : []), ...WEEKS.map((week) => `P${week}W`), 'P3M']),
  ];
  return (
    <div class="due-forms no-print">
      {held.map((hold) => (
        <form
          key={hold.id}
          class="notice"
          {...marks({ api: `POST /api/v1/courses/${course.id}/holds/${hold.id}/lift`, noId: true })}
        >
          <p>{heldWords(hold, today)}</p>
          <div class="row row-end">
            <Field label="Reason to lift it" name="reason" id={`lift-${hold.id}`} required />
            <button type="submit">Lift the hold</button>
          </div>
        </form>
      ))}
      <details>
        <summary>Set the due day by hand</summary>
        <form
          class="stack"
          {...marks({ api: `PATCH /api/v1/courses/${course.id}`, version: course.version })}
        >
          {course.overrideDueOn && (
            <p class="muted">{`Set to ${dayText(course.overrideDueOn)}: ${course.overrideReason ?? ''}. An empty day takes it back.`}</p>
          )}
          <div class="fields">
            <Field
              label="Due on"
              name="overrideDueOn"
              id="override-day"
              type="date"
              value={course.overrideDueOn ?? ''}
              sentAs="null-if-empty"
            />
            <Field
              label="Reason"
              name="overrideReason"
              id="override-reason"
              value={course.overrideReason ?? ''}
              sentAs="null-if-empty"
            />
          </div>
          <div class="row">
            <button type="submit">Save the day</button>
          </div>
        </form>
      </details>
      <details>
        <summary>Change the interval</summary>
        <form
          class="stack"
          {...marks({ api: `PATCH /api/v1/courses/${course.id}`, version: course.version })}
        >
          <SelectField
            label="Interval of this course"
            name="interval"
            id="course-interval"
            sentAs="null-if-empty"
            value={course.interval ?? ''}
            options={[
              { value: '', label: 'Not set: the patient’s own effect, else the usual interval' },
              ...intervals.map((value) => ({ value, label: durationText(value as `P${string}`) })),
            ]}
          />
          <div class="row">
            <button type="submit">Save the interval</button>
          </div>
        </form>
      </details>
      <details>
        <summary>Put on hold</summary>
        <form class="stack" {...marks({ api: `POST /api/v1/courses/${course.id}/holds` })}>
          <div class="fields">
            <Field
              label="Since"
              name="fromOn"
              id="hold-from"
              type="date"
              max={today}
              sentAs="omit-empty"
              hint="Empty: from today."
            />
            <Field
              label="No session before"
              name="untilOn"
              id="hold-until"
              type="date"
              min={today}
              required
            />
            <SelectField
              label="Whom it keeps waiting"
              name="concerns"
              id="hold-concerns"
              sentAs="omit-empty"
              options={CONCERNS}
              hint="Pregnancy, infection, swallowing, breathing and surgery concern the patient."
            />
          </div>
          <TextField label="Reason" name="reason" id="hold-reason" rows={2} required />
          <div class="row">
            <button type="submit">Hold</button>
          </div>
        </form>
      </details>
    </div>
  );
}

function heldWords({ fromOn, untilOn, concerns, reason }: HoldView, today: PlainDate): string {
  const whom = concerns === 'patient' ? ', every course of the patient' : '';
  return `On hold from ${shortDay(fromOn, today)} until ${shortDay(untilOn, today)}${whom}: ${reason}`;
}
