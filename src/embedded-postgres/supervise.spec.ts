import type { Server } from './server';
import { StartError } from './start-error';
import { supervise } from './supervise';

/** A number that no process has: what is sent to it is lost. */
const NO_PROCESS = 0x3fffff;

describe('a supervised server', () => {
  let log: string[];
  let lost: string[];
  let inCharge: number[];

  beforeEach(() => {
    jest.useFakeTimers();
    [log, lost, inCharge] = [[], [], []];
  });

  afterEach(() => jest.useRealTimers());

  function watch(first: FakeServer, relaunch: () => Promise<Server>): () => Promise<void> {
    return supervise(first, {
      relaunch,
      onServer: ({ id }) => inCharge.push(id.pid - NO_PROCESS),
      onLost: ({ message }) => lost.push(message),
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
    expect(lost).toEqual([]);
  });

  it('is given up after five attempts in eight seconds', async () => {
    const first = server(1);
    const relaunch = jest.fn(() =>
      Promise.reject(new StartError('The database server does not start: disk full')),
    );
    const stop = watch(first, relaunch);
    first.end();
    await jest.advanceTimersByTimeAsync(7_499);
    expect([relaunch.mock.calls.length, lost]).toEqual([4, []]);
    await jest.advanceTimersByTimeAsync(1);
    expect([relaunch.mock.calls.length, lost]).toEqual([
      5,
      ['The database server does not start: disk full'],
    ]);
    await stop();
  });

  it.each`
    upForMs   | startedAgain | why
    ${1_000}  | ${5}         | ${'it keeps ending soon after it started'}
    ${60_000} | ${5}         | ${'a minute is not yet stable'}
    ${60_001} | ${8}         | ${'it was stable in between, each time'}
  `('is started again $startedAgain times of 8 when $why', async ({ upForMs, startedAgain }) => {
    let current = server(1);
    const stop = watch(current, () => Promise.resolve((current = server(2))));
    for (let ends = 0; ends < 8; ends += 1) {
      await jest.advanceTimersByTimeAsync(Number(upForMs));
      current.end();
      await jest.advanceTimersByTimeAsync(0);
      while (jest.getTimerCount() > 0) await jest.advanceTimersToNextTimerAsync();
    }
    expect(inCharge).toHaveLength(1 + Number(startedAgain));
    expect(lost).toEqual(
      startedAgain === 8 ? [] : ['The database server keeps ending; it is not started again.'],
    );
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
