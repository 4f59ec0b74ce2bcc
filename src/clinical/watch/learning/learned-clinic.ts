import type { LearnedUsuals } from '../change-point/response-priors';
import type { ClinicNoise } from '../clinic-noise';

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

/** The least that was learned of a weight: a greater one is told no less than a smaller one allows. */
export function learnedShareAt(calibration: readonly LearnedShare[], weight: number): number {
  return calibration.find(({ from }) => weight >= from)?.share ?? 1;
}
