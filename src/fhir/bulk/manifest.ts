import type { BulkExport, BulkExportFile } from './bulk-export.entity';

interface Listed {
  readonly type: string;
  readonly url: string;
  readonly count: number;
}

export interface Manifest {
  readonly transactionTime: string;
  readonly request: string;
  readonly requiresAccessToken: true;
  readonly output: readonly Listed[];
  /** Absent where nothing was removed: an empty list would be one more file to look for. */
  readonly deleted?: readonly Listed[];
  readonly error: readonly Listed[];
}

type Made = Pick<BulkExport, 'request' | 'transactionTime'>;
type File = Pick<BulkExportFile, 'name' | 'type' | 'removed' | 'count'>;

/** What an export holds, and where; `address` is where its files lie. */
export function manifestOf(
  { request, transactionTime }: Made,
  files: readonly File[],
  address: string,
): Manifest {
  const listed = (removed: boolean): Listed[] =>
    files
      .filter((file) => file.removed === removed)
      .map(({ name, type, count }) => ({
        type: removed ? 'Bundle' : type,
        url: `${address}/${name}`,
        count,
      }));
  const deleted = listed(true);
  return {
    transactionTime: transactionTime!.toISOString(),
    request,
    requiresAccessToken: true,
    output: listed(false),
    ...(deleted.length > 0 && { deleted }),
    error: [],
  };
}
