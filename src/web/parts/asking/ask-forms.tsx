import type { ComponentChildren } from 'preact';
import { addDays, type PlainDate } from '../../../clinical/calendar';
import { counted } from '../../../clinical/words';
import { marks } from '../../browser/marks';
import { Field, NumberField, SelectField } from '../page/field';

const WEEKS_AGO = [1, 2, 3, 4];

/**
 * What the patient says, once for the whole list: the island `rows` puts a copy into the row that asks for it. Still
 * working, or the day: one tap more. The rest, and the tablet, stand below.
 */
export function AskForms({ today }: { readonly today: PlainDate }) {
  return (
    <template {...marks({ rowForm: 'ask' })}>
      <div class="row-form">
        <p class="strong">{'Is it still working, or when did it wear off? {name} says:'}</p>
        <div class="row">
          <Said today={today} primary>
            <input type="hidden" name="stillEffective" value="true" {...marks({ sentAs: 'boolean' })} />
            Still working
          </Said>
          {WEEKS_AGO.map((weeks) => (
            <Said key={weeks} today={today}>
              <WoreOff />
              <input type="hidden" name="woreOffOn" value={addDays(today, -7 * weeks)} />
              {`${counted(weeks, 'week')} ago`}
            </Said>
          ))}
        </div>
        <details>
          <summary>Another day, how much it helped, trouble</summary>
          <SaidForm today={today}>
            <div class="fields">
              <SelectField
                label="Is it still working?"
                name="stillEffective"
                id="ask-still-{courseId}"
                value="false"
                sentAs={['boolean', 'null-if-empty']}
                options={[
                  { value: 'true', label: 'Yes' },
                  { value: 'false', label: 'No, it wore off' },
                  { value: '', label: 'Does not know' },
                ]}
              />
              <Field
                label="Wore off on"
                name="woreOffOn"
                id="ask-off-{courseId}"
                type="date"
                max={today}
                sentAs="omit-empty"
              />
              <NumberField
                label="How much better at its best (%)"
                name="helpedPct"
                id="ask-helped-{courseId}"
              />
              <Field
                label="Trouble, in the patient’s words"
                name="trouble"
                id="ask-trouble-{courseId}"
                sentAs="omit-empty"
              />
            </div>
            <div class="row">
              <button type="submit">Save</button>
            </div>
          </SaidForm>
        </details>
        <div class="row">
          <form
            {...marks({
              api: 'POST /api/v1/courses/{courseId}/check-ins',
              noId: true,
              checkInCode: true,
            })}
          >
            <button type="submit">Let the patient answer on the tablet</button>
          </form>
          <button type="button" class="quiet" {...marks({ close: true })}>
            Cancel
          </button>
        </div>
      </div>
    </template>
  );
}

interface SaidProps {
  readonly today: PlainDate;
  readonly primary?: boolean;
  readonly children: ComponentChildren;
}

/** A button that says it all. */
function Said({ today, primary, children }: SaidProps) {
  const parts = Array.isArray(children) ? (children as ComponentChildren[]) : [children];
  return (
    <SaidForm today={today}>
      {parts.slice(0, -1)}
      <button type="submit" class={primary ? 'primary' : undefined}>
        {parts.at(-1)}
      </button>
    </SaidForm>
  );
}

function SaidForm({ today, children }: Omit<SaidProps, 'primary'>) {
  return (
    <form
      {...marks({
        api: 'POST /api/v1/courses/{courseId}/patient-answers',
        after: 'refresh',
        refresh: '#{row}',
        refreshFrom: '{refresh}',
        saved: 'Written down as the patient’s words.',
      })}
    >
      <input type="hidden" name="answeredOn" value={today} />
      <input type="hidden" name="channel" value="telephone" />
      {children}
    </form>
  );
}

function WoreOff() {
  return <input type="hidden" name="stillEffective" value="false" {...marks({ sentAs: 'boolean' })} />;
}
