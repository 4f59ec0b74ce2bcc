import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Readable } from 'node:stream';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { PlainDate } from '../../clinical/calendar';
import type { DueSettings } from '../../clinical/due/due-settings';
import { threadPreloads } from '../../platform/threads/thread-preloads';
import type { Format } from '../files/encoder';

/** What the thread needs to know to make a file. */
export interface ExportJob {
  readonly url: string;
  readonly report: string;
  readonly format: Format;
  readonly parameters: readonly unknown[];
  readonly pseudonymKey: Uint8Array;
  readonly asOf: PlainDate;
  readonly due: DueSettings;
}

/** What the thread says. */
export type Said =
  | { readonly piece: Uint8Array }
  | { readonly end: true }
  | { readonly failed: { readonly name: string; readonly message: string; readonly code?: string } };

/** Makes exports beside the service's own thread, which would answer nobody else while it writes rows. */
@Injectable()
export class ExportThread implements OnApplicationShutdown {
  private readonly log = new Logger('Exports');
  private worker: Worker | undefined;

  /** The file, piece by piece as it is read. Breaks off where it cannot be made to its end. */
  make(job: ExportJob): Readable {
    const { port1: port, port2 } = new MessageChannel();
    const body = new Readable({
      read: () => port.postMessage('more'),
      destroy(error, done) {
        port.close();
        done(error);
      },
    });
    port.on('message', (said: Said) => {
      if ('piece' in said) body.push(said.piece);
      else if ('end' in said) body.push(null);
      else body.destroy(Object.assign(new Error(said.failed.message), said.failed));
    });
    port.on('close', () => body.destroy(body.readableEnded ? undefined : new Error('The export broke off')));
    this.running().postMessage({ job, port: port2 }, [port2]);
    return body;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.worker?.terminate();
  }

  /** Started by the first export, and again after it has died, which breaks off what it was making. */
  private running(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(require.resolve('./export-worker'), { execArgv: threadPreloads() });
    worker.unref();
    worker.on('error', (error) => this.log.error(error));
    worker.on('exit', () => {
      if (this.worker === worker) this.worker = undefined;
    });
    return (this.worker = worker);
  }
}
