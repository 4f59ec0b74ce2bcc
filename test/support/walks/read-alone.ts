import type { EffectLength } from '../../../src/clinical/due/effect/effect-length';
import { ruleValues } from '../../../src/clinical/rules';
import type { SessionResponse } from '../../../src/clinical/treated-session';
import { startBaselines } from '../../../src/clinical/watch/evidence/baselines';
import type { ResponseEvidence } from '../../../src/clinical/watch/evidence/response-evidence';
import { readResponse } from '../../../src/clinical/watch/evidence/response-evidence';

const RULES = ruleValues();

/** A response read as that of the first session of a course, in cervical dystonia. */
export function readAlone(response: SessionResponse | undefined, length: EffectLength): ResponseEvidence {
  const baselines = startBaselines();
  baselines.add(response?.measurements ?? []);
  return readResponse(response, { performedOn: '2026-01-05' }, length, {
    indication: 'cervical_dystonia',
    rules: RULES,
    baselines,
  });
}
