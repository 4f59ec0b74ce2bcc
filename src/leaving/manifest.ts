import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupFoot, Origin } from '../backup/backup-lines';
import { StartError } from '../embedded-postgres/start-error';

export const MANIFEST = 'export.json';
export const CODEBOOK = 'codebook.json';
/** As `sha256sum -c` reads it. */
export const SUMS = 'SHA256SUMS';
/** There from the first moment to the last but one. */
export const NOT_WHOLE = 'NOT-WHOLE.txt';

const FORMAT = 'clinic-export 1';

export interface ExportedTable {
  readonly table: string;
  readonly rows: number;
  readonly columns: readonly string[];
  /** Of the file. */
  readonly fileSha256: string;
  /** Of the rows as a backup has them, so that what the file cannot say would show. */
  readonly rowsSha256: string;
}

/** What an export holds and what it was taken from; written last. */
export interface Manifest extends Origin {
  readonly format: typeof FORMAT;
  readonly secrets: 'left-out' | 'included';
  readonly tables: readonly ExportedTable[];
  readonly sequences: BackupFoot['sequences'];
}

export function manifestOf(made: Omit<Manifest, 'format'>): Manifest {
  return { format: FORMAT, ...made };
}

export function fileOf(table: string): string {
  return `${table}.ndjson`;
}

/** @throws StartError of what is no export, or a part of one. */
export function readManifest(folder: string): Manifest {
  if (textOf(folder, NOT_WHOLE) !== undefined)
    throw new StartError(
      `The export in ${folder} is not whole: it was stopped before its end. Make another one.`,
    );
  const text = textOf(folder, MANIFEST);
  if (text === undefined)
    throw new StartError(`${folder} holds no export of a clinic: there is no ${MANIFEST} in it.`);
  const manifest = parsed(text);
  if (manifest?.format !== FORMAT)
    throw new StartError(
      `${join(folder, MANIFEST)} is of no export of the clinic, or a newer version made it.`,
    );
  return manifest as unknown as Manifest;
}

function textOf(folder: string, name: string): string | undefined {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch {
    return undefined;
  }
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
