import { StartError } from '../embedded-postgres/start-error';
import { readDatabaseUrl } from '../platform/config';

/** The database of one clinic of a chain. */
export interface CellUrls {
  readonly databaseUrl: string;
  /** As its owner, for migrations; absent: as the service. */
  readonly databaseOwnerUrl?: string;
}

/**
 * The cells of a chain of clinics: on each line `DATABASE_URL`, and behind a blank `DATABASE_OWNER_URL` where that is another;
 * blank lines and what follows `#` at the beginning of a line are left out.
 *
 * @throws StartError naming the line, never its password.
 */
export function readCells(text: string): readonly CellUrls[] {
  const lines = text
    .split(/\r?\n/)
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'));
  const cells = lines.map(({ line, number }) => readCell(line, number));
  const places = cells.map(({ databaseUrl }) => placeIn(databaseUrl));
  const again = lines.find((_, at) => places.indexOf(places[at]!) < at);
  if (again) throw new StartError(`line ${again.number} names a database that stands on an earlier line`);
  if (cells.length === 0) throw new StartError('no cell is named: give the DATABASE_URL of each on a line');
  return cells;
}

function readCell(line: string, number: number): CellUrls {
  const [databaseUrl, databaseOwnerUrl, ...more] = line
    .split(/\s+/)
    .map((url, at) =>
      readDatabaseUrl(`line ${number}, ${at === 0 ? 'DATABASE_URL' : 'DATABASE_OWNER_URL'}`, url),
    );
  if (databaseUrl === undefined || more.length > 0)
    throw new StartError(`line ${number} has more than DATABASE_URL and DATABASE_OWNER_URL`);
  return { databaseUrl, ...(databaseOwnerUrl && { databaseOwnerUrl }) };
}

function placeIn(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname;
}
