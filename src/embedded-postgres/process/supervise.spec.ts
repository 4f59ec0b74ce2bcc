import type { Server } from '../server';
import { StartError } from '../start-error';
import { supervise } from './supervise';

/** A number that no process has: what is sent to it is lost. */
const NO_PROCESS = 0x3fffff;

describe('a supervised server', () => {
  let log: string[];
  let inCharge: number[];

  beforeEach(() => {
    jest.useFakeTimers();
    [log, inCharge] = [[], []];
  });

  afterEach(() => jest.useRealTimers());

  function watch(first: FakeServer, relaunch: () => Promise<Server>): () => Promise<void> {
    return supervise(first, {
      relaunch,
      onServer: ({ id }) => inCharge.push(id.pid - NO_PROCESS),
      log: (message) => log.push(message),
    });
  }

  it('is started again when it ends, and not any more once it is asked to stop', async () => {
    const [first, second] = [server(1), server(2)];
    const relaunch = jest.fn(() => Promise.resolve(second));
    const stop = watch(first, relaunch);
    first.end();
    await jest.advanceTimersByTimeAsync(1);
    expect(inCharge).toEqual([1, 2]);
    expect(log).toEqual([
      `The database server (process ${first.id.pid}) ended unexpectedly; starting it again on port 15432.`,
    ]);

    second.end();
    await stop();
    expect(relaunch).toHaveBeenCalledTimes(1);
  });

  it('is tried again every four seconds in the end, and the reason is said when it changes', async () => {
    const [first, second] = [server(1), server(2)];
    let outcome = (): Promise<Server> => Promise.reject(new StartError('No space left on device.'));
    const relaunch = jest.fn(() => outcome());
    const stop = watch(first, relaunch);
    first.end();
    await jest.advanceTimersByTimeAsync(7_499);
    expect(relaunch).toHaveBeenCalledTimes(4);
    await jest.advanceTimersByTimeAsync(1);
    expect(relaunch).toHaveBeenCalledTimes(5);
    await jest.advanceTimersByTimeAsync(40_000);
    expect(relaunch).toHaveBeenCalledTimes(15);
    outcome = () => Promise.reject(new StartError('The folder is gone.'));
    await jest.advanceTimersByTimeAsync(8_000);
    expect(log.slice(1)).toEqual([
      'No space left on device. It is tried again until it does.',
      'The folder is gone. It is tried again until it does.',
    ]);

    outcome = () => Promise.resolve(second);
    await jest.advanceTimersByTimeAsync(4_000);
    expect(inCharge).toEqual([1, 2]);
    second.end();
    await stop();
  });

  it.each`
    upForMs   | pausesMs                                       | why
    ${1_000}  | ${[0, 500, 1_000, 2_000, 4_000, 4_000, 4_000]} | ${'it keeps ending soon after it started'}
    ${60_000} | ${[0, 500, 1_000, 2_000, 4_000, 4_000, 4_000]} | ${'a minute is not yet stable'}
    ${60_001} | ${[0, 0, 0, 0, 0, 0, 0]}                       | ${'it was stable in between, each time'}
  `('is started again each time, after $pausesMs ms, when $why', async ({ upForMs, pausesMs }) => {
    let current = server(1);
    let endedAt = 0;
    const pauses: number[] = [];
    const stop = watch(current, () => {
      pauses.push(Date.now() - endedAt);
      return Promise.resolve((current = server(2)));
    });
    for (let ends = 0; ends < 7; ends += 1) {
      await jest.advanceTimersByTimeAsync(Number(upForMs));
      endedAt = Date.now();
      current.end();
      await jest.advanceTimersByTimeAsync(0);
      while (jest.getTimerCount() > 0) await jest.advanceTimersToNextTimerAsync();
    }
    expect(pauses).toEqual(pausesMs);
    expect(inCharge).toHaveLength(8);
    const stopped = stop();
    current.end();
    await stopped;
  });
});

interface FakeServer extends Server {
  end(): void;
}

function server(number: number): FakeServer {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { id: { pid: NO_PROCESS + number, startedAt: null }, port: 15432, ended, end };
}
