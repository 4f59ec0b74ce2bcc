import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { StartError } from '../embedded-postgres/start-error';
import { CONFIG, type Config } from '../platform/config';
import { MessageTaker } from './taking/message-taker';
import { framed, MllpFrames, MOST_BYTES, type Frame } from './wire/mllp-frames';

/** Our choice: whoever has begun a message ends it in so long, or is cut off. */
const HALF_SENT_MS = 30_000;
/** Our choice: a hospital keeps one or two open. */
const MOST_CONNECTIONS = 50;

/** Listens for messages where `MLLP_PORT` asks for it: one at a time on each connection, in their order. */
@Injectable()
export class MllpListener implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('HL7');
  private readonly open = new Set<Connection>();
  private server: Server | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'mllpPort' | 'mllpHost'>,
    private readonly taker: MessageTaker,
  ) {}

  /** Where it listens; undefined: it does not. */
  get port(): number | undefined {
    return (this.server?.address() as AddressInfo | null | undefined)?.port;
  }

  async onApplicationBootstrap(): Promise<void> {
    const { mllpPort: port, mllpHost: host } = this.config;
    if (port === undefined) return;
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      const connection = new Connection(socket, this.taker);
      this.open.add(connection);
      void connection
        .serve()
        .catch((error: unknown) => this.log.warn(`A connection ended: ${String(error)}`))
        .finally(() => this.open.delete(connection));
    });
    server.maxConnections = MOST_CONNECTIONS;
    try {
      server.listen(port, host);
      await once(server, 'listening');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new StartError(`MLLP_PORT=${port} cannot be listened to on ${host} (${code}): set it to another`);
    }
    this.server = server;
  }

  /** What is being taken is answered; nothing more is taken. */
  async beforeApplicationShutdown(): Promise<void> {
    const { server } = this;
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    for (const connection of this.open) connection.end();
    await closed;
  }
}

class Connection {
  private readonly frames = new MllpFrames();
  private halfSent: NodeJS.Timeout | undefined;
  private taking = false;
  private ending = false;

  constructor(
    private readonly socket: Socket,
    private readonly taker: MessageTaker,
  ) {
    // A line that was cut without a word is noticed.
    socket.setKeepAlive(true, 60_000);
    // Told by the reading of it as well.
    socket.on('error', () => undefined);
  }

  async serve(): Promise<void> {
    try {
      for await (const chunk of this.socket) {
        for (const frame of this.frames.push(chunk as Buffer)) {
          if (this.ending) return;
          await this.answer(frame);
        }
        if (this.ending) return;
        this.watchHalfSent();
      }
    } catch (error) {
      if (!isGone(error)) throw error;
    } finally {
      clearTimeout(this.halfSent);
      this.socket.destroySoon();
    }
  }

  /** Ends when what is being taken is answered. */
  end(): void {
    this.ending = true;
    if (!this.taking) this.socket.destroy();
  }

  private async answer(frame: Frame): Promise<void> {
    this.taking = true;
    const text =
      frame.kind === 'message' ? await this.taker.take(frame.bytes) : this.taker.refuseTooLarge(MOST_BYTES);
    this.socket.write(framed(Buffer.from(text)));
    this.taking = false;
  }

  /** A message has so long from its first byte, however slowly it comes. */
  private watchHalfSent(): void {
    if (!this.frames.half) {
      clearTimeout(this.halfSent);
      this.halfSent = undefined;
    } else this.halfSent ??= setTimeout(() => this.socket.destroy(), HALF_SENT_MS);
  }
}

/** Whoever goes in the middle of a message has told nothing. */
function isGone(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ECONNRESET' || code === 'EPIPE' || code === 'ERR_STREAM_PREMATURE_CLOSE';
}
