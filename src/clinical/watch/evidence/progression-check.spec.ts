import type { Measurement, TreatedSession } from '../../treated-session';
import type { SessionEvidence } from '../trend-state';
import { ruleValues } from '../../rules';
import { checkProgression } from './progression-check';

const RULES = ruleValues();

/** A session by its scores, `40>30`: before the injection and at the peak; `40` only before; `-` no response at all. */
function measured(scores: string, scale = 'twstrs_total'): TreatedSession[] {
  return scores.split(' ').map((word) => {
    if (word === '-') return { performedOn: '2026-01-05' } as unknown as TreatedSession;
    const [start, peak] = word.split('>');
    const measurements: Measurement[] = [
      { scale, phase: 'cycle-start' as const, value: Number(start) },
      ...(peak ? [{ scale, phase: 'peak' as const, value: Number(peak) }] : []),
    ];
    return { performedOn: '2026-01-05', response: { measurements } } as unknown as TreatedSession;
  });
}

/** Sessions by dose and size beside their usual, `130/90`. */
function evidenceOf(line: string): SessionEvidence[] {
  return line.split(' ').map((word) => {
    const [dose, size] = word.split('/').map((part) => Number(part) / 100);
    return { doseRatio: dose!, share: Number.isNaN(size) ? undefined : { size } } as SessionEvidence;
  });
}

it.each`
  before             | now           | status         | says                               | why
  ${'40>28 40>28'}   | ${'45>32'}    | ${'excluded'}  | ${'not rising (113 % of before)'}  | ${'hardly worse before the injection'}
  ${'40>28 40>28'}   | ${'46>32'}    | ${'explained'} | ${'115 % of before, and its fall'} | ${'worse by 15 %, the injection takes away as much'}
  ${'40>28 40>28'}   | ${'47>32'}    | ${'explained'} | ${'118 % of before, and its fall'} | ${'worse by more'}
  ${'40>10 40>10'}   | ${'50>20'}    | ${'explained'} | ${'125 % of before, and its fall'} | ${'the fall holds at four fifths: 60 % against 75 %'}
  ${'40>10 40>10'}   | ${'50>21'}    | ${'open'}      | ${'score before injection 125 %'}  | ${'just under four fifths: 58 %'}
  ${'40>10 40>10'}   | ${'50>19'}    | ${'explained'} | ${'125 % of before, and its fall'} | ${'just over four fifths: 62 %'}
  ${'40>30 40>30'}   | ${'50'}       | ${'open'}      | ${'score before injection 125 %'}  | ${'no score at the peak now'}
  ${'40 40'}         | ${'50>40'}    | ${'open'}      | ${'score before injection 125 %'}  | ${'no score at the peak before'}
  ${'20>15 60>45'}   | ${'46>34'}    | ${'explained'} | ${'115 % of before, and its fall'} | ${'before is the mean of all sessions'}
  ${'40>28 - 40>28'} | ${'46>32 -'}  | ${'explained'} | ${'115 % of before, and its fall'} | ${'sessions without a score are passed over'}
  ${'40>28 40'}      | ${'46>32 46'} | ${'explained'} | ${'115 % of before, and its fall'} | ${'the fall is the mean of those that are known'}
  ${'40>30'}         | ${'-'}        | ${'open'}      | ${'no scale before injection'}     | ${'not measured since'}
  ${'-'}             | ${'50>40'}    | ${'open'}      | ${'no scale before injection'}     | ${'not measured before'}
`('$before, then $now → $status: $why', ({ before, now, status, says }) => {
  const sessions = measured(`${before} ${now}`);
  const evidence = evidenceOf(sessions.map(() => '100/100').join(' '));
  const found = checkProgression({
    sessions,
    evidence,
    since: (before as string).split(' ').length,
    rules: RULES,
  });
  expect(found.status).toBe(status);
  expect(found.detail).toContain(says);
});

/** Two scales in one course, side by side. */
function both(first: TreatedSession[], second: TreatedSession[]): TreatedSession[] {
  return first.map((session, index) => ({
    ...session,
    response: {
      measurements: [
        ...(session.response?.measurements ?? []),
        ...(second[index]!.response?.measurements ?? []),
      ],
    },
  }));
}

it.each`
  seldom           | often                  | since | status         | why
  ${'10>5 - 10>5'} | ${'40>28 40>28 48>34'} | ${2}  | ${'explained'} | ${'more often before'}
  ${'10>5 10>5 -'} | ${'40>28 48>34 48>34'} | ${1}  | ${'explained'} | ${'more often since'}
  ${'10>5 10>5 -'} | ${'40>28 48>47 48>47'} | ${1}  | ${'open'}      | ${'and its own fall counts'}
`('of two scales the one taken $why decides → $status', ({ seldom, often, since, status }) => {
  const evidence = evidenceOf('100/100 100/100 100/100');
  for (const sessions of [
    both(measured(seldom, 'twstrs_total'), measured(often, 'tsui')),
    both(measured(often, 'tsui'), measured(seldom, 'twstrs_total')),
  ]) {
    const found = checkProgression({ sessions, evidence, since, rules: RULES });
    expect(found.status).toBe(status);
    expect(found.detail).toContain('120 % of before');
  }
});

it.each`
  now                | status         | why
  ${'120/80'}        | ${'explained'} | ${'a fifth more units for four fifths of the usual size'}
  ${'119/80'}        | ${'open'}      | ${'just under a fifth more'}
  ${'121/80'}        | ${'explained'} | ${'just over'}
  ${'120/79'}        | ${'open'}      | ${'the size does not hold'}
  ${'120/81'}        | ${'explained'} | ${'the size holds'}
  ${'120/'}          | ${'open'}      | ${'size not known'}
  ${'100/30 130/90'} | ${'explained'} | ${'one such session since'}
`(
  'without a scale, dose and size now $now → $status: $why',
  ({ now, status }: { now: string; status: string }) => {
    const evidence = evidenceOf(`150/100 ${now.replace(/\/$/, '/x')}`);
    const sessions = measured(evidence.map(() => '-').join(' '));
    const found = checkProgression({ sessions, evidence, since: 1, rules: RULES });
    expect(found).toEqual({
      status,
      detail:
        status === 'explained'
          ? 'more units needed for the same improvement'
          : 'no scale before injection to compare',
    });
  },
);

it('of a course that never helped there is nothing before it, whatever was measured', () => {
  const sessions = measured('40>38 50>48 60>58');
  const evidence = evidenceOf('100/20 130/90 130/90');
  expect(checkProgression({ sessions, evidence, since: 0, rules: RULES })).toEqual({
    status: 'open',
    detail: 'no session before it to compare with',
  });
});
