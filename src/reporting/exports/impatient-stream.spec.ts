import { begun, impatientStream } from './impatient-stream';

const STALL_MS = 40;

describe('impatientStream', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] }));
  afterEach(() => jest.useRealTimers());

  it('gives up when nobody reads on', async () => {
    const stream = impatientStream(STALL_MS);
    stream.write('first');
    await passed(STALL_MS - 1);
    expect(stream.errored).toBeNull();
    await passed(1);
    expect(stream.errored).toMatchObject({ message: 'The client stopped reading' });
  });

  it('waits as long as somebody reads, and for its first row', async () => {
    const stream = impatientStream(STALL_MS);
    await passed(2 * STALL_MS);
    const read: string[] = [];
    stream.on('data', (chunk) => read.push(String(chunk)));
    for (const text of ['a', 'b', 'c', 'd']) {
      stream.write(text);
      await passed(STALL_MS - 1);
    }
    expect(stream.errored).toBeNull();
    expect(read).toEqual(['a', 'b', 'c', 'd']);
    stream.destroy();
  });
});

describe('begun', () => {
  it('is when there is something to send', async () => {
    const stream = impatientStream(1000);
    const beginning = begun(stream);
    stream.write('first');
    await beginning;
    expect(String(stream.read())).toBe('first');
    stream.destroy();
  });

  it('throws what kept it from beginning', async () => {
    const stream = impatientStream(1000);
    const beginning = begun(stream);
    stream.destroy(new Error('no database'));
    await expect(beginning).rejects.toThrow('no database');
    await expect(begun(stream)).rejects.toThrow('no database');
  });
});

/** Lets a time pass on the clock, and all run that could go on before and after. */
async function passed(ms: number): Promise<void> {
  await settled();
  await jest.advanceTimersByTimeAsync(ms);
  await settled();
}

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
