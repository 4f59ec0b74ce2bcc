import { createContext } from 'preact';

/** How much waits for whoever looks, by the entry of the navigation that leads to it. */
export type Waiting = Readonly<Record<string, { readonly count: number; readonly tooLong: boolean }>>;

/** Given to a screen where it is rendered: every frame shows it, and no screen has to ask. */
export const WaitingContext = createContext<Waiting>({});
