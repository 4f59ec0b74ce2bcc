import { addDays, type PlainDate } from '../calendar';
import { arrangementsOf, type Call, type Snooze } from './arrangements';

const at = (on: PlainDate, hour = 15): Date => new Date(`${on}T${hour}:00:00Z`);

/** `+3 declined`, `+3 call-later until +10`: days after the last session. */
const SESSION = { on: '2026-08-10', recordedAt: at('2026-08-10') } as const;
const day = (after: string): PlainDate => addDays(SESSION.on, Number(after));

function callOf(text: string): Call {
  const [, on, outcome, until] = /^([+-]\d+) (\S+)(?: until (\S+))?$/.exec(text)!;
  return {
    on: day(on!),
    at: at(day(on!)),
    recordedAt: at(day(on!)),
    outcome: outcome!,
    snoozeUntilOn: until ? day(until) : null,
  };
}

function snoozeOf(text: string): Snooze {
  const [, on, until] = /^([+-]\d+) until (\S+)$/.exec(text)!;
  return {
    on: day(on!),
    at: at(day(on!)),
    recordedAt: at(day(on!)),
    untilOn: until === 'never' ? null : day(until!),
  };
}

interface Case {
  readonly calls: readonly string[];
  readonly snoozes: readonly string[];
  readonly snoozed: string | null;
  readonly refused: string | null;
  readonly attempts: number;
}

it.each`
  calls                                            | snoozes                                 | snoozed  | refused  | attempts | why
  ${[]}                                            | ${[]}                                   | ${null}  | ${null}  | ${0}     | ${'nothing was arranged'}
  ${['+70 no-answer']}                             | ${[]}                                   | ${null}  | ${null}  | ${1}     | ${'nobody answered'}
  ${['+70 call-later until +90']}                  | ${[]}                                   | ${'+90'} | ${null}  | ${1}     | ${'asked to be called later'}
  ${['+70 no-answer until +90']}                   | ${[]}                                   | ${'+90'} | ${null}  | ${1}     | ${'nobody answered, and a day was set'}
  ${['+70 call-later until +90', '+71 no-answer']} | ${[]}                                   | ${'+90'} | ${null}  | ${2}     | ${'called all the same: the day stays'}
  ${['+70 call-later until +90', '+71 agreed']}    | ${[]}                                   | ${null}  | ${null}  | ${2}     | ${'what was said later decides'}
  ${['+71 agreed', '+70 call-later until +90']}    | ${[]}                                   | ${null}  | ${null}  | ${2}     | ${'later by its time, in whatever order written down'}
  ${['+70 declined']}                              | ${[]}                                   | ${null}  | ${'+70'} | ${1}     | ${'does not want to come'}
  ${['+70 moved']}                                 | ${[]}                                   | ${null}  | ${'+70'} | ${1}     | ${'has moved away'}
  ${['+70 declined', '+72 no-answer']}             | ${[]}                                   | ${null}  | ${'+70'} | ${2}     | ${'nobody answered: the refusal stands'}
  ${['+70 declined', '+72 agreed']}                | ${[]}                                   | ${null}  | ${null}  | ${2}     | ${'taken back'}
  ${['+70 declined', '+72 declined']}              | ${[]}                                   | ${null}  | ${'+72'} | ${2}     | ${'refused twice: the later day'}
  ${[]}                                            | ${['+70 until +90']}                    | ${'+90'} | ${null}  | ${0}     | ${'a snooze is no call'}
  ${[]}                                            | ${['+70 until +90', '+71 until +80']}   | ${'+80'} | ${null}  | ${0}     | ${'the later snooze'}
  ${[]}                                            | ${['+70 until +90', '+71 until never']} | ${null}  | ${null}  | ${0}     | ${'taken back'}
  ${['+71 agreed']}                                | ${['+70 until +90']}                    | ${null}  | ${null}  | ${1}     | ${'a call after the snooze'}
  ${['+69 call-later until +95']}                  | ${['+70 until +90']}                    | ${'+90'} | ${null}  | ${1}     | ${'a snooze after the call'}
  ${['+71 no-answer']}                             | ${['+70 until +90']}                    | ${'+90'} | ${null}  | ${1}     | ${'nobody answered: the snooze stays'}
  ${['+70 declined']}                              | ${['+71 until +90']}                    | ${'+90'} | ${'+70'} | ${1}     | ${'snoozed after the refusal: both stand'}
  ${['-1 declined']}                               | ${['-1 until +90']}                     | ${null}  | ${null}  | ${0}     | ${'before the last session: it was about that one'}
`('$calls and $snoozes: $why', ({ calls, snoozes, snoozed, refused, attempts }: Case) => {
  const found = arrangementsOf(calls.map(callOf), snoozes.map(snoozeOf), SESSION);
  expect(found).toMatchObject({
    snoozedUntilOn: snoozed && day(snoozed),
    refusedOn: refused && day(refused),
    attempts,
  });
});

it('the last call is the latest of this cycle', () => {
  const calls = ['+70 agreed', '+60 no-answer', '-3 declined'].map(callOf);
  expect(arrangementsOf(calls, [], SESSION).lastCall).toBe(calls[0]);
  expect(arrangementsOf(calls.slice(2), [], SESSION).lastCall).toBeNull();
});
