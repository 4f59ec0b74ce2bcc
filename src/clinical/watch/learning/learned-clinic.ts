import type { IndicationSlug } from '../../catalogue/indications';
import type { ClinicNoise } from '../clinic-noise';

/** What one indication usually gives at this clinic, with type A in the usual dose. */
export interface LearnedUsual {
  /** Mean improvement at the peak, percent. */
  readonly meanSizePct: number;
  /** Median length of benefit, days. */
  readonly medianDays: number;
  /** Courses that it was learned from. */
  readonly courses: number;
}

export type LearnedUsuals = Readonly<Partial<Record<IndicationSlug, LearnedUsual>>>;

/** Of reviews with a weight from `from` on, the share that was no false alarm at this clinic, as far as can be estimated. */
export interface LearnedShare {
  readonly from: number;
  readonly share: number;
  /** Reviews that it was counted from. */
  readonly reviews: number;
}

/** What a clinic’s own courses say of it: the trend judges with it once a person has accepted it. */
export interface LearnedClinic {
  readonly noise: ClinicNoise;
  /** By indication, where there were enough courses. */
  readonly usual: LearnedUsuals;
  /** From the greatest weight to the least. */
  readonly calibration: readonly LearnedShare[];
}

/** The version of some rules, naming what a clinic learned where it judges with that. */
export function versionWith(rulesVersion: string, noise: Pick<ClinicNoise, 'version'> | undefined): string {
  return noise === undefined || noise.version === 'default'
    ? rulesVersion
    : `${rulesVersion}, ${noise.version}`;
}
