import '../../platform/database/client/value-parsers';
import { constants, setPriority } from 'node:os';
import { Writable } from 'node:stream';
import { parentPort, type MessagePort } from 'node:worker_threads';
import { Client } from 'pg';
import { connectionTo } from '../../platform/database/connection/connection-settings';
import { pseudonymizer } from '../deidentify/pseudonym';
import { ENCODERS } from '../files/encoders';
import { REPORTS } from '../report-list';
import type { ExportJob, Said } from './export-thread';
import { streamReport } from './stream-report';

/*
 * The thread that makes exports, so that the service's own stays free for the clinic's work. Each export has a connection
 * of its own, and a port on which it sends a piece whenever it is asked for one.
 */

// The clinic's work goes first. On Linux this is the thread alone; elsewhere it would be the whole service.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

parentPort!.on('message', ({ job, port }: { job: ExportJob; port: MessagePort }) => void make(job, port));

async function make(job: ExportJob, port: MessagePort): Promise<void> {
  const say = (said: Said): void => port.postMessage(said);
  const client = new Client(connectionTo(job.url));
  client.on('error', () => undefined);
  try {
    const out = piecesTo(port, say);
    await client.connect();
    const { parameters, asOf, due } = job;
    await streamReport(
      client,
      {
        report: REPORTS.find(({ name }) => name === job.report)!,
        parameters,
        context: { pseudonymize: pseudonymizer(Buffer.from(job.pseudonymKey)), asOf, due },
        encoder: ENCODERS[job.format],
      },
      out,
    );
    say({ end: true });
  } catch (error) {
    const { name, message, code } = error as { name: string; message: string; code?: string };
    say({ failed: { name, message, code } });
  } finally {
    void client.end().catch(() => undefined);
  }
}

/** Sends what is written to it, a piece for each time that the other side asks. */
function piecesTo(port: MessagePort, say: (said: Said) => void): Writable {
  let asked = 0;
  let waiting: (() => void) | undefined;
  const out = new Writable({
    write(piece: Buffer, _, done) {
      const send = (): void => {
        asked -= 1;
        waiting = undefined;
        say({ piece });
        done();
      };
      if (asked > 0) send();
      else waiting = send;
    },
  });
  port.on('message', () => {
    asked += 1;
    waiting?.();
  });
  port.on('close', () => out.destroy(new Error('Nobody reads the export any more')));
  return out;
}
