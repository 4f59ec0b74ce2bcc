import type { Finding } from '../finding';
import type { DatedPrecaution } from '../precautions/dated-precaution';
import { toHundredth } from '../numbers';
import type { PlainDose, PlainSession } from './propose-session';
import { earlierDose, proposeSession } from './propose-session';
import type { EarlierDose, ProposedSession, SessionContext } from './proposed-session';

/** Valid things for tests; a test states only what it is about. */
export function aSession({
  units = 100,
  ...given
}: Partial<PlainSession> & { units?: number } = {}): ProposedSession {
  return proposeSession({
    performedOn: '2026-11-22',
    product: 'ona',
    injections: spread(units),
    ...given,
  });
}

type GivenContext = Omit<SessionContext, 'precautions'> & {
  /** A name alone: on record, and nobody knows since when. */
  readonly precautions: readonly (string | DatedPrecaution)[];
};

/** As in chronic migraine: no muscle gets more than its share. */
function spread(units: number): PlainSession['injections'] {
  const sites = {
    temporalis: 8,
    occipitalis: 6,
    trapezius: 6,
    frontalis: 4,
    cervical_paraspinals: 4,
    corrugator_supercilii: 2,
    procerus: 1,
  };
  let left = units;
  return Object.entries(sites).map(([muscle, count], index, all) => {
    const share = index === all.length - 1 ? toHundredth(left) : toHundredth((units * count) / 31);
    left -= share;
    return { muscle, side: muscle === 'procerus' ? 'midline' : 'bilateral', units: share } as const;
  });
}

/** An adult man whose course has no other session. */
export function aContext({ precautions = [], ...given }: Partial<GivenContext> = {}): SessionContext {
  return {
    indication: 'chronic_migraine',
    birthDate: '1976-11-22',
    sex: 'male',
    precautions: precautions.map((precaution) =>
      typeof precaution === 'string' ? { code: precaution } : precaution,
    ),
    priorToxinTolerance: true,
    today: '2026-11-30',
    earlierDoses: [],
    ...given,
  };
}

/** A session of another course of the same patient, in another region. */
export function aDose(given: Partial<PlainDose> = {}): EarlierDose {
  return earlierDose({
    sessionId: 'another session',
    courseId: 'another course',
    sameCourse: false,
    indication: 'spasticity_lower',
    performedOn: '2026-10-01',
    product: 'ona',
    units: 100,
    ...given,
  });
}

/** Findings as a table shows them: `S03 confirm, S13 note`. */
export function said(findings: readonly Finding[]): string {
  return findings.map(({ code, severity }) => `${code} ${severity}`).join(', ');
}
