import { addDuration, type Duration, type PlainDate } from '../calendar';
import type { IndicationSlug } from '../catalogue/indications';
import type { ClinicInterval } from '../course/course-rules';
import type { ToxinProduct } from '../units';

/**
 * The longest of the payer's and the clinic's own shortest intervals, counted from the day of the session; of two that
 * end on one day the payer's.
 *
 * @param course its shortest interval is the payer's
 */
export function clinicMinimum(
  { product, performedOn }: { readonly product: ToxinProduct; readonly performedOn: PlainDate },
  { indication, minInterval }: { readonly indication: IndicationSlug; readonly minInterval: Duration | null },
  intervals: readonly ClinicInterval[],
): Duration | undefined {
  const own = intervals.filter(
    (set) => set.indication === indication && (set.product ?? product) === product,
  );
  return [minInterval, ...own.map((set) => set.minInterval)]
    .filter((duration) => duration !== null && duration !== undefined)
    .reduce<Duration | undefined>(
      (longest, duration) =>
        longest && addDuration(performedOn, longest) >= addDuration(performedOn, duration)
          ? longest
          : duration,
      undefined,
    );
}
