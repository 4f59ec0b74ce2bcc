import { AsyncLocalStorage } from 'node:async_hooks';

const answered = new AsyncLocalStorage<string>();

/** The request that is being answered, as trail and log name it; none: the service acts on its own. */
export function requestId(): string | undefined {
  return answered.getStore();
}

export function answering(id: string, work: () => void): void {
  answered.run(id, work);
}
