import { FAILURES, LoginThrottle, type Attempt } from './login-throttle';

const fails = async (): Promise<undefined> => undefined;
const succeeds = async (): Promise<string> => 'signed in';

afterEach(() => jest.useRealTimers());

async function failTimes(
  throttle: LoginThrottle,
  times: number,
  account = 'ana',
  address = '10.0.0.1',
): Promise<void> {
  for (let i = 0; i < times; i += 1) await throttle.attempt({ account, address }, fails);
}

it.each`
  failures             | answer  | why
  ${FAILURES.pair - 1} | ${'in'} | ${'one short of the limit'}
  ${FAILURES.pair}     | ${429}  | ${'at the limit, even with the right password'}
`(
  'after $failures failures of an account from one address: $answer ($why)',
  async ({ failures, answer }: { failures: number; answer: unknown }) => {
    const throttle = new LoginThrottle();
    await failTimes(throttle, failures);
    const next = throttle.attempt({ account: 'ana', address: '10.0.0.1' }, succeeds);
    if (answer === 429) await expect(next).rejects.toMatchObject({ status: 429 });
    else await expect(next).resolves.toBe('signed in');
  },
);

it('says how long to wait, and lets in after it', async () => {
  jest.useFakeTimers();
  const throttle = new LoginThrottle();
  await failTimes(throttle, FAILURES.pair);
  await expect(throttle.attempt({ account: 'ana', address: '10.0.0.1' }, succeeds)).rejects.toMatchObject({
    detail: 'Too many failed attempts to sign in. Try again in 15 minutes.',
    more: { retryAfterSeconds: 900 },
  });
  jest.advanceTimersByTime(899_000);
  await expect(throttle.attempt({ account: 'ana', address: '10.0.0.1' }, succeeds)).rejects.toMatchObject({
    more: { retryAfterSeconds: 1 },
  });
  jest.advanceTimersByTime(1_001);
  await expect(throttle.attempt({ account: 'ana', address: '10.0.0.1' }, succeeds)).resolves.toBe(
    'signed in',
  );
});

it('does not do the work of a refused attempt', async () => {
  const throttle = new LoginThrottle();
  await failTimes(throttle, FAILURES.pair);
  const work = jest.fn(succeeds);
  await expect(throttle.attempt({ account: 'ana', address: '10.0.0.1' }, work)).rejects.toMatchObject({
    status: 429,
  });
  expect(work).not.toHaveBeenCalled();
});

it('leaves other accounts and other addresses alone', async () => {
  const throttle = new LoginThrottle();
  await failTimes(throttle, FAILURES.pair);
  await expect(throttle.attempt({ account: 'ben', address: '10.0.0.1' }, succeeds)).resolves.toBe(
    'signed in',
  );
  await expect(throttle.attempt({ account: 'ana', address: '10.0.0.2' }, succeeds)).resolves.toBe(
    'signed in',
  );
});

it('stops guesses at one account from many addresses', async () => {
  const throttle = new LoginThrottle();
  for (let i = 0; i < FAILURES.account; i += 1) await failTimes(throttle, 1, 'ana', `10.0.1.${i}`);
  await expect(throttle.attempt({ account: 'ana', address: '10.0.0.9' }, succeeds)).rejects.toMatchObject({
    status: 429,
  });
});

it.each`
  from                                              | answer         | why
  ${{ address: '10.0.9.9' }}                        | ${429}         | ${'from a new place nobody gets in'}
  ${{ address: '10.0.9.9', isKnownAddress: true }}  | ${'signed in'} | ${'from an address where the account signed in lately'}
  ${{ address: '10.0.9.9', knownAs: 'the tablet' }} | ${'signed in'} | ${'on a device that is known'}
  ${{ address: '10.0.1.0', isKnownAddress: true }}  | ${'signed in'} | ${'from such an address where somebody guessed wrong, too'}
`(
  'guesses from everywhere lock the account, but not for whom it is known: $why',
  async ({ from, answer }: { from: Omit<Attempt, 'account'>; answer: unknown }) => {
    const throttle = new LoginThrottle();
    for (let i = 0; i < FAILURES.account; i += 1) await failTimes(throttle, 1, 'ana', `10.0.1.${i}`);
    const next = throttle.attempt({ account: 'ana', ...from }, succeeds);
    if (answer === 429) await expect(next).rejects.toMatchObject({ status: 429 });
    else await expect(next).resolves.toBe(answer);
  },
);

it('a known device gets in from an address where everybody else is stopped', async () => {
  const throttle = new LoginThrottle();
  for (let i = 0; i < FAILURES.address; i += 1) await failTimes(throttle, 1, `user${i}`);
  const address = '10.0.0.1';
  await expect(
    throttle.attempt({ account: 'ana', address, isKnownAddress: true }, succeeds),
  ).rejects.toMatchObject({ status: 429 });
  await expect(throttle.attempt({ account: 'ana', address, knownAs: 'the tablet' }, succeeds)).resolves.toBe(
    'signed in',
  );
});

it('a known device is stopped too, once it guesses, and by itself', async () => {
  const throttle = new LoginThrottle();
  const from = { account: 'ana', address: '10.0.0.1' };
  for (let i = 0; i < FAILURES.pair; i += 1) await throttle.attempt({ ...from, knownAs: 'a' }, fails);
  await expect(throttle.attempt({ ...from, knownAs: 'a' }, succeeds)).rejects.toMatchObject({ status: 429 });
  await expect(throttle.attempt({ ...from, knownAs: 'b' }, succeeds)).resolves.toBe('signed in');
  await expect(throttle.attempt(from, succeeds)).resolves.toBe('signed in');
});

it('stops guesses at many accounts from one address', async () => {
  const throttle = new LoginThrottle();
  for (let i = 0; i < FAILURES.address; i += 1) await failTimes(throttle, 1, `user${i}`);
  await expect(throttle.attempt({ account: 'ana', address: '10.0.0.1' }, succeeds)).rejects.toMatchObject({
    status: 429,
  });
  await expect(throttle.attempt({ account: 'ana', address: '10.0.0.2' }, succeeds)).resolves.toBe(
    'signed in',
  );
});

it('forgets the failures of an account and address once it signs in, and counts no success', async () => {
  const throttle = new LoginThrottle();
  for (let round = 0; round < 4; round += 1) {
    await failTimes(throttle, FAILURES.pair - 1);
    await throttle.attempt({ account: 'ana', address: '10.0.0.1' }, succeeds);
  }
  for (let i = 0; i < 2 * FAILURES.address; i += 1)
    await throttle.attempt({ account: 'ben', address: '10.0.0.1' }, succeeds);
  await expect(throttle.attempt({ account: 'ana', address: '10.0.0.1' }, succeeds)).resolves.toBe(
    'signed in',
  );
});

it('a hundred guesses at once get no more tries than one after another', async () => {
  const throttle = new LoginThrottle();
  const work = jest.fn(fails);
  const all = await Promise.allSettled(
    Array.from({ length: 100 }, () => throttle.attempt({ account: 'ana', address: '10.0.0.1' }, work)),
  );
  expect(work).toHaveBeenCalledTimes(FAILURES.pair);
  expect(all.filter(({ status }) => status === 'rejected')).toHaveLength(100 - FAILURES.pair);
});

it('twenty who sign in at once with the right password all get in', async () => {
  const throttle = new LoginThrottle();
  const all = await Promise.all(
    Array.from({ length: 20 }, () => throttle.attempt({ account: 'ana', address: '10.0.0.1' }, succeeds)),
  );
  expect(all).toEqual(Array.from({ length: 20 }, () => 'signed in'));
});

it('a failure of ours is nobody’s failure', async () => {
  const throttle = new LoginThrottle();
  const broken = (): Promise<undefined> => Promise.reject(new Error('no database'));
  for (let i = 0; i < 2 * FAILURES.pair; i += 1) {
    await expect(throttle.attempt({ account: 'ana', address: '10.0.0.1' }, broken)).rejects.toThrow(
      'no database',
    );
  }
  await expect(throttle.attempt({ account: 'ana', address: '10.0.0.1' }, succeeds)).resolves.toBe(
    'signed in',
  );
});
