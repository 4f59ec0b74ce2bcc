import { createContext } from 'preact';

export interface Waits {
  /** How many, in numbers and words; empty: nothing waits there. */
  readonly words: string;
  readonly tooLong: boolean;
}

/** How much waits for whoever looks, by the entry of the navigation that leads to it. */
export type Waiting = Readonly<Record<string, Waits>>;

/** Given to a screen where it is rendered: every frame shows it, and no screen has to ask. */
export const WaitingContext = createContext<Waiting>({});

/** `4, 1 alert`: what there is, and of it what has a name of its own; what there is none of is left out. */
export function waits(
  counts: readonly (readonly [count: number, words?: (count: number) => string])[],
  tooLong = false,
): Waits {
  const said = counts.filter(([count]) => count > 0).map(([count, words]) => words?.(count) ?? String(count));
  return { words: said.join(', '), tooLong };
}
