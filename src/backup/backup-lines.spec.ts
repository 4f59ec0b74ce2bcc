import fc from 'fast-check';
import { readBackup, RowDigest, type BackupPart } from './backup-lines';

const HEAD = {
  format: 'clinic-backup 1',
  madeAt: '2026-11-27T02:30:00Z',
  server: '18.4',
  migrations: [1, 2],
};
const FOOT = { tables: [], sequences: {} };

function text(...lines: (object | string)[]): Buffer {
  return Buffer.from(
    lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
  );
}

async function* inPieces(bytes: Buffer, sizes: readonly number[] = [bytes.length]): AsyncGenerator<Buffer> {
  for (let from = 0, n = 0; from < bytes.length; n += 1) {
    const to = from + sizes[n % sizes.length]!;
    yield bytes.subarray(from, to);
    from = to;
  }
}

/** What is read, with the rows of a table in one piece. */
async function read(pieces: AsyncIterable<Uint8Array>): Promise<unknown[]> {
  const told: unknown[] = [];
  let rows = '';
  for await (const part of readBackup(pieces)) {
    if (part.kind === 'rows') rows += part.lines.toString();
    else if (part.kind === 'end-of-rows') {
      told.push(rows);
      rows = '';
    } else told.push(contentOf(part));
  }
  return told;
}

function contentOf(part: Exclude<BackupPart, { kind: 'rows' | 'end-of-rows' }>): object {
  return part.kind === 'head' ? part.head : part.kind === 'table' ? part.table : part.foot;
}

const PATIENT = { table: 'patient', columns: ['id', 'note'] };
const COURSE = { table: 'course', columns: ['id'] };
const WHOLE = text(HEAD, PATIENT, 'a\tfirst\\nsecond', 'b\t\\N', 'c\t\\\\.', '\\.', COURSE, '\\.', FOOT);

describe('a backup', () => {
  it('is read as it was written, in pieces of whatever size', async () => {
    const expected = [HEAD, PATIENT, 'a\tfirst\\nsecond\nb\t\\N\nc\t\\\\.\n', COURSE, '', FOOT];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }),
        async (sizes) => {
          expect(await read(inPieces(WHOLE, sizes))).toEqual(expected);
        },
      ),
    );
  });

  it.each`
    said                                            | refused                      | why
    ${text()}                                       | ${/it is empty/}             | ${'nothing'}
    ${text('hello')}                                | ${/no backup of the clinic/} | ${'another file'}
    ${text({ ...HEAD, format: 'clinic-backup 2' })} | ${/newer version/}           | ${'a format of the future'}
    ${text(HEAD, PATIENT, 'a\tb')}                  | ${/cut off: it has no end/}  | ${'an end in a table'}
    ${text(HEAD, PATIENT, '\\.')}                   | ${/cut off: it has no end/}  | ${'an end between tables'}
    ${WHOLE.subarray(0, -1)}                        | ${/middle of a line/}        | ${'the last byte missing'}
    ${text(HEAD, 'a\tb', FOOT)}                     | ${/damaged/}                 | ${'rows of no table'}
    ${text(HEAD, FOOT, PATIENT)}                    | ${/goes on after its end/}   | ${'more after the end'}
  `('is refused: $why', async ({ said, refused }) => {
    await expect(read(inPieces(said))).rejects.toThrow(refused);
  });
});

describe('the digest of rows', () => {
  const of = (...pieces: string[]) => {
    const digest = new RowDigest();
    for (const piece of pieces) digest.add(Buffer.from(piece));
    return digest.of('patient');
  };

  it('is the same in whatever pieces they come, and counts them', () => {
    expect(of('a\nb\nc\n')).toEqual(of('a', '\nb\n', 'c\n'));
    expect(of('a\nb\nc\n').rows).toBe(3);
  });

  it.each([['a\nb\n'], ['b\na\nc\n'], ['a\nb\nd\n'], ['']])('is another one of %j', (rows) => {
    expect(of(rows).sha256).not.toBe(of('a\nb\nc\n').sha256);
  });
});
