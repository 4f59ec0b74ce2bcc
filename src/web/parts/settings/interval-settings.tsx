import { durationText } from '../../../clinical/due/due-text';
import type { ClinicInterval } from '../../../clinical/course/course-rules';
import { INDICATIONS } from '../../../clinical/catalogue/indications';
import { PRODUCTS } from '../../../clinical/catalogue/products';
import { TOXIN_PRODUCTS } from '../../../clinical/units';
import { SelectField, type Choice } from '../page/field';
import { INDICATION_CHOICES } from '../patient/patient-words';
import { settingsMarks } from './settings-form';

const WEEKS = Array.from({ length: 45 }, (_, index) => index + 8);
const PRODUCT_CHOICES: readonly Choice[] = [
  { value: '', label: 'Every product' },
  ...TOXIN_PRODUCTS.map((product) => ({ value: product, label: PRODUCTS[product].brand })),
];
const SAVED = 'The intervals are saved, every due day is worked out again.';

/** Intervals of this clinic per indication, and per product where one is named. */
export function IntervalSettings({
  intervals,
  version,
}: {
  readonly intervals: readonly ClinicInterval[];
  readonly version: number;
}) {
  const form = {
    class: 'stack',
    ...settingsMarks(version, SAVED),
  };
  return (
    <section class="panel stack" aria-labelledby="intervals">
      <h2 id="intervals">Intervals of this clinic</h2>
      <p class="muted">
        The shortest interval counts where it is longer than that of the catalogue; the usual one takes the
        place of the catalogue’s.
      </p>
      {intervals.length === 0 ? (
        <p class="muted">None is set: the catalogue’s intervals hold.</p>
      ) : (
        <ul class="lines">
          {intervals.map((interval, index) => (
            <li key={index}>
              <span>
                <strong>{INDICATIONS[interval.indication].name}</strong>
                {`, ${interval.product ? PRODUCTS[interval.product].brand : 'every product'}: ${intervalWords(interval)}`}
              </span>
              <form {...form}>
                <Others intervals={intervals.filter((other) => other !== interval)} />
                <button type="submit" class="danger">
                  Remove <span class="visually-hidden">{INDICATIONS[interval.indication].name}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form {...form} aria-label="Set an interval">
        <Others intervals={intervals} />
        <NewInterval at={`intervals[${intervals.length}]`} />
        <div>
          <button type="submit" class="primary">
            Set the interval
          </button>
        </div>
      </form>
    </section>
  );
}

/** The list is sent whole: these go along unchanged. The empty one stands for an empty list. */
function Others({ intervals }: { readonly intervals: readonly ClinicInterval[] }) {
  if (intervals.length === 0) return <input type="hidden" name="intervals[]" value="" />;
  return (
    <>
      {intervals.flatMap((interval, index) =>
        Object.entries(interval).map(([field, value]) => (
          <input key={`${index}${field}`} type="hidden" name={`intervals[${index}].${field}`} value={value} />
        )),
      )}
    </>
  );
}

function NewInterval({ at }: { readonly at: string }) {
  const weeks = (none: string): Choice[] => [
    { value: '', label: none },
    ...WEEKS.map((count) => ({ value: `P${count}W`, label: `${count} weeks` })),
  ];
  return (
    <div class="fields">
      <SelectField label="Indication" name={`${at}.indication`} options={INDICATION_CHOICES} />
      <SelectField label="Product" name={`${at}.product`} sentAs="omit-empty" options={PRODUCT_CHOICES} />
      <SelectField
        label="Shortest interval"
        name={`${at}.minInterval`}
        sentAs="omit-empty"
        options={weeks('As in the catalogue')}
      />
      <SelectField
        label="Usual interval"
        name={`${at}.interval`}
        sentAs="omit-empty"
        options={weeks('As in the catalogue')}
      />
    </div>
  );
}

function intervalWords({ minInterval, interval }: ClinicInterval): string {
  const words = [
    minInterval && `shortest ${durationText(minInterval)}`,
    interval && `usual ${durationText(interval)}`,
  ].filter(Boolean);
  return words.length > 0 ? words.join(', ') : 'as in the catalogue';
}
