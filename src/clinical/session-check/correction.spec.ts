import { ruleValues } from '../rules';
import type { AnsweredFinding } from './confirmation';
import { checkCorrection } from './correction';
import { aContext, aDose, aSession, said } from './example-session';
import { checkSession } from './session-check';
import type { EarlierDose, ProposedSession, SessionContext } from './proposed-session';

const rules = ruleValues();

/** What the correction says: the code, whether it still asks or stops, and the reason that is kept. */
function corrected(
  session: ProposedSession,
  standing: ProposedSession,
  { context = aContext(), reason }: { context?: SessionContext; reason?: string } = {},
): string[] {
  const findings = checkSession(standing, context, rules).map((finding): AnsweredFinding =>
    finding.severity === 'confirm' && reason ? { ...finding, reason } : finding,
  );
  return checkCorrection(session, context, { session: standing, context, findings }, rules).map(
    ({ code, severity, reason: kept }) => `${code} ${kept ? `answered: ${kept}` : severity}`,
  );
}

const before = (performedOn: string): EarlierDose =>
  aDose({
    performedOn: performedOn as EarlierDose['performedOn'],
    sameCourse: true,
    indication: 'chronic_migraine',
  });

const at = (performedOn: string): ProposedSession =>
  aSession({ performedOn: performedOn as ProposedSession['performedOn'] });

/** The session of 22 November stands 70 days after one of 13 September; 84 are asked for. */
it.each`
  performedOn     | reason            | says                              | why
  ${'2026-11-22'} | ${'in much pain'} | ${['S02 answered: in much pain']} | ${'nothing changes: the reason stands'}
  ${'2026-11-22'} | ${undefined}      | ${['S02 note']}                   | ${'nothing changes: what was never asked is not asked now'}
  ${'2026-11-23'} | ${'in much pain'} | ${['S02 answered: in much pain']} | ${'a day further from the one before'}
  ${'2026-11-21'} | ${'in much pain'} | ${['S02 confirm']}                | ${'a day nearer asks anew'}
  ${'2026-09-12'} | ${'in much pain'} | ${['S02 note']}                   | ${'before the other one: that is a later session now'}
`('moved to $performedOn: $why', ({ performedOn, reason, says }) => {
  const context = aContext({ earlierDoses: [before('2026-09-13')] });
  expect(corrected(at(performedOn), at('2026-11-22'), { context, reason })).toEqual(says);
});

/** A later session stands on 14 February 2027, 84 days after; nothing speaks against the one of 22 November. */
it.each`
  performedOn     | says               | why
  ${'2026-11-22'} | ${[]}              | ${'84 days before the next one'}
  ${'2026-11-23'} | ${['S02 note']}    | ${'83 days: a later session does not stop the correction, and is shown'}
  ${'2027-02-15'} | ${['S02 confirm']} | ${'past the next one: it is the one before now'}
`('a later session, moved to $performedOn: $why', ({ performedOn, says }) => {
  const context = aContext({ earlierDoses: [before('2027-02-14')], today: '2027-03-01' });
  expect(corrected(at(performedOn), at('2026-11-22'), { context })).toEqual(says);
});

/** 400 U of Botox in 84 days are the limit: 420 stand on record. */
it.each`
  units  | says             | why
  ${420} | ${'stands'}      | ${'unchanged'}
  ${410} | ${'stands'}      | ${'less, though still above'}
  ${421} | ${'speaks anew'} | ${'more'}
`('$units U in place of 420: $why', ({ units, says }) => {
  const words = corrected(aSession({ units }), aSession({ units: 420 }), { reason: 'weighed up' });
  const speaks = words.some((word) => /S03 (stop|confirm)/.test(word));
  expect(speaks ? 'speaks anew' : 'stands').toBe(says);
  expect(words.some((word) => word.startsWith('S03'))).toBe(true);
});

it.each`
  product  | says            | why
  ${'ona'} | ${[]}           | ${'Botox has no milk protein'}
  ${'abo'} | ${['S16 stop']} | ${'corrected to Dysport, an allergy on record stops it'}
`('milk allergy, corrected to $product: $why', ({ product, says }) => {
  const context = aContext({ precautions: ['milk_protein_allergy'] });
  const found = corrected(aSession({ product, units: 100 }), aSession(), { context });
  expect(found.filter((words) => words.startsWith('S16'))).toEqual(says);
});

it.each`
  recordedAt                    | says            | why
  ${'2026-11-22T16:59:59.999Z'} | ${['S16 stop']} | ${'on record before the session was'}
  ${'2026-11-22T17:00:00.000Z'} | ${['S16 stop']} | ${'on record at the same moment'}
  ${'2026-11-22T17:00:00.001Z'} | ${['S16 note']} | ${'found later: the toxin has been given'}
  ${undefined}                  | ${['S16 stop']} | ${'nobody knows when it was recorded'}
`('milk allergy recorded $recordedAt, corrected to Dysport: $why', ({ recordedAt, says }) => {
  const context = aContext({ precautions: [{ code: 'milk_protein_allergy', recordedAt }] });
  const standing = {
    session: aSession(),
    context,
    findings: [],
    recordedAt: '2026-11-22T17:00:00.000Z',
  };
  const found = checkCorrection(aSession({ product: 'abo', units: 100 }), context, standing, rules);
  expect(said(found.filter(({ code }) => code === 'S16'))).toBe(says.join());
});

it('an allergy found later does not stop the correction of a session that has been given', () => {
  const context = aContext({ precautions: ['milk_protein_allergy'] });
  const given = aSession({ product: 'abo', units: 100 });
  const corrections = corrected(aSession({ product: 'abo', units: 90 }), given, { context });
  expect(corrections.filter((words) => words.startsWith('S16'))).toEqual(['S16 note']);
});
