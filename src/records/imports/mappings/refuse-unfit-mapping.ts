import { shapeProblem, type FieldError } from '../../../platform/http/problem';
import { plainName } from '../file/map-columns';
import { IMPORT_COLUMNS, type ImportKind } from '../import-kinds';

const MOST_COLUMNS = 200;
const LONGEST_NAME = 200;

/**
 * Does a mapping say of columns of a file which of ours they are?
 *
 * @throws Problem 400 for each column that it calls by a name that is none of ours, with ours.
 */
export function refuseUnfitMapping(kind: ImportKind, columns: Readonly<Record<string, unknown>>): void {
  const entries = Object.entries(columns);
  if (entries.length === 0 || entries.length > MOST_COLUMNS)
    throw shapeProblem([
      {
        pointer: '/columns',
        code: 'column-count',
        message: `columns names ${entries.length} columns: give 1 to ${MOST_COLUMNS}, their name with ours`,
      },
    ]);
  const errors = entries.flatMap(([name, field], at): FieldError[] => {
    const message = wrongOf(
      kind,
      name,
      field,
      entries.slice(0, at).map(([other]) => other),
    );
    return message === undefined
      ? []
      : [{ pointer: `/columns/${escaped(name)}`, code: 'mapped-column', message }];
  });
  if (errors.length > 0) throw shapeProblem(errors);
}

function wrongOf(
  kind: ImportKind,
  name: string,
  field: unknown,
  before: readonly string[],
): string | undefined {
  const ours = Object.keys(IMPORT_COLUMNS[kind]);
  if (plainName(name) === '' || name.length > LONGEST_NAME)
    return `The name of a column of the file has 1 to ${LONGEST_NAME} characters`;
  if (before.some((other) => plainName(other) === plainName(name)))
    return `“${name}” is there twice: capitals, blanks, hyphens and underscores do not tell columns apart`;
  if (field === null || (typeof field === 'string' && ours.includes(field))) return undefined;
  const said = typeof field === 'string' ? `“${field.slice(0, LONGEST_NAME)}”` : 'no name';
  return `“${name}” is mapped to ${said}, which is none of our columns of ${kind}: take one of ${ours.join(', ')}, or null to leave it out`;
}

/** As a JSON pointer writes it. */
function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
