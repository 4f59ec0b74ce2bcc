import { inSentence } from '../words';
import type { Duration } from '../calendar';
import type { DueRules, IntervalRule } from '../due/due-forecast';
import { type DueSettings, DEFAULT_DUE_SETTINGS } from '../due/due-settings';
import { type IndicationSlug, INDICATIONS } from '../catalogue/indications';
import { PRODUCTS } from '../catalogue/products';
import { type RuledInterval, minimumIntervalFor, usualIntervalFor } from '../session-rules/intervals';
import { type RuleValues, ruleValues } from '../rules';
import type { ToxinProduct } from '../units';
import type { LearnedClinic } from '../watch/learning/learned-clinic';

/** An interval that the clinic has set, for every product of an indication or for one. */
export interface ClinicInterval {
  readonly indication: IndicationSlug;
  readonly product?: ToxinProduct;
  /** Counts where it is longer than the shortest interval of the catalogue. */
  readonly minInterval?: Duration;
  /** Takes the place of the usual interval of the catalogue. */
  readonly interval?: Duration;
}

/** What catalogue and clinic say of courses, made once and used for many. */
export interface CourseRules {
  /** The age is in completed years on the day of the session; a child's minimum may be longer. */
  readonly intervalsFor: (of: {
    product: ToxinProduct;
    indication: IndicationSlug;
    ageYears?: number;
  }) => Pick<DueRules, 'minimums' | 'usual'>;
  readonly settings: DueSettings;
  /** Every threshold as it stands in this clinic. */
  readonly values: RuleValues;
  /** What the clinic has learned from its own courses, once that was accepted. */
  readonly learned?: LearnedClinic;
}

/** The rules of this clinic; without anything set, those of the catalogue. */
export function courseRules(
  values: RuleValues = ruleValues(),
  settings: DueSettings = DEFAULT_DUE_SETTINGS,
  clinicIntervals: readonly ClinicInterval[] = [],
  learned?: LearnedClinic,
): CourseRules {
  return {
    learned,
    settings,
    values,
    intervalsFor: ({ product, indication, ageYears }) => {
      const where = `for ${PRODUCTS[product].brand} in ${inSentence(INDICATIONS[indication].name)}`;
      const set = clinicIntervals.filter(
        (clinicInterval) =>
          clinicInterval.indication === indication && (clinicInterval.product ?? product) === product,
      );
      const usual =
        set.find((clinicInterval) => clinicInterval.product && clinicInterval.interval) ??
        set.find((clinicInterval) => clinicInterval.interval);
      const minimum = minimumIntervalFor({ product, indication, ageYears, rules: values });
      return {
        minimums: [
          intervalRule(minimum, `the shortest interval ${where}${atAge(minimum)}`),
          ...set.flatMap(({ minInterval }) =>
            minInterval ? [{ duration: minInterval, text: `the clinic’s shortest interval ${where}` }] : [],
          ),
        ],
        usual: usual?.interval
          ? { duration: usual.interval, text: `the clinic’s usual interval ${where}` }
          : intervalRule(
              usualIntervalFor({ product, indication, rules: values }),
              `the usual interval ${where}`,
            ),
      };
    },
  };
}

function intervalRule({ duration, source }: RuledInterval, text: string): IntervalRule {
  return { duration, text, source };
}

/** A rule of its own for children is named in the text, so that nobody takes it for the adult's. */
function atAge({ ruleId }: RuledInterval): string {
  return ruleId.includes('.child.') ? ' at this age' : '';
}
