import { createContext } from 'preact';

export interface Waits {
  readonly count: number;
  /** What is counted, where the entry does not say it. */
  readonly unit?: string;
  readonly tooLong: boolean;
}

/** How much waits for whoever looks, by the entry of the navigation that leads to it. */
export type Waiting = Readonly<Record<string, Waits>>;

/** Given to a screen where it is rendered: every frame shows it, and no screen has to ask. */
export const WaitingContext = createContext<Waiting>({});
