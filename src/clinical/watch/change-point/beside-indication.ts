import type { IndicationSlug } from '../../catalogue/indications';
import type { CourseRules } from '../../course/course-rules';
import type { ToxinProduct } from '../../units';
import { usualNoise } from '../clinic-noise';
import { scattersMore } from '../evidence/session-comparability';
import type { JudgedSession } from '../trend-state';
import { expectedResponse } from './expected-response';
import { startPercentCard } from './percent-card';
import { responsePrior } from './response-priors';

/**
 * The session beside what its indication usually gives, instead of beside this patient's own usual: who never had benefit
 * has learned nothing but that, and each of their sessions would be just as expected.
 */
export function besideIndication(
  session: JudgedSession,
  given: { readonly indication: IndicationSlug; readonly product: ToxinProduct },
  { values, learned }: Pick<CourseRules, 'values' | 'learned'>,
): JudgedSession {
  const { doseRatio, changes, size } = session;
  const card = startPercentCard(responsePrior(given.indication, given.product, learned?.usual), values);
  const expected = expectedResponse({
    usual: card.usual(),
    learnedFrom: card.learnedFrom(),
    doseRatio,
    noise: learned?.noise ?? usualNoise(values),
    size,
    scattersMore: scattersMore(session),
  });
  return { ...session, expected, share: card.add(session, doseRatio, changes.includes('dose-cut')) };
}
