import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { EntityManager } from 'typeorm';
import type { SentClinic } from '../../../platform/clinic';
import { threadPreloads } from '../../../platform/threads/thread-preloads';
import type { Assessing } from '../reassess-course';
import type { ToSave } from '../save-assessed';

/** What a thread needs to know to assess. */
export interface ThreadJob {
  readonly url: string;
  /** Of the transaction that writes: what it reads, all threads read. */
  readonly snapshot: string;
  /** What it has set may not be committed yet. */
  readonly clinic: SentClinic;
}

/** Each thread has one batch to assess and one that the database reads for it. */
const AHEAD = 2;

/**
 * Assesses in a thread for each processor, each with a connection of its own on which it only reads. They see what was
 * written before the transaction, and nothing that it has written itself.
 */
export async function assessingInThreads(
  tx: EntityManager,
  job: Omit<ThreadJob, 'snapshot'>,
): Promise<Assessing> {
  const [{ snapshot }] = await tx.query<[{ snapshot: string }]>('select pg_export_snapshot() as snapshot');
  return async function* inThreads(batches) {
    const threads = Array.from({ length: Math.min(availableParallelism(), batches.length) }, () =>
      startThread({ ...job, snapshot }),
    );
    const asked = function* () {
      for (const [at, batch] of batches.entries()) yield threads[at % threads.length]!.assess(batch);
    };
    const asking = asked();
    const underWay: Promise<ToSave>[] = [];
    const askNext = (): void => {
      const { value, done } = asking.next();
      if (!done) underWay.push(value);
    };
    try {
      for (let at = 0; at < AHEAD * threads.length; at += 1) askNext();
      for (let made = underWay.shift(); made; made = underWay.shift()) {
        const saved = await made;
        askNext();
        yield saved;
      }
    } finally {
      await Promise.all(threads.map((thread) => thread.stop()));
    }
  };
}

interface Thread {
  assess(batch: readonly string[]): Promise<ToSave>;
  stop(): Promise<unknown>;
}

/** It answers in the order that it was asked in. */
function startThread(job: ThreadJob): Thread {
  const worker = new Worker(require.resolve('./assess-worker'), {
    workerData: job,
    execArgv: threadPreloads(),
  });
  const waiting: { readonly answer: (made: ToSave) => void; readonly fail: (error: Error) => void }[] = [];
  let ended: Error | undefined;
  const end = (error: Error): void => {
    ended ??= error;
    for (const { fail } of waiting.splice(0)) fail(ended);
  };
  worker.on('message', (made: ToSave) => waiting.shift()!.answer(made));
  worker.on('error', end);
  worker.on('exit', () => end(new Error('A thread that assesses courses has ended')));
  return {
    assess(batch) {
      const made = new Promise<ToSave>((answer, fail) => {
        if (ended) return fail(ended);
        waiting.push({ answer, fail });
        worker.postMessage(batch, []);
      });
      // Another one may be waited for when the thread ends.
      made.catch(() => undefined);
      return made;
    },
    stop: () => worker.terminate(),
  };
}
