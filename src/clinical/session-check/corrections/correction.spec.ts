import { ruleValues } from '../../rules';
import type { AnsweredFinding } from './confirmation';
import { checkCorrection } from './correction';
import { aContext, aDose, aSession, said } from '../example-session';
import { checkSession } from '../session-check';
import type { EarlierDose, ProposedSession, SessionContext } from '../proposed-session';

const rules = ruleValues();

/** What the correction says: the code, whether it still asks or stops, and the reason that is kept. */
function corrected(
  session: ProposedSession,
  standing: ProposedSession,
  {
    context = aContext(),
    was = context,
    reason,
  }: { context?: SessionContext; was?: SessionContext; reason?: string } = {},
): string[] {
  const findings = checkSession(standing, was, rules).map((finding): AnsweredFinding =>
    finding.severity === 'confirm' && reason ? { ...finding, reason } : finding,
  );
  return checkCorrection(session, context, { session: standing, context: was, findings }, rules).map(
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

/** The session of 22 November stands 70 days after one of 13 September, and the reason was given. */
it.each`
  others                                                                    | performedOn     | says                                          | why
  ${[before('2027-02-14')]}                                                 | ${'2026-11-23'} | ${['S02 answered: in much pain', 'S02 note']} | ${'a day further from the one before; the one after is only shown'}
  ${[before('2026-12-20')]}                                                 | ${'2026-12-20'} | ${['S02 confirm']}                            | ${'onto the day of another one'}
  ${[before('2026-12-20')]}                                                 | ${'2027-02-18'} | ${['S02 confirm']}                            | ${'past another one: 60 days after that, in the same words'}
  ${[aDose({ performedOn: '2026-11-22' })]}                                 | ${'2026-11-23'} | ${['S02 answered: in much pain']}             | ${'another course of the same visit is not passed'}
  ${[aDose({ performedOn: '2026-11-23' })]}                                 | ${'2026-11-23'} | ${['S02 answered: in much pain']}             | ${'onto the day of another course: another region, so no distance changes'}
  ${[aDose({ performedOn: '2026-11-23' })]}                                 | ${'2026-11-24'} | ${['S02 answered: in much pain']}             | ${'and past it'}
  ${[aDose({ performedOn: '2026-11-23', muscles: aSession().injections })]} | ${'2026-11-24'} | ${['S02 confirm']}                            | ${'past a visit in which the same muscles were injected'}
  ${[aDose({ performedOn: '2026-11-24' })]}                                 | ${'2026-11-23'} | ${['S02 answered: in much pain']}             | ${'and the day after'}
`('beside others, moved to $performedOn: $why', ({ others, performedOn, says }) => {
  const context = aContext({ earlierDoses: [before('2026-09-13'), ...others], today: '2027-03-01' });
  expect(corrected(at(performedOn), at('2026-11-22'), { context, reason: 'in much pain' })).toEqual(says);
});

it('the reason stands when the session before is found to lie further back', () => {
  const was = aContext({ earlierDoses: [before('2026-09-13')] });
  const context = aContext({ earlierDoses: [before('2026-09-12')] });
  const day = at('2026-11-22');
  expect(corrected(day, day, { context, was, reason: 'in much pain' })).toEqual([
    'S02 answered: in much pain',
  ]);
});

it('another product asks anew, a day later too', () => {
  const context = aContext({ earlierDoses: [before('2026-09-13')] });
  const session = aSession({ product: 'inco', performedOn: '2026-11-23' });
  expect(corrected(session, at('2026-11-22'), { context, reason: 'in much pain' })).toEqual([
    'S02 confirm',
    'S09 confirm',
    'S10 note',
  ]);
});

/** Distances that have a code of their own: the one before is 70 days away. */
it.each`
  product   | last                                    | more                                                           | code     | why
  ${'abo'}  | ${{ product: 'abo', sameCourse: true }} | ${{ indication: 'spasticity_upper', birthDate: '2014-01-01' }} | ${'S05'} | ${'a child’s interval with Dysport'}
  ${'daxi'} | ${{ product: 'daxi' }}                  | ${{}}                                                          | ${'S08'} | ${'Daxxify in whichever region'}
  ${'ona'}  | ${{ product: 'abo' }}                   | ${{}}                                                          | ${'S09'} | ${'another product nearby'}
`('$why: $code keeps its reason a day later, the session before found to lie further back', (given) => {
  const { product, last, more, code } = given;
  const [was, context] = (['2026-09-13', '2026-09-12'] as const).map((performedOn) =>
    aContext({ ...more, earlierDoses: [aDose({ ...last, performedOn })] }),
  );
  const [standing, later] = (['2026-11-22', '2026-11-23'] as const).map((performedOn) =>
    aSession({ product, performedOn }),
  );
  const found = corrected(later!, standing!, { context: context!, was: was!, reason: 'in much pain' });
  expect(found).toContain(`${code} answered: in much pain`);
});

it('what was answered when it was asked about is no answer to what is only noted now', () => {
  const context = aContext({ precautions: ['anticoagulant'] });
  const session = aSession();
  const findings = checkSession(session, context, rules).map((finding) => ({
    ...finding,
    reason: 'INR 2.1',
  }));
  const found = checkCorrection(session, context, { session, context, findings }, rules);
  expect(found.map(({ code, severity, reason }) => [code, severity, reason])).toEqual([
    ['S17', 'note', undefined],
  ]);
});

it('a new objection to less asks, whatever else was answered', () => {
  const last = aDose({
    performedOn: '2026-09-13',
    sameCourse: true,
    indication: 'chronic_migraine',
    units: 155,
    muscles: aSession({ units: 155 }).injections,
  });
  const context = aContext({ earlierDoses: [last] });
  const [less, standing] = [70, 155].map((units) => aSession({ units }));
  expect(corrected(less!, standing!, { context, reason: 'in much pain' })).toEqual([
    'S23 confirm',
    'S02 answered: in much pain',
    'S23 note',
  ]);
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

/** 300 U of Botox stand in another course on 26 November; 155 U of 22 November made it 455 U, and the reason was given. */
it.each`
  performedOn     | others                                                                                                  | units  | says                            | why
  ${'2026-11-27'} | ${[aDose({ performedOn: '2026-11-26', units: 300 })]}                                                   | ${155} | ${['S03 answered: weighed up']} | ${'past it: both still lie in one window'}
  ${'2026-11-21'} | ${[aDose({ performedOn: '2026-11-26', units: 300 })]}                                                   | ${155} | ${['S03 answered: weighed up']} | ${'further before it'}
  ${'2026-11-27'} | ${[aDose({ performedOn: '2026-11-26', units: 300 })]}                                                   | ${150} | ${['S03 confirm']}              | ${'moved and changed: judged anew'}
  ${'2026-11-27'} | ${[aDose({ performedOn: '2026-11-26', units: 300 }), aDose({ performedOn: '2027-02-17', units: 20 })]}  | ${155} | ${['S03 confirm']}              | ${'a later session comes into its window: more than before'}
  ${'2026-11-18'} | ${[aDose({ performedOn: '2026-11-26', units: 300 }), aDose({ performedOn: '2026-08-27', units: 310 })]} | ${155} | ${['S03 confirm']}              | ${'an earlier session comes into its window'}
`('moved to $performedOn with $units U: $why', ({ performedOn, others, units, says }) => {
  const context = aContext({ earlierDoses: others, today: '2027-03-01' });
  const words = corrected(aSession({ units, performedOn }), aSession({ units: 155 }), {
    context,
    reason: 'weighed up',
  });
  expect(words.filter((word) => word.startsWith('S03'))).toEqual(says);
});

const NECK = [
  { muscle: 'trapezius', side: 'left', units: 100, sites: 2, volumeMl: 1 },
  { muscle: 'trapezius', side: 'right', units: 160 },
  { muscle: 'splenius_capitis', side: 'right', units: 160 },
] as const;

/** 420 U stand, with a reason for each question; none of these corrections gives more in all. */
it.each`
  now                                                                                                                                      | says             | why
  ${{ injections: [NECK[0], NECK[1], { ...NECK[2], units: 152.5 }] }}                                                                      | ${'stands'}      | ${'less in one muscle'}
  ${{ injections: [NECK[0], { ...NECK[1], units: 152.5 }, NECK[2]] }}                                                                      | ${'stands'}      | ${'less on one side'}
  ${{ injections: NECK.slice(1), units: 320 }}                                                                                             | ${'is gone'}     | ${'below the limit'}
  ${{ injections: [NECK[0], { ...NECK[1], units: 165 }, { ...NECK[2], units: 150 }] }}                                                     | ${'speaks anew'} | ${'less in all, and more in one muscle'}
  ${{ injections: [...NECK.slice(0, 2), { ...NECK[2], muscle: 'splenius_cervicis', units: 150 }] }}                                        | ${'speaks anew'} | ${'another muscle'}
  ${{ injections: [{ ...NECK[0], units: 90, sites: 1 }, NECK[1], NECK[2]] }}                                                               | ${'speaks anew'} | ${'less, in fewer sites'}
  ${{ injections: [{ ...NECK[0], units: 90, volumeMl: 2 }, NECK[1], NECK[2]] }}                                                            | ${'speaks anew'} | ${'less, in more volume'}
  ${{ injections: [NECK[0], NECK[1], { ...NECK[2], units: 150 }], performedOn: '2026-11-23' }}                                             | ${'speaks anew'} | ${'less, on another day'}
  ${{ injections: [NECK[0], NECK[1], { ...NECK[2], units: 150 }], vials: [{ lotNumber: 'C7', expiresOn: '2027-06-30', vialUnits: 200 }] }} | ${'speaks anew'} | ${'less, from another vial'}
`('420 U corrected: $why, so the limit $says', ({ now, says }) => {
  const standing = aSession({ injections: NECK });
  const context = aContext({ indication: 'cervical_dystonia' });
  const words = corrected(aSession(now), standing, { context, reason: 'weighed up' });
  const limit = words.find((word) => word.startsWith('S03')) ?? 'is gone';
  expect(limit.replace(/^S03 (stop|confirm)$/, 'speaks anew').replace(/^S03 .*/, 'stands')).toBe(says);
});

it('an allergy that stood stops nothing, whatever else is corrected', () => {
  const context = aContext({ precautions: ['milk_protein_allergy'] });
  const [more, standing] = [110, 100].map((units) => aSession({ product: 'abo', units }));
  const found = corrected(more!, standing!, { context });
  expect(found.filter((words) => words.startsWith('S16'))).toEqual(['S16 note']);
});

it('nobody knows when the session was recorded: an allergy on record stops', () => {
  const recordedAt = '2026-11-22T17:00:00.000Z';
  const context = aContext({ precautions: [{ code: 'milk_protein_allergy', recordedAt }] });
  const found = corrected(aSession({ product: 'abo', units: 100 }), aSession(), { context });
  expect(found.filter((words) => words.startsWith('S16'))).toEqual(['S16 stop']);
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
