import { createHash, type Hash } from 'node:crypto';

/** What rows were taken from, so that it can be told whether they can be put in here. */
export interface Origin {
  readonly madeAt: string;
  readonly server: string;
  /** Timestamps of the migrations that had run. */
  readonly migrations: readonly number[];
}

/** The first line of a backup. */
export interface BackupHead extends Origin {
  readonly format: 'clinic-backup 1';
}

export interface TableHead {
  readonly table: string;
  readonly columns: readonly string[];
}

export interface TableDigest {
  readonly table: string;
  readonly rows: number;
  /** Of the table's lines, in the order of its primary key. */
  readonly sha256: string;
}

/** The last line: without it the file is a part of a backup. */
export interface BackupFoot {
  readonly tables: readonly TableDigest[];
  /** The last value that each sequence gave; null: none yet. */
  readonly sequences: Readonly<Record<string, number | null>>;
}

/** As COPY ends its rows; none of them can look like it. */
export const END_OF_ROWS = '\\.';

/** Counts the rows of a table and makes its digest while they pass, in pieces of any size. */
export class RowDigest {
  private readonly hash: Hash = createHash('sha256');
  private rows = 0;

  add(piece: Uint8Array): void {
    this.hash.update(piece);
    for (let at = piece.indexOf(NEWLINE); at >= 0; at = piece.indexOf(NEWLINE, at + 1)) this.rows += 1;
  }

  of(table: string): TableDigest {
    return { table, rows: this.rows, sha256: this.hash.digest('hex') };
  }
}

const NEWLINE = 10;

/** What a backup says, piece by piece. */
export type BackupPart =
  | { readonly kind: 'head'; readonly head: BackupHead }
  | { readonly kind: 'table'; readonly table: TableHead }
  | { readonly kind: 'rows'; readonly lines: Buffer }
  | { readonly kind: 'end-of-rows' }
  | { readonly kind: 'foot'; readonly foot: BackupFoot };

/**
 * Reads a backup, which is text: a line of JSON at its head, then of each table a line of JSON, its rows as COPY gives them
 * and a line `\.`, at last a line of JSON with the digests.
 *
 * @throws Error of what is no backup, or a part of one.
 */
export async function* readBackup(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<BackupPart> {
  let inRows = false;
  let began = false;
  let ended = false;
  for await (const lines of wholeLines(pieces)) {
    let rowsFrom = 0;
    for (let from = 0; from < lines.length;) {
      const to = lines.indexOf(NEWLINE, from);
      if (inRows) {
        const isEnd = to - from === END_OF_ROWS.length && lines.toString('latin1', from, to) === END_OF_ROWS;
        if (isEnd) {
          if (from > rowsFrom) yield { kind: 'rows', lines: lines.subarray(rowsFrom, from) };
          yield { kind: 'end-of-rows' };
          inRows = false;
        }
      } else {
        const part = partOf(lines.toString('utf8', from, to), began);
        if (ended) throw new Error('This backup goes on after its end.');
        [began, inRows, ended] = [true, part.kind === 'table', part.kind === 'foot'];
        yield part;
        rowsFrom = to + 1;
      }
      from = to + 1;
    }
    if (inRows && lines.length > rowsFrom) yield { kind: 'rows', lines: lines.subarray(rowsFrom) };
  }
  if (!began) throw new Error('This is no backup of the clinic: it is empty.');
  if (!ended) throw new Error('This backup is cut off: it has no end. Take another one.');
}

function partOf(line: string, began: boolean): BackupPart {
  const said = parse(line);
  if (!began) {
    if (said?.format === 'clinic-backup 1') return { kind: 'head', head: said as unknown as BackupHead };
    throw new Error('This is no backup of the clinic, or one that a newer version made.');
  }
  if (typeof said?.table === 'string') return { kind: 'table', table: said as unknown as TableHead };
  if (Array.isArray(said?.tables)) return { kind: 'foot', foot: said as unknown as BackupFoot };
  throw new Error('This backup is damaged: a line of it says neither a table nor the end.');
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** Pieces that end with a line. */
export async function* wholeLines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let begun: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    const end = piece.lastIndexOf(NEWLINE) + 1;
    if (end === 0) {
      begun = Buffer.concat([begun, piece]);
      continue;
    }
    yield Buffer.concat([begun, piece.subarray(0, end)]);
    begun = Buffer.from(piece.subarray(end));
  }
  if (begun.length > 0) throw new Error('It is cut off in the middle of a line: take another one.');
}
