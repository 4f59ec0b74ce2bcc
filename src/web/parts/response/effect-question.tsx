import { addDays, type PlainDate } from '../../../clinical/calendar';
import type { Response } from '../../../records/responses/response.entity';
import type { Session } from '../../../records/sessions/session.entity';
import { shortDay } from '../../shared/day-text';
import { Field } from '../page/field';
import { marks } from '../../browser/marks';
import { counted } from '../../../clinical/words';

export interface EffectQuestionProps {
  readonly session: Session;
  readonly response: Response | null;
  readonly today: PlainDate;
}

const QUICK_WEEKS = [1, 2, 3, 4];

/** Asked at every visit: a missing day and a good effect must not look the same. */
export function EffectQuestion({ session, response, today }: EffectQuestionProps) {
  const known = response?.woreOffOn ? 'wore-off' : undefined;
  const answered = response?.woreOffOn ?? response?.stillEffectiveOn;
  return (
    <fieldset class="panel stack">
      <legend>On which day did it wear off, or is it still working?</legend>
      {response?.stillEffectiveOn && !response.woreOffOn && (
        <p class="muted">{`Still working on ${shortDay(response.stillEffectiveOn, today)}, when last asked.`}</p>
      )}
      <div class="big-choices">
        <label class="big-choice">
          <input type="radio" name="effect" value="still" form="not-sent" />
          <span>Still working today</span>
        </label>
        <label class="big-choice">
          <input type="radio" name="effect" value="wore-off" form="not-sent" checked={known === 'wore-off'} />
          <span>It wore off</span>
        </label>
        {answered && (
          <label class="big-choice">
            <input type="radio" name="effect" value="unknown" form="not-sent" />
            <span>Not known after all</span>
          </label>
        )}
      </div>
      <div {...marks({ when: 'effect=still' })} class="stack" hidden>
        <Field
          label="Still working on"
          name="stillEffectiveOn"
          id="still-effective-on"
          type="date"
          min={session.performedOn}
          max={today}
          value={today}
          required
          proposed
        />
        <input type="hidden" name="woreOffOn" value="" {...marks({ sentAs: 'null-if-empty' })} disabled />
      </div>
      {answered && (
        <div {...marks({ when: 'effect=unknown' })} hidden>
          <input
            type="hidden"
            name="stillEffectiveOn"
            value=""
            {...marks({ sentAs: 'null-if-empty' })}
            disabled
          />
          <input type="hidden" name="woreOffOn" value="" {...marks({ sentAs: 'null-if-empty' })} disabled />
          <p class="hint">The answer is taken back.</p>
        </div>
      )}
      <div {...marks({ when: 'effect=wore-off' })} class="stack" hidden={known !== 'wore-off'}>
        <div class="row" role="group" aria-label="When did it wear off?">
          {QUICK_WEEKS.map((weeks) => ({ weeks, day: addDays(today, -7 * weeks) }))
            .filter(({ day }) => day > session.performedOn)
            .map(({ weeks, day }) => (
              <button
                key={weeks}
                type="button"
                class="quick"
                {...marks({ fill: 'wore-off-on', fillWith: day })}
                aria-pressed="false"
              >
                {`${counted(weeks, 'week')} ago`}
              </button>
            ))}
        </div>
        <Field
          label="Wore off on"
          name="woreOffOn"
          id="wore-off-on"
          type="date"
          min={session.performedOn}
          max={today}
          value={response?.woreOffOn ?? ''}
          required
        />
        <input
          type="hidden"
          name="stillEffectiveOn"
          value=""
          {...marks({ sentAs: 'null-if-empty' })}
          disabled
        />
      </div>
    </fieldset>
  );
}
