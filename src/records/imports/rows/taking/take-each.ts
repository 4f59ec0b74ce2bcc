import type { EntityManager } from 'typeorm';
import { refusalOf } from '../shape-row';
import type { Taken, TakenBy, Together } from './taken';

type TakeOne<Row extends object> = (tx: EntityManager, rows: Together<Row>, by: TakenBy) => Promise<Taken>;

/** Takes what belongs together one after the other: what one would break is undone and said. */
export function takeEach<Row extends object>(take: TakeOne<Row>) {
  return async (tx: EntityManager, all: readonly Together<Row>[], by: TakenBy): Promise<Taken[]> => {
    const taken: Taken[] = [];
    for (const rows of all) {
      try {
        taken.push(await tx.transaction((savepoint) => take(savepoint, rows, by)));
      } catch (error) {
        taken.push(refusedBy(error));
      }
    }
    return taken;
  };
}

/** What a request would have been refused for; a failure of ours is thrown on. */
export function refusedBy(error: unknown): Taken {
  return { outcome: 'refused', problems: refusalOf(error) };
}

/**
 * Writes several things in one go. Where the database refuses one of them, the halves are tried, until it is found; `refused`
 * hears which and why.
 */
export async function writeAll<Thing>(
  tx: EntityManager,
  things: readonly Thing[],
  write: (tx: EntityManager, things: readonly Thing[]) => Promise<unknown>,
  refused: (thing: Thing, taken: Taken) => void,
): Promise<void> {
  if (things.length === 0) return;
  try {
    await tx.transaction((savepoint) => write(savepoint, things));
  } catch (error) {
    const taken = refusedBy(error);
    if (things.length === 1) return refused(things[0]!, taken);
    const half = Math.ceil(things.length / 2);
    await writeAll(tx, things.slice(0, half), write, refused);
    await writeAll(tx, things.slice(half), write, refused);
  }
}
