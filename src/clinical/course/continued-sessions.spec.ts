import { continuableSessions, joinContinued } from './continued-sessions';
import { ruleValues } from '../rules';
import { aContext, aDose } from '../session-check/example-session';
import type { PlainDose } from '../session-check/propose-session';

interface Named {
  readonly rootId: string;
  readonly continuesId: string | null;
  readonly totalUnits: number;
  readonly muscles: readonly string[];
  readonly adverseEvents: readonly string[];
  readonly guidance: readonly string[];
}

/** `a 60 frontalis`, `b<a 95 trapezius`: b continues a. */
function sessionsOf(text: string): Named[] {
  return text.split(', ').map((word) => {
    const [name, units, muscle] = word.split(' ') as [string, string, string];
    const [rootId, continuesId = null] = name.split('<') as [string, string?];
    return {
      rootId,
      continuesId,
      totalUnits: Number(units),
      muscles: [muscle],
      adverseEvents: [],
      guidance: [],
    };
  });
}

it.each`
  sessions                                                 | joined                               | why
  ${'a 60 frontalis'}                                      | ${'a 60 frontalis'}                  | ${'one of its own'}
  ${'a 60 frontalis, b<a 95 trapezius'}                    | ${'a 155 frontalis+trapezius'}       | ${'aborted and completed'}
  ${'a 60 frontalis, b<a 10.05 frontalis, c<a 5 procerus'} | ${'a 75.05 frontalis+procerus'}      | ${'touched up twice'}
  ${'a 60 frontalis, b<a 10 frontalis, c 155 frontalis'}   | ${'a 70 frontalis, c 155 frontalis'} | ${'the next one is its own'}
  ${'b<a 95 trapezius, c 155 frontalis'}                   | ${'b 95 trapezius, c 155 frontalis'} | ${'what it continued does not count'}
`('$sessions → $joined: $why', ({ sessions, joined }: { sessions: string; joined: string }) => {
  const treatments = joinContinued(sessionsOf(sessions));
  expect(
    treatments
      .map(({ rootId, totalUnits, muscles }) => `${rootId} ${totalUnits} ${muscles.join('+')}`)
      .join(', '),
  ).toBe(joined);
});

it('side effects of all parts count, and how each was guided; what nothing continues stays as it is', () => {
  const [first, second] = sessionsOf('a 60 trapezius, b<a 95 frontalis');
  const parts = [
    {
      ...first!,
      muscles: ['trapezius', 'frontalis'],
      adverseEvents: ['ptosis', 'bruising'],
      guidance: ['emg'],
    },
    { ...second!, adverseEvents: ['bruising'], guidance: ['ultrasound', 'emg'] },
  ];
  expect(joinContinued(parts)).toEqual([
    {
      rootId: 'a',
      continuesId: null,
      totalUnits: 155,
      muscles: ['frontalis', 'trapezius'],
      adverseEvents: ['bruising', 'bruising', 'ptosis'],
      guidance: ['emg', 'ultrasound'],
    },
  ]);
  expect(joinContinued([parts[0]!])).toEqual([parts[0]]);
});

describe('what a session of 22 November may complete or touch up', () => {
  const own = { sameCourse: true, performedOn: '2026-11-01', sessionId: 'one', treatmentId: 'one' } as const;
  const offered = (dose: Partial<PlainDose>, more: Partial<PlainDose>[] = [], treatmentId?: string) =>
    continuableSessions(
      { performedOn: '2026-11-22', product: 'ona' },
      aContext({ earlierDoses: [{ ...own, ...dose }, ...more].map(aDose), treatmentId }),
      ruleValues(),
    ).map(({ sessionId }) => sessionId);

  it.each`
    dose                                             | ids        | why
    ${{}}                                            | ${['one']} | ${'21 days before'}
    ${{ performedOn: '2026-10-25' }}                 | ${['one']} | ${'28 days before, the last day'}
    ${{ performedOn: '2026-10-24' }}                 | ${[]}      | ${'29 days before'}
    ${{ performedOn: '2026-11-22' }}                 | ${['one']} | ${'on the same day'}
    ${{ performedOn: '2026-11-23' }}                 | ${[]}      | ${'the day after'}
    ${{ product: 'inco' }}                           | ${[]}      | ${'another product'}
    ${{ sameCourse: false }}                         | ${[]}      | ${'another course'}
    ${{ continuation: true, treatmentId: 'before' }} | ${[]}      | ${'it continues another one itself'}
  `('$dose: $ids, $why', ({ dose, ids }) => {
    expect(offered(dose as Partial<PlainDose>)).toEqual(ids);
  });

  it('is the latest first, and nothing for a session that others continue', () => {
    const later = { ...own, sessionId: 'two', treatmentId: 'two', performedOn: '2026-11-08' } as const;
    expect(offered({}, [later])).toEqual(['two', 'one']);
    const part = { ...own, sessionId: 'part', treatmentId: 'judged', continuation: true } as const;
    expect(offered({}, [part], 'judged')).toEqual([]);
    expect(offered({}, [part], 'another')).toEqual(['one']);
  });
});
