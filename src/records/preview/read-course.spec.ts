import 'reflect-metadata';
import { validationPipe } from '../../platform/http/validating/validation-pipe';
import type { FieldError, Problem } from '../../platform/http/problem';
import { ifDocumented } from '../../../test/support/walks/documented';
import { RecordResponseDto } from '../responses/responses.dto';
import { InjectionDto } from '../sessions/sessions.dto';
import { readCourse, readCourseLine } from './read-course';

const SESSION = { performedOn: '2026-09-14', product: 'ona', totalUnits: 155 };
const LINE = { id: 'a', indication: 'chronic_migraine', sessions: [SESSION] };

const { id: _id, ...COURSE } = LINE;

const EVERY_FIELD = {
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
      injections: [
        { muscle: 'biceps_brachii', side: 'left', units: 200, sites: 4, volumeMl: 2, guidance: 'emg' },
      ],
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
        measurements: [
          { scale: 'mas', phase: 'peak', value: '1+', of: 'elbow_flexors', measuredOn: '2026-10-14' },
          { scale: 'midas', phase: 'peak', value: 20, domains: [3, 4, 6, 2, 5], measuredOn: '2026-10-14' },
        ],
      },
    },
    { performedOn: '2026-06-14', product: 'abo', totalUnits: 400, muscles: ['biceps_brachii'] },
    { performedOn: '2027-01-04', product: 'abo', state: 'planned' },
  ],
  asOf: '2026-11-22',
};

/** What is wrong with a line, as the command tells it. */
function refusal(line: unknown): string {
  const outcome = readCourseLine(line);
  if ('read' in outcome) return 'read';
  return outcome.errors.map(({ pointer, message }) => `${pointer} ${message}`).join('; ');
}

function readsOf(line: unknown): unknown {
  const outcome = readCourseLine(line);
  return 'read' in outcome ? outcome.read : outcome.errors;
}

it('reads every field of a history', () => {
  expect(readCourse(EVERY_FIELD)).toEqual({ read: EVERY_FIELD });
});

it('reads of a line its id and what the decisions take', () => {
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
  expect(readsOf(line)).toEqual(line);
});

it('passes over fields that it does not know and takes null for absent', () => {
  const line = {
    ...LINE,
    mrn: '1',
    interval: null,
    sessions: [{ ...SESSION, response: { pgic: null, seen: true } }],
  };
  expect(readsOf(line)).toEqual({ ...LINE, sessions: [{ ...SESSION, response: {} }] });
});

it.each`
  line                                                                                     | message
  ${[]}                                                                                    | ${' a course must be an object'}
  ${null}                                                                                  | ${' a course must be an object'}
  ${{ ...LINE, id: undefined }}                                                            | ${'/id id must be a string'}
  ${{ ...LINE, id: 7 }}                                                                    | ${'/id id must be a string'}
  ${{ ...LINE, id: 'x'.repeat(201) }}                                                      | ${'/id id must be shorter than or equal to 200 characters'}
  ${{ ...LINE, indication: 'headache' }}                                                   | ${/^\/indication indication must be one of the following values: chronic_migraine, /}
  ${{ ...LINE, indication: '__proto__' }}                                                  | ${/^\/indication indication must be one of /}
  ${{ ...LINE, side: 'up' }}                                                               | ${'/side side must be one of the following values: left, right, bilateral, midline'}
  ${{ ...LINE, birthDate: '2026-02-30' }}                                                  | ${'/birthDate birthDate must be a day that exists, written YYYY-MM-DD'}
  ${{ ...LINE, interval: 'P0D' }}                                                          | ${'/interval interval must be a duration of at least a day such as P12W, P84D or P3M'}
  ${{ ...LINE, minInterval: 'P-84D' }}                                                     | ${/^\/minInterval minInterval must be a duration/}
  ${{ ...LINE, holdsUntil: '2026-12-01' }}                                                 | ${'/holdsUntil holdsUntil must be a list of at most 100 days that exist, each written YYYY-MM-DD'}
  ${{ ...LINE, holdsUntil: ['2026-12-01', '2026-W10'] }}                                   | ${/^\/holdsUntil holdsUntil must be a list of at most 100 days that exist/}
  ${{ ...LINE, settings: { closedWeekdays: ['Sunday'] } }}                                 | ${/^\/settings\/closedWeekdays each value in closedWeekdays must be one of the following values: sunday, /}
  ${{ ...LINE, settings: { closedDays: ['20261225'] } }}                                   | ${/^\/settings\/closedDays closedDays must be a list of at most 1000 days/}
  ${{ ...LINE, settings: { onTimeDays: 0 } }}                                              | ${'/settings/onTimeDays onTimeDays must not be less than 1'}
  ${{ ...LINE, settings: { leadDays: 1.5 } }}                                              | ${'/settings/leadDays leadDays must be an integer number'}
  ${{ ...LINE, asOf: '2026-11-22T10:00:00Z' }}                                             | ${'/asOf asOf must be a day that exists, written YYYY-MM-DD'}
  ${{ ...LINE, sessions: undefined }}                                                      | ${'/sessions sessions must be an array'}
  ${{ ...LINE, sessions: [SESSION, 'x'] }}                                                 | ${'/sessions each value in sessions must be an object'}
  ${{ ...LINE, sessions: [{ ...SESSION, performedOn: '' }] }}                              | ${'/sessions/0/performedOn performedOn must be a day that exists, written YYYY-MM-DD'}
  ${{ ...LINE, sessions: [{ ...SESSION, product: 'botox' }] }}                             | ${'/sessions/0/product product must be one of the following values: ona, abo, inco, rima, daxi'}
  ${{ ...LINE, sessions: [{ ...SESSION, state: 'signed' }] }}                              | ${'/sessions/0/state state must be one of the following values: completed, planned, voided'}
  ${{ ...LINE, sessions: [{ ...SESSION, totalUnits: -1 }] }}                               | ${'/sessions/0/totalUnits totalUnits must not be less than 0'}
  ${session({ injections: [{ muscle: 'trapezius' }] })}                                    | ${'/sessions/0/injections/0/units units must be a number'}
  ${session({ injections: [{ muscle: '', units: 5 }] })}                                   | ${'/sessions/0/injections/0/muscle muscle must not be empty'}
  ${session({ response: { improvementPct: 101 } })}                                        | ${'/sessions/0/response/improvementPct improvementPct must not be greater than 100'}
  ${session({ response: { pgic: 0 } })}                                                    | ${'/sessions/0/response/pgic pgic must not be less than 1'}
  ${session({ response: { woreOffOn: '2026-13-01' } })}                                    | ${'/sessions/0/response/woreOffOn woreOffOn must be a day that exists, written YYYY-MM-DD'}
  ${session({ response: { measurements: [{ scale: 'mas', phase: 'later', value: 1 }] } })} | ${/^\/sessions\/0\/response\/measurements\/0\/phase phase must be one of /}
  ${session({ response: { measurements: [{ scale: 'mas', phase: 'peak' }] } })}            | ${'/sessions/0/response/measurements/0/value value must be a number on the scale, or its label'}
  ${{ ...LINE, side: 'up', asOf: 'today' }}                                                | ${'/side side must be one of the following values: left, right, bilateral, midline; /asOf asOf must be a day that exists, written YYYY-MM-DD'}
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
  ${{ sessions: times(200, SESSION) }}                                        | ${true}  | ${'the most sessions'}
  ${{ sessions: times(201, SESSION) }}                                        | ${false} | ${'more'}
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
`('a client, a file and openapi.json agree: $why', ({ more, read }: { more: object; read: boolean }) => {
  const { id, ...course } = { ...LINE, ...more };
  expect({
    client: 'read' in readCourse(course),
    file: 'read' in readCourseLine({ id, ...course }),
    documented: ifDocumented('PreviewDto', course),
  }).toEqual({ client: read, file: read, documented: read });
});

it.each`
  more                                                                               | why
  ${{ mrn: '1' }}                                                                    | ${'a field that is not known'}
  ${{ holdsUntil: null }}                                                            | ${'null for a list'}
  ${of({ injections: [{ muscle: 'biceps', side: 'left', units: 5 }] })}              | ${'a muscle of another catalogue'}
  ${of({ injections: [{ muscle: 'trapezius', units: 5 }] })}                         | ${'an injection without its side'}
  ${of({ response: { measurements: [{ ...MEASUREMENT, scale: 'x' }] } })}            | ${'a scale of another catalogue'}
  ${of({ response: { measurements: [{ scale: 'mas', phase: 'peak', value: 1 }] } })} | ${'a measurement without its day'}
`('a file may have $why, a client and openapi.json not', ({ more }: { more: object }) => {
  const { id, ...course } = { ...LINE, ...more };
  expect({
    file: refusal({ id, ...course }),
    client: 'read' in readCourse(course),
    documented: ifDocumented('PreviewDto', course),
  }).toEqual({ file: 'read', client: false, documented: false });
});

it.each`
  more
  ${of({ injections: [{ ...INJECTION, units: 5.125 }] })}
  ${of({ response: { improvementPct: 33.333 } })}
`('a file may have any decimals, a client two', ({ more }: { more: object }) => {
  const { id, ...course } = { ...LINE, ...more };
  expect(refusal({ id, ...course })).toBe('read');
  expect(readCourse(course)).toMatchObject({ errors: [{ code: 'is-hundredths' }] });
});

it('a measurement that is taken back is none', () => {
  const measurements = [MEASUREMENT, { ...MEASUREMENT, value: null }];
  expect(readCourse({ ...COURSE, ...of({ response: { measurements } }) })).toMatchObject({
    read: { sessions: [{ response: { measurements: [MEASUREMENT] } }] },
  });
});

const WRONG = [null, 'x', '', -1e7, 1e7, 1.5, true, [], {}, [[]], ['x'], undefined];

it.each(pathsOf(EVERY_FIELD))(
  'takes in %s what openapi.json says, and nothing else',
  (...path: (string | number)[]) => {
    expect(ifDocumented('PreviewDto', EVERY_FIELD)).toBe(true);
    for (const wrong of WRONG) {
      const body = withAt(EVERY_FIELD, path, wrong);
      expect({ wrong, read: 'read' in readCourse(body) }).toEqual({
        wrong,
        read: ifDocumented('PreviewDto', JSON.parse(JSON.stringify(body))),
      });
    }
  },
);

it.each`
  of             | part
  ${'response'}  | ${{ pgic: 8, peakEffect: -1, improvementPct: 33.333, woreOffOn: '2026-02-30' }}
  ${'response'}  | ${{ improvementPct: -101, pgic: 1.5, measurements: {} }}
  ${'response'}  | ${{ measurements: ['x'] }}
  ${'response'}  | ${{ measurements: times(101, MEASUREMENT) }}
  ${'response'}  | ${{ measurements: [{ scale: 'x', phase: 'later', value: [], of: 'arm', domains: [1.5], seen: true }] }}
  ${'response'}  | ${{ measurements: [{ ...MEASUREMENT, domains: [93] }, { ...MEASUREMENT, domains: [1, 2, 3, 4, 5, 6] }] }}
  ${'response'}  | ${{ measurements: [{ ...MEASUREMENT, domains: 'x' }, { ...MEASUREMENT, domains: [-1] }] }}
  ${'injection'} | ${{ muscle: 'biceps', side: 'up', units: 0, sites: 0.5, volumeMl: 1001, guidance: 'hand' }}
  ${'injection'} | ${{ ...INJECTION, units: 50_001, sites: 201, volumeMl: 0.001, 'a/b~': 1 }}
  ${'injection'} | ${{ ...INJECTION, units: '50', sites: 0, volumeMl: 0 }}
`(
  'refuses a $of in the words of where it is recorded: $part',
  async ({ of: kind, part }: { of: string; part: object }) => {
    const recorded = { response: RecordResponseDto, injection: InjectionDto }[kind]!;
    const answer = await validationPipe()
      .transform(part, { type: 'body', metatype: recorded })
      .then(
        () => [],
        ({ more }: Problem) => more.errors!,
      );
    const [within, more] =
      kind === 'response' ? ['response', { response: part }] : ['injections/0', { injections: [part] }];
    const outcome = readCourse({ ...COURSE, ...of(more) });
    expect(answer).not.toEqual([]);
    expect('errors' in outcome && byPointer(outcome.errors)).toEqual(
      byPointer(answer.map((error) => ({ ...error, pointer: `/sessions/0/${within}${error.pointer}` }))),
    );
  },
);

function byPointer(errors: readonly FieldError[]): FieldError[] {
  return errors.toSorted((a, b) => (a.pointer < b.pointer ? -1 : 1));
}

/** The paths of every field that holds a value or a list. */
function pathsOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  const own = path.length > 0 ? [path] : [];
  if (typeof value !== 'object' || value === null) return own;
  const keys = Array.isArray(value) ? [0] : Object.keys(value);
  return [...own, ...keys.flatMap((key) => pathsOf((value as Record<string, unknown>)[key], [...path, key]))];
}

function withAt(value: unknown, [key, ...deeper]: (string | number)[], put: unknown): unknown {
  if (key === undefined) return put;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[key] = withAt(copy[key], deeper, put);
  return copy;
}

function of(more: object) {
  return { sessions: [{ ...SESSION, ...more }] };
}

function times<T>(count: number, entry: T): T[] {
  return Array.from({ length: count }, () => entry);
}
