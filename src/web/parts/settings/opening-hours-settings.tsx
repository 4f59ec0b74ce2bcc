import type { ComponentChildren } from 'preact';
import type { Weekday } from '../../../clinical/calendar';
import type { OpeningHours } from '../../../clinical/schedule/opening-hours';
import { capitalised } from '../../../clinical/words';
import type { Injector } from '../../../worklist/schedule/free-slots.query';
import { marks } from '../../browser/marks';
import { FROM_MONDAY, hoursWords } from './hours-words';

interface OpeningHoursSettingsProps {
  readonly hours: readonly OpeningHours[];
  readonly injectors: readonly Injector[];
  readonly closedWeekdays: readonly Weekday[];
  readonly version: number;
}

/** When injections are given: for the clinic, and for each neurologist who has hours of their own. */
export function OpeningHoursSettings(props: OpeningHoursSettingsProps) {
  return (
    <section class="panel stack" aria-labelledby="hours">
      <h2 id="hours">Opening hours</h2>
      <p class="muted">
        The calendar offers times within them, and says so where a visit lies outside. Two spans on a day
        leave a break between them. A weekday without a time is a day off; days on which the clinic is closed
        stay closed.
      </p>
      <HoursOf whose={null} title="The clinic" none="nine to five on every open day" {...props} />
      {props.injectors.map(({ id, name }) => (
        <HoursOf key={id} whose={id} title={name} none="as the clinic" {...props} />
      ))}
    </section>
  );
}

interface HoursOfProps extends OpeningHoursSettingsProps {
  readonly whose: string | null;
  readonly title: string;
  /** What holds while nothing is set. */
  readonly none: string;
}

function HoursOf({ whose, title, none, hours, closedWeekdays, version }: HoursOfProps) {
  const own = hours.filter(({ injectorId }) => injectorId === whose);
  const others = hours.filter(({ injectorId }) => injectorId !== whose);
  return (
    <details>
      <summary>{`${title}: ${hoursWords(own) || none}`}</summary>
      <form
        class="stack"
        aria-label={`Opening hours: ${title}`}
        {...marks({
          api: 'PATCH /api/v1/clinic-settings',
          version,
          saved: `The opening hours are saved: ${title}.`,
        })}
      >
        <input type="hidden" name="openingHours[]" value="" />
        {others.map((span, index) => (
          <Span key={index} at={`openingHours[${index}]`} whose={span.injectorId} weekday={span.weekday}>
            <input type="hidden" name={`openingHours[${index}].opensAt`} value={span.opensAt} />
            <input type="hidden" name={`openingHours[${index}].closesAt`} value={span.closesAt} />
          </Span>
        ))}
        <div class="scroll" role="region" aria-label={`Hours by weekday: ${title}`} tabIndex={0}>
          <table class="table hours-table">
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">From, to</th>
                <th scope="col">After a break</th>
              </tr>
            </thead>
            <tbody>
              {FROM_MONDAY.map((weekday, day) => (
                <tr key={weekday}>
                  <th scope="row">
                    {capitalised(weekday)}
                    {closedWeekdays.includes(weekday) && <small> (closed)</small>}
                  </th>
                  {[0, 1].map((nth) => (
                    <Times
                      key={nth}
                      at={`openingHours[${others.length + day * 2 + nth}]`}
                      whose={whose}
                      weekday={weekday}
                      span={spansOf(own, weekday)[nth]}
                      isSecond={nth === 1}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div>
          <button type="submit" class="primary">
            Save the hours<span class="visually-hidden">{`: ${title}`}</span>
          </button>
        </div>
      </form>
    </details>
  );
}

function spansOf(own: readonly OpeningHours[], weekday: Weekday): OpeningHours[] {
  return own
    .filter((span) => span.weekday === weekday)
    .toSorted((a, b) => a.opensAt.localeCompare(b.opensAt));
}

interface TimesProps {
  readonly at: string;
  readonly whose: string | null;
  readonly weekday: Weekday;
  readonly span: OpeningHours | undefined;
  readonly isSecond: boolean;
}

/** A span of a day; left empty, there is none. */
function Times({ at, whose, weekday, span, isSecond }: TimesProps) {
  const words = `${capitalised(weekday)}${isSecond ? ', after a break,' : ''}`;
  return (
    <td class="field">
      <Span at={at} whose={whose} weekday={weekday} />
      <span class="row">
        <Time name={`${at}.opensAt`} label={`${words} from`} value={span?.opensAt} />
        <Time name={`${at}.closesAt`} label={`${words} to`} value={span?.closesAt} />
      </span>
    </td>
  );
}

interface TimeProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
}

function Time({ name, label, value }: TimeProps) {
  return (
    <input
      type="time"
      class="auto"
      name={name}
      aria-label={label}
      value={value}
      {...marks({ sentAs: 'row' })}
    />
  );
}

interface SpanProps {
  readonly at: string;
  readonly whose: string | null;
  readonly weekday: Weekday;
  readonly children?: ComponentChildren;
}

function Span({ at, whose, weekday, children }: SpanProps) {
  return (
    <>
      <input
        type="hidden"
        name={`${at}.injectorId`}
        value={whose ?? ''}
        {...marks({ sentAs: 'null-if-empty' })}
      />
      <input type="hidden" name={`${at}.weekday`} value={weekday} />
      {children}
    </>
  );
}
