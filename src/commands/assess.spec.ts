import { PassThrough, Readable, Writable } from 'node:stream';
import { courseRules } from '../clinical/course/course-rules';
import { assessLines } from './assess';

const SESSION = { performedOn: '2026-09-14', product: 'ona', totalUnits: 155 };
const COURSE = { id: 'a', indication: 'chronic_migraine', sessions: [SESSION] };

function sink(): { stream: Writable; text: () => string } {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString());
      done();
    },
  });
  return { stream, text: () => written.join('') };
}

async function assess(text: string) {
  const output = sink();
  const errors = sink();
  const refused = await assessLines({
    input: Readable.from([Buffer.from(text)]),
    output: output.stream,
    errors: errors.stream,
    today: '2026-12-07',
    rules: courseRules(),
  });
  const answers = output
    .text()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { refused, answers, errors: errors.text() };
}

it('answers a history with what is decided of it', async () => {
  const { answers, refused, errors } = await assess(JSON.stringify(COURSE));
  expect({ refused, errors }).toEqual({ refused: 0, errors: '' });
  expect(answers).toEqual([
    {
      id: 'a',
      forecast: expect.objectContaining({ dueOn: '2026-12-07', basis: 'usual-interval' }),
      dueStatus: 'due',
      daysOverdue: 0,
      trend: expect.objectContaining({ afterSession: 1, tier: null }),
      flags: [],
      forecasts: [{ session: 1, wearOffDays: 80, dueDays: 84 }],
    },
  ]);
});

it.each`
  more                                                          | dueStatus     | bookOn          | why
  ${{ asOf: '2026-12-06' }}                                     | ${'upcoming'} | ${'2026-12-07'} | ${'a day of its own'}
  ${{ settings: { onTimeDays: 7 }, asOf: '2026-12-14' }}        | ${'overdue'}  | ${'2026-12-07'} | ${'a shorter on-time window'}
  ${{ settings: { closedDays: ['2026-12-07', '2026-12-08'] } }} | ${'due'}      | ${'2026-12-09'} | ${'closed days of its own'}
  ${{ minInterval: 'P90D' }}                                    | ${'upcoming'} | ${'2026-12-14'} | ${'a minimum of its own'}
`('takes from the line $why', async ({ more, dueStatus, bookOn }) => {
  const { answers } = await assess(JSON.stringify({ ...COURSE, ...more }));
  expect(answers).toMatchObject([{ dueStatus, forecast: { bookOn } }]);
});

it('reports a line that it cannot read, by its number, and goes on', async () => {
  const bad = { ...COURSE, sessions: [{ ...SESSION, performedOn: '2026-02-30' }] };
  const worse = { ...bad, id: 7, indication: 'headache' };
  const lines = [
    JSON.stringify(COURSE),
    '',
    JSON.stringify(bad),
    'x',
    '[]',
    JSON.stringify(worse),
    JSON.stringify({ ...COURSE, id: 'b' }),
  ];
  const { answers, refused, errors } = await assess(lines.join('\r\n'));
  expect(answers.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(refused).toBe(4);
  expect(errors.split('\n')).toEqual([
    'line 3: /sessions/0/performedOn: performedOn must be a day that exists, written YYYY-MM-DD',
    'line 4: not JSON',
    'line 5: a course must be an object',
    'line 6: /id: id must be a string (and 2 more)',
    '',
  ]);
});

it('reads no faster than the answers are taken', async () => {
  const line = Buffer.from(`${JSON.stringify(COURSE)}\n`);
  let read = 0;
  const input = Readable.from(
    (function* () {
      for (; read < 5000; read += 1) yield line;
    })(),
  );
  const output = new PassThrough();
  const done = assessLines({
    input,
    output,
    errors: sink().stream,
    today: '2026-12-07',
    rules: courseRules(),
  });
  // Full, and nobody takes anything: from here on nothing moves, however often it might.
  while (!output.writableNeedDrain) await turn();
  for (let turns = 0; turns < 5000; turns += 1) await turn();
  expect(read).toBeLessThan(500);
  output.resume();
  await done;
  expect(read).toBe(5000);
});

it('stops when nobody takes the answers any more', async () => {
  const input = Readable.from([Buffer.from(`${JSON.stringify(COURSE)}\n`.repeat(100))]);
  const output = new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    },
  });
  const done = assessLines({
    input,
    output,
    errors: sink().stream,
    today: '2026-12-07',
    rules: courseRules(),
  });
  await expect(done).rejects.toMatchObject({ code: 'EPIPE' });
});

/** Lets everything run that could go on by now. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
