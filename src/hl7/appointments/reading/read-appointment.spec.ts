import { parseMessage } from '../../message/read-message';
import { Refusal } from '../../message/refusal';
import { readAppointment } from './read-appointment';

const ZONE = 'America/New_York';
const TEN = '20261207100000';

/** `booked 2026-12-07T15:00:00.000Z 30min F F1 P P1`, and what was left out. */
function tried(trigger: string, segments: readonly string[]): string {
  const header = `MSH|^~\\&|HIS|GEN|||20261127||SIU^${trigger}|1|P|2.5`;
  try {
    const { mrn, status, startsAt, durationMin, placerId, fillerId, notes } = readAppointment(
      parseMessage([header, ...segments].join('\r')),
      ZONE,
    );
    return [
      mrn,
      status,
      startsAt?.toISOString(),
      durationMin && `${durationMin}min`,
      placerId && `P ${placerId}`,
      fillerId && `F ${fillerId}`,
      ...notes,
    ]
      .filter(Boolean)
      .join(' ');
  } catch (error) {
    if (error instanceof Refusal) return `${error.number} ${error.place}`;
    throw error;
  }
}

interface Sch {
  readonly numbers?: string;
  readonly length?: string;
  readonly unit?: string;
  readonly at?: string;
  readonly status?: string;
}

function sch({ numbers = '|F1', length = '', unit = '', at = `^^^${TEN}`, status = '' }: Sch = {}): string {
  return `SCH|${numbers}|||||||${length}|${unit}|${at}||||||||||||||${status}`;
}

const PID = 'PID|1||B^^^GEN^MR';
const AT_TEN = '2026-12-07T15:00:00.000Z';

it.each`
  segment                                             | read                                         | why
  ${{ numbers: 'P1|F1' }}                             | ${`B booked ${AT_TEN} P P1 F F1`}            | ${'by the clinic’s clock'}
  ${{ numbers: 'P1|' }}                               | ${`B booked ${AT_TEN} P P1`}                 | ${'the number of whoever asked for it'}
  ${{ numbers: 'P1^HIS|F1^HIS^1.2' }}                 | ${`B booked ${AT_TEN} P P1 F F1`}            | ${'who gave the numbers is left out'}
  ${{ numbers: `|${'1'.repeat(199)}` }}               | ${`B booked ${AT_TEN} F ${'1'.repeat(199)}`} | ${'a long number'}
  ${{ numbers: `|${'1'.repeat(200)}` }}               | ${'102 SCH-2'}                               | ${'a number without end'}
  ${{ numbers: `${'1'.repeat(200)}|F1` }}             | ${'102 SCH-1'}                               | ${'another one'}
  ${{ numbers: '|' }}                                 | ${'101 SCH-2'}                               | ${'no number'}
  ${{ numbers: '""|""' }}                             | ${'101 SCH-2'}                               | ${'a number taken away'}
  ${{ at: `^^^${TEN}+0100` }}                         | ${'B booked 2026-12-07T09:00:00.000Z F F1'}  | ${'an offset of its own'}
  ${{ at: '^^^2026120710' }}                          | ${`B booked ${AT_TEN} F F1`}                 | ${'the hour'}
  ${{ at: `1^^^${TEN}` }}                             | ${`B booked ${AT_TEN} F F1`}                 | ${'a quantity before it'}
  ${{ at: '202612071000' }}                           | ${`B booked ${AT_TEN} F F1`}                 | ${'a time that stands alone'}
  ${{ at: '^^^20261207' }}                            | ${'102 SCH-11'}                              | ${'a day without an hour'}
  ${{ at: '^^^202612072500' }}                        | ${'102 SCH-11'}                              | ${'an hour that does not exist'}
  ${{ at: '^^^202602301000' }}                        | ${'102 SCH-11'}                              | ${'a day that does not exist'}
  ${{ at: '' }}                                       | ${'101 SCH-11'}                              | ${'no time'}
  ${{ at: '20261207' }}                               | ${'101 SCH-11'}                              | ${'a quantity alone'}
  ${{ length: '45', unit: 'MIN' }}                    | ${`B booked ${AT_TEN} 45min F F1`}           | ${'a length'}
  ${{ length: '45' }}                                 | ${`B booked ${AT_TEN} 45min F F1`}           | ${'in minutes, unsaid'}
  ${{ length: '1', unit: 'hr^hours' }}                | ${`B booked ${AT_TEN} 60min F F1`}           | ${'in hours'}
  ${{ length: '5' }}                                  | ${`B booked ${AT_TEN} 5min F F1`}            | ${'the shortest'}
  ${{ length: '480' }}                                | ${`B booked ${AT_TEN} 480min F F1`}          | ${'the longest'}
  ${{ at: `^^^${TEN}^20261207104000` }}               | ${`B booked ${AT_TEN} 40min F F1`}           | ${'its end'}
  ${{ length: '20', at: `^^^${TEN}^20261207104000` }} | ${`B booked ${AT_TEN} 20min F F1`}           | ${'the length before its end'}
  ${{ status: 'Booked' }}                             | ${`B booked ${AT_TEN} F F1`}                 | ${'said twice'}
  ${{ status: 'Complete' }}                           | ${`B attended ${AT_TEN} F F1`}               | ${'they came'}
  ${{ status: 'STARTED^Started' }}                    | ${`B attended ${AT_TEN} F F1`}               | ${'they are here'}
  ${{ status: 'Noshow' }}                             | ${`B no-show ${AT_TEN} F F1`}                | ${'they did not come'}
  ${{ status: 'Cancelled' }}                          | ${`B cancelled ${AT_TEN} F F1`}              | ${'cancelled by its status'}
  ${{ status: 'Pending' }}                            | ${`B unsettled ${AT_TEN} F F1`}              | ${'not booked yet'}
  ${{ status: 'toString' }}                           | ${`B booked ${AT_TEN} F F1`}                 | ${'a status of another table'}
  ${{ status: 'Cancelled', at: '' }}                  | ${'B cancelled F F1'}                        | ${'when is not asked of one that is over'}
`('S14 $segment → $read: $why', ({ segment, read }: { segment: Sch; read: string }) => {
  expect(tried('S14', [sch(segment), PID])).toBe(read);
});

it.each`
  length   | unit     | at
  ${'4'}   | ${''}    | ${`^^^${TEN}`}
  ${'481'} | ${''}    | ${`^^^${TEN}`}
  ${'7.5'} | ${''}    | ${`^^^${TEN}`}
  ${'30'}  | ${'DAY'} | ${`^^^${TEN}`}
  ${'x'}   | ${''}    | ${`^^^${TEN}`}
  ${''}    | ${''}    | ${`^^^${TEN}^20261207090000`}
`('leaves out a length of $length $unit, ending in $at', ({ length, unit, at }: Required<Sch>) => {
  expect(tried('S12', [sch({ length, unit, at }), PID])).toMatch(/Z F F1 .* 5 to 480 .* left out$/);
});

it.each`
  trigger  | segments                                                      | read                               | why
  ${'S12'} | ${[sch({ at: '' }), `TQ1|1||||||${TEN}|20261207102000`, PID]} | ${`B booked ${AT_TEN} 20min F F1`} | ${'TQ1 where SCH-11 says none'}
  ${'S12'} | ${[sch(), 'TQ1|1||||||20261208100000', PID]}                  | ${`B booked ${AT_TEN} F F1`}       | ${'SCH-11 before TQ1'}
  ${'S12'} | ${[sch({ at: '' }), 'TQ1|1||||||20261207', PID]}              | ${'102 TQ1-7'}                     | ${'a day without an hour'}
  ${'S13'} | ${[sch(), PID]}                                               | ${`B booked ${AT_TEN} F F1`}       | ${'moved'}
  ${'S15'} | ${[sch({ status: 'Booked' }), PID]}                           | ${`B cancelled ${AT_TEN} F F1`}    | ${'the trigger before the status'}
  ${'S26'} | ${[sch({ at: '' }), PID]}                                     | ${'B no-show F F1'}                | ${'they did not come'}
  ${'S12'} | ${[PID]}                                                      | ${'100 SCH'}                       | ${'no appointment'}
  ${'S12'} | ${[sch()]}                                                    | ${'100 PID'}                       | ${'cut off before the patient'}
  ${'S12'} | ${[sch(), PID, 'PID|2||C^^^GEN^MR']}                          | ${'102 PID'}                       | ${'a group'}
  ${'S12'} | ${[sch(), 'PID|1||']}                                         | ${'101 PID-3'}                     | ${'nobody'}
`(
  '$trigger $segments: $why',
  ({ trigger, segments, read }: { trigger: string; segments: string[]; read: string }) => {
    expect(tried(trigger, segments)).toBe(read);
  },
);

it('knows a new one by its trigger', () => {
  const isNew = (trigger: string): boolean =>
    readAppointment(
      parseMessage([`MSH|^~\\&|HIS|GEN|||20261127||SIU^${trigger}|1|P|2.5`, sch(), PID].join('\r')),
      ZONE,
    ).isNew;
  expect(['S12', 'S13', 'S14'].map(isNew)).toEqual([true, false, false]);
});
