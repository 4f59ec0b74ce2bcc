import 'reflect-metadata';
import { validationPipe } from '../platform/http/validation';
import { PreviewDto } from '../records/preview/preview.dto';
import { readCourseLine } from './read-course-line';

const SESSION = { performedOn: '2026-09-14', product: 'ona', totalUnits: 155 };
const LINE = { id: 'a', indication: 'chronic_migraine', sessions: [SESSION] };

function refusal(line: unknown): string {
  try {
    readCourseLine(typeof line === 'string' ? line : JSON.stringify(line));
  } catch (error) {
    return (error as Error).message;
  }
  return 'read';
}

it('reads every field of a history', () => {
  const line = {
    id: 'a',
    indication: 'spasticity_upper',
    side: 'left',
    birthDate: '1980-02-29',
    interval: 'P16W',
    minInterval: 'P90D',
    holdsUntil: ['2026-12-01'],
    overrideDueOn: '2027-01-04',
    settings: {
      closedWeekdays: ['sunday'],
      closedDays: ['2026-12-25'],
      leadDays: 14,
      onTimeDays: 21,
      lapseDays: 200,
    },
    sessions: [
      {
        performedOn: '2026-09-14',
        product: 'abo',
        injections: [{ muscle: 'biceps_brachii', units: 200 }],
        injectorId: 'x',
        state: 'completed',
        response: {
          assessedOn: '2026-10-14',
          onsetOn: '2026-09-18',
          woreOffOn: '2026-12-10',
          stillEffectiveOn: '2026-11-30',
          improvementPct: -10,
          pgic: 2,
          peakEffect: 3,
          measurements: [{ scale: 'mas', phase: 'peak', value: '1+', measuredOn: '2026-10-14' }],
        },
      },
      { performedOn: '2026-06-14', product: 'abo', totalUnits: 400, muscles: ['biceps_brachii'] },
      { performedOn: '2027-01-04', product: 'abo', state: 'planned' },
    ],
    asOf: '2026-11-22',
  };
  expect(readCourseLine(JSON.stringify(line))).toEqual(line);
});

it('passes over fields that it does not know and takes null for absent', () => {
  const line = {
    ...LINE,
    mrn: '1',
    interval: null,
    sessions: [{ ...SESSION, response: { pgic: null, seen: true } }],
  };
  expect(readCourseLine(JSON.stringify(line))).toEqual({ ...LINE, sessions: [{ ...SESSION, response: {} }] });
});

it.each`
  line                                                                                     | message
  ${'{'}                                                                                   | ${'not JSON'}
  ${'[]'}                                                                                  | ${'not an object'}
  ${'null'}                                                                                | ${'not an object'}
  ${{ ...LINE, id: undefined }}                                                            | ${'/id: not a text'}
  ${{ ...LINE, id: 7 }}                                                                    | ${'/id: not a text'}
  ${{ ...LINE, id: 'x'.repeat(201) }}                                                      | ${'/id: longer than 200 characters'}
  ${{ ...LINE, indication: 'headache' }}                                                   | ${/^\/indication: not one of chronic_migraine, /}
  ${{ ...LINE, indication: '__proto__' }}                                                  | ${/^\/indication: not one of /}
  ${{ ...LINE, side: 'up' }}                                                               | ${'/side: not one of left, right, bilateral, midline'}
  ${{ ...LINE, birthDate: '2026-02-30' }}                                                  | ${'/birthDate: not a calendar day (YYYY-MM-DD)'}
  ${{ ...LINE, interval: 'P0D' }}                                                          | ${/^\/interval: not an interval/}
  ${{ ...LINE, minInterval: 'P-84D' }}                                                     | ${/^\/minInterval: not an interval/}
  ${{ ...LINE, holdsUntil: '2026-12-01' }}                                                 | ${'/holdsUntil: not a list'}
  ${{ ...LINE, holdsUntil: ['2026-12-01', '2026-W10'] }}                                   | ${'/holdsUntil/1: not a calendar day (YYYY-MM-DD)'}
  ${{ ...LINE, settings: { closedWeekdays: ['Sunday'] } }}                                 | ${/^\/settings\/closedWeekdays\/0: not one of sunday, /}
  ${{ ...LINE, settings: { closedDays: ['20261225'] } }}                                   | ${'/settings/closedDays/0: not a calendar day (YYYY-MM-DD)'}
  ${{ ...LINE, settings: { onTimeDays: 0 } }}                                              | ${'/settings/onTimeDays: not a number from 1 to 365'}
  ${{ ...LINE, settings: { leadDays: 1.5 } }}                                              | ${'/settings/leadDays: not a whole number'}
  ${{ ...LINE, asOf: '2026-11-22T10:00:00Z' }}                                             | ${'/asOf: not a calendar day (YYYY-MM-DD)'}
  ${{ ...LINE, sessions: undefined }}                                                      | ${'/sessions: not a list'}
  ${{ ...LINE, sessions: [SESSION, 'x'] }}                                                 | ${'/sessions/1: not an object'}
  ${{ ...LINE, sessions: [{ ...SESSION, performedOn: '' }] }}                              | ${'/sessions/0/performedOn: not a calendar day (YYYY-MM-DD)'}
  ${{ ...LINE, sessions: [{ ...SESSION, product: 'botox' }] }}                             | ${'/sessions/0/product: not one of ona, abo, inco, rima, daxi'}
  ${{ ...LINE, sessions: [{ ...SESSION, state: 'signed' }] }}                              | ${'/sessions/0/state: not one of completed, planned, voided'}
  ${{ ...LINE, sessions: [{ ...SESSION, totalUnits: -1 }] }}                               | ${'/sessions/0/totalUnits: not a number from 0 to 1000000'}
  ${session({ injections: [{ muscle: 'trapezius' }] })}                                    | ${'/sessions/0/injections/0/units: not a number from 0.01 to 50000'}
  ${session({ injections: [{ muscle: '', units: 5 }] })}                                   | ${'/sessions/0/injections/0/muscle: not a text'}
  ${session({ response: { improvementPct: 101 } })}                                        | ${'/sessions/0/response/improvementPct: not a number from -100 to 100'}
  ${session({ response: { pgic: 0 } })}                                                    | ${'/sessions/0/response/pgic: not a number from 1 to 7'}
  ${session({ response: { woreOffOn: '2026-13-01' } })}                                    | ${'/sessions/0/response/woreOffOn: not a calendar day (YYYY-MM-DD)'}
  ${session({ response: { measurements: [{ scale: 'mas', phase: 'later', value: 1 }] } })} | ${/^\/sessions\/0\/response\/measurements\/0\/phase: not one of /}
  ${session({ response: { measurements: [{ scale: 'mas', phase: 'peak' }] } })}            | ${'/sessions/0/response/measurements/0/value: not a number or a label'}
`('refuses it: $message', ({ line, message }: { line: unknown; message: string | RegExp }) => {
  const refused = refusal(line);
  if (typeof message === 'string') expect(refused).toBe(message);
  else expect(refused).toMatch(message);
});

function session(more: object) {
  return { ...LINE, sessions: [{ ...SESSION, ...more }] };
}

const INJECTION = { muscle: 'splenius_capitis', side: 'left', units: 50 };
const MEASUREMENT = { scale: 'mas', phase: 'peak', value: '1+', measuredOn: '2026-10-14' };

it.each`
  more                                                                        | read     | why
  ${{}}                                                                       | ${true}  | ${'a total'}
  ${{ side: 'midline', birthDate: '1980-02-29', interval: 'P12W' }}           | ${true}  | ${'what is known of the course'}
  ${{ interval: null, overrideDueOn: null, asOf: '2026-11-22' }}              | ${true}  | ${'null for not given'}
  ${{ side: 'up' }}                                                           | ${false} | ${'no such side'}
  ${{ birthDate: '2026-02-30' }}                                              | ${false} | ${'no such day'}
  ${{ minInterval: 'P0D' }}                                                   | ${false} | ${'no interval'}
  ${{ settings: { leadDays: 0 } }}                                            | ${true}  | ${'the least lead'}
  ${{ settings: { leadDays: -1 } }}                                           | ${false} | ${'less'}
  ${{ settings: { leadDays: 365 } }}                                          | ${true}  | ${'the most'}
  ${{ settings: { leadDays: 366 } }}                                          | ${false} | ${'more'}
  ${{ settings: { onTimeDays: 0 } }}                                          | ${false} | ${'not even the due day on time'}
  ${{ settings: { onTimeDays: 1 } }}                                          | ${true}  | ${'the due day alone'}
  ${{ settings: { onTimeDays: 365 } }}                                        | ${true}  | ${'on time for a year'}
  ${{ settings: { onTimeDays: 366 } }}                                        | ${false} | ${'for longer'}
  ${{ settings: { lapseDays: 1 } }}                                           | ${false} | ${'lapsed before it can be overdue'}
  ${{ settings: { lapseDays: 2 } }}                                           | ${true}  | ${'overdue for a day'}
  ${{ settings: { lapseDays: 3650 } }}                                        | ${true}  | ${'ten years'}
  ${{ settings: { lapseDays: 3651 } }}                                        | ${false} | ${'longer'}
  ${{ settings: { leadDays: 1.5 } }}                                          | ${false} | ${'half a day'}
  ${{ settings: { closedWeekdays: ['Sunday'] } }}                             | ${false} | ${'no such weekday'}
  ${{ settings: { closedDays: times(1000, '2026-12-25') } }}                  | ${true}  | ${'the most closed days'}
  ${{ settings: { closedDays: times(1001, '2026-12-25') } }}                  | ${false} | ${'more'}
  ${{ holdsUntil: times(100, '2026-12-25') }}                                 | ${true}  | ${'the most holds'}
  ${{ holdsUntil: times(101, '2026-12-25') }}                                 | ${false} | ${'more'}
  ${{ sessions: times(500, SESSION) }}                                        | ${true}  | ${'the most sessions'}
  ${{ sessions: times(501, SESSION) }}                                        | ${false} | ${'more'}
  ${{ sessions: [] }}                                                         | ${true}  | ${'none yet'}
  ${of({ product: 'botox' })}                                                 | ${false} | ${'no such product'}
  ${of({ state: 'signed' })}                                                  | ${false} | ${'no such state'}
  ${of({ totalUnits: 0 })}                                                    | ${true}  | ${'a dose that is not known'}
  ${of({ totalUnits: -1 })}                                                   | ${false} | ${'less than none'}
  ${of({ totalUnits: 1_000_000 })}                                            | ${true}  | ${'the most units'}
  ${of({ totalUnits: 1_000_001 })}                                            | ${false} | ${'more'}
  ${of({ injections: times(100, INJECTION) })}                                | ${true}  | ${'the most injections'}
  ${of({ injections: times(101, INJECTION) })}                                | ${false} | ${'more'}
  ${of({ injections: [{ ...INJECTION, units: 0 }] })}                         | ${false} | ${'an injection of nothing'}
  ${of({ injections: [{ ...INJECTION, units: 0.01 }] })}                      | ${true}  | ${'the least injection'}
  ${of({ injections: [{ ...INJECTION, units: 50_000 }] })}                    | ${true}  | ${'the largest'}
  ${of({ injections: [{ ...INJECTION, units: 50_001 }] })}                    | ${false} | ${'larger'}
  ${of({ muscles: times(100, 'x') })}                                         | ${true}  | ${'the most muscles'}
  ${of({ muscles: times(101, 'x') })}                                         | ${false} | ${'more'}
  ${of({ muscles: [''] })}                                                    | ${false} | ${'a muscle without a name'}
  ${of({ injectorId: '' })}                                                   | ${false} | ${'an injector without a name'}
  ${of({ injectorId: 'x'.repeat(200) })}                                      | ${true}  | ${'the longest name'}
  ${of({ injectorId: 'x'.repeat(201) })}                                      | ${false} | ${'longer'}
  ${of({ response: { improvementPct: -100, pgic: 1, peakEffect: 0 } })}       | ${true}  | ${'the lower ends'}
  ${of({ response: { improvementPct: 100, pgic: 7, peakEffect: 4 } })}        | ${true}  | ${'the upper ends'}
  ${of({ response: { improvementPct: -101 } })}                               | ${false} | ${'worse than worst'}
  ${of({ response: { improvementPct: 101 } })}                                | ${false} | ${'better than best'}
  ${of({ response: { pgic: 0 } })}                                            | ${false} | ${'below PGIC'}
  ${of({ response: { pgic: 8 } })}                                            | ${false} | ${'above it'}
  ${of({ response: { peakEffect: -1 } })}                                     | ${false} | ${'below the peak effect'}
  ${of({ response: { peakEffect: 5 } })}                                      | ${false} | ${'above it'}
  ${of({ response: { measurements: times(100, MEASUREMENT) } })}              | ${true}  | ${'the most measurements'}
  ${of({ response: { measurements: times(101, MEASUREMENT) } })}              | ${false} | ${'more'}
  ${of({ response: { measurements: [{ ...MEASUREMENT, phase: 'later' }] } })} | ${false} | ${'no such phase'}
  ${of({ response: { measurements: [{ ...MEASUREMENT, value: [] }] } })}      | ${false} | ${'no value'}
`('a preview and a line of a file agree: $why', async ({ more, read }: { more: object; read: boolean }) => {
  const { id, ...course } = { ...LINE, ...more };
  const previewed = validationPipe().transform(course, { type: 'body', metatype: PreviewDto });
  const accepted = await previewed.then(
    () => true,
    () => false,
  );
  expect({ line: refusal({ id, ...course }) === 'read', preview: accepted }).toEqual({
    line: read,
    preview: read,
  });
});

it.each`
  more                                                                             | why
  ${{ mrn: '1' }}                                                                  | ${'a field that is not known'}
  ${{ holdsUntil: null }}                                                          | ${'null for a list'}
  ${of({ injections: [{ muscle: 'biceps', units: 5.125 }] })}                      | ${'a muscle of another catalogue, without its side'}
  ${of({ response: { measurements: [{ scale: 'x', phase: 'peak', value: 1 }] } })} | ${'a scale of another catalogue, without its day'}
`('a line of a file may have $why', ({ more }: { more: object }) => {
  expect(refusal({ ...LINE, ...more })).toBe('read');
});

function of(more: object) {
  return { sessions: [{ ...SESSION, ...more }] };
}

function times<T>(count: number, entry: T): T[] {
  return Array.from({ length: count }, () => entry);
}
