import {
  INDICATIONS,
  INDICATION_SLUGS,
  isIndication,
  type IndicationSlug,
} from '../../../clinical/catalogue/indications';
import { minutesToOffer } from '../../../clinical/schedule/visit-length';
import type { Clinic } from '../../../platform/clinic';
import { addressWith } from '../../filled-query';

/** What a view of the calendar is asked for, besides its day. */
export interface CalendarView {
  /** Whose week. */
  readonly with?: string | undefined;
  /** For the treatment of what the free times are. */
  readonly for?: IndicationSlug | undefined;
}

/** The treatment that an address names. */
export function treatmentIn(query: Readonly<Record<string, unknown>>): IndicationSlug | undefined {
  const asked = query['for'];
  return isIndication(asked) ? asked : undefined;
}

/** An address of the calendar in the view that one has. */
export function calendarAddress(
  path: string,
  days: Readonly<Record<string, string>>,
  view: CalendarView,
): string {
  return addressWith(path, { ...days, ...view });
}

interface FreeForProps {
  readonly path: string;
  readonly days: Readonly<Record<string, string>>;
  readonly view: CalendarView;
  readonly clinic: Clinic;
}

/** For what one looks for a free time: those are offered in which such a visit has room. */
export function FreeFor({ path, days, view, clinic }: FreeForProps) {
  const { visitLengths } = clinic.schedule;
  const { for: treatment, ...kept } = { ...days, ...view };
  const minutesOf = (slug?: IndicationSlug): string => `${minutesToOffer(slug, visitLengths)} min`;
  return (
    <form method="get" action={path} class="row no-print" aria-label="Free times">
      {Object.entries(kept).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <label for="free-for">Free times for</label>
      <select id="free-for" name="for" class="auto">
        <option value="">{`any treatment, ${minutesOf()}`}</option>
        {INDICATION_SLUGS.map((slug) => (
          <option key={slug} value={slug} selected={slug === treatment}>
            {`${INDICATIONS[slug].name}, ${minutesOf(slug)}`}
          </option>
        ))}
      </select>
      <button type="submit">Show</button>
    </form>
  );
}
