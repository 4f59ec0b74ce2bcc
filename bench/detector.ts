import type { IndicationSlug } from '../src/clinical/catalogue/indications';
import type { TreatedSession } from '../src/clinical/treated-session';

/** By session: what a rule shows after it. */
export interface Shown {
  readonly watch: readonly boolean[];
  readonly review: readonly boolean[];
  readonly primary: readonly boolean[];
}

/** A rule that reads a course and says what it would have shown after each session. */
export interface Detector {
  readonly name: string;
  readonly read: (sessions: readonly TreatedSession[], indication: IndicationSlug) => Shown;
}
