import { Client } from 'pg';

/** Our choice: a connection keeps a plan a name. Ours are some hundreds; filters put together oddly go without. */
const MOST_NAMES = 500;

/** In the text of a statement whose best plan lies in its values: it is planned anew each time. */
export const PLANNED_ANEW = '/* planned anew */';
/** The same as a query builder takes it. */
export const PLANNED_ANEW_COMMENT = 'planned anew';

/** Their texts differ by how many things they name: there is no end of them. */
const LISTS = /\bin\s*\(\s*\$\d+\s*,|\)\s*,\s*\(\s*\$/i;

/** The same in all connections: a text has one name. */
const names = new Map<string, string>();
let given = 0;

/**
 * Gives each statement a name by its text, so that a connection parses it once and plans it a few times: planning took the
 * database longer than answering. Whoever asks says nothing of it.
 */
export class NamedClient extends Client {
  override query(...sent: never[]): never {
    const [text, values, ...rest] = sent as unknown[];
    const name = typeof text === 'string' && hasValues(values) ? nameOf(text) : undefined;
    const named = name === undefined ? sent : [{ name, text, values }, ...rest];
    return (super.query as (...sent: unknown[]) => never)(...named);
  }
}

/** The name of a statement, the same for the same text; undefined for one that is better planned each time. */
export function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MOST_NAMES || text.includes(PLANNED_ANEW) || LISTS.test(text)) return undefined;
  given += 1;
  names.set(text, `s${given}`);
  return `s${given}`;
}

/** What a statement answers has other columns than when it was named: next time it has another name. */
export function forgetName(text: unknown): void {
  names.delete(text as string);
}

/** Without any, several statements may be one text. */
function hasValues(values: unknown): boolean {
  return Array.isArray(values) && values.length > 0;
}
