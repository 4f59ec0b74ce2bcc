import { malformed } from '../../../platform/http/problem';
import { mapColumns, type MappedColumn } from '../file/map-columns';
import { IMPORT_COLUMNS, type ImportKind } from '../import-kinds';
import type { ImportMapping } from './import-mapping.entity';
import { usualNames } from './usual-names';

export type KnownMapping = Pick<ImportMapping, 'id' | 'name' | 'columns'>;

export interface FoundColumns {
  readonly columns: readonly MappedColumn[];
  /** The mapping that they were read by. */
  readonly by?: KnownMapping;
}

/**
 * Which of our columns are those of a file, by its own names or by a mapping that the clinic keeps?
 *
 * The mapping that was asked for decides. Else our names do; where the file does not have them, the one mapping of its kind
 * by which it can be read, else the names that are usual elsewhere. Where several mappings read it differently, a person says
 * which.
 *
 * @throws Problem 400 where none does, as without mappings.
 */
export function columnsByMapping(
  header: readonly string[],
  kind: ImportKind,
  kept: readonly KnownMapping[],
  asked: string | undefined,
): FoundColumns {
  const ours = IMPORT_COLUMNS[kind];
  if (asked !== undefined) {
    const by = kept.find(({ id }) => id === asked);
    if (!by)
      throw malformed(
        '/mapping',
        'no-such-mapping',
        `There is no mapping of this id for ${kind}: GET /imports/mappings lists them`,
      );
    return { columns: mapColumns(header, ours, by.columns), by };
  }
  try {
    return { columns: mapColumns(header, ours) };
  } catch (error) {
    const fitting = kept.flatMap((by) => {
      const columns = readBy(header, kind, by);
      return columns ? [{ columns, by }] : [];
    });
    const readings = new Set(fitting.map(({ columns }) => JSON.stringify(columns)));
    if (readings.size === 1) return fitting[0]!;
    if (readings.size === 0) {
      const columns = readBy(header, kind, { columns: usualNames(kind) });
      if (columns === undefined) throw error;
      return { columns };
    }
    const named = fitting.map(({ by: { id, name } }) => `${name ?? 'without a name'} (${id})`).join(', ');
    throw malformed(
      '/mapping',
      'several-mappings',
      `Several mappings read this file, each otherwise: say mapping= with the id of one of ${named}`,
    );
  }
}

function readBy(
  header: readonly string[],
  kind: ImportKind,
  { columns }: Pick<KnownMapping, 'columns'>,
): readonly MappedColumn[] | undefined {
  try {
    return mapColumns(header, IMPORT_COLUMNS[kind], columns);
  } catch {
    return undefined;
  }
}
