import { createHmac } from 'node:crypto';
import { pseudonymizer } from './pseudonym';

const KEY = Buffer.from('a key of this clinic, 32 bytes ..');
const ID = '0b9f7c1e-5c1f-4e6a-9a57-3f1d2f0f6a11';

describe('pseudonymizer', () => {
  const pseudonymize = pseudonymizer(KEY);

  it('gives 16 letters and digits that no spreadsheet takes for a number', () => {
    for (let i = 0; i < 500; i += 1) {
      const made = pseudonymize('patient', `${i}`);
      expect(made).toMatch(/^[a-z2-7]{16}$/);
      expect(Number(made)).toBeNaN();
    }
  });

  it('is the same for the same id, also in the next export', () => {
    expect(pseudonymize('patient', ID)).toBe(pseudonymize('patient', ID));
    expect(pseudonymizer(Buffer.from(KEY))('patient', ID)).toBe(pseudonymize('patient', ID));
  });

  it('is the beginning of the HMAC-SHA256 of kind and id in base32', () => {
    const digest = createHmac('sha256', KEY).update(`session:${ID}`).digest();
    const bits = [...digest.subarray(0, 10)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
    const expected = bits
      .match(/.{5}/g)!
      .map((five) => 'abcdefghijklmnopqrstuvwxyz234567'[parseInt(five, 2)]);
    expect(pseudonymize('session', ID)).toBe(expected.join(''));
  });

  it.each`
    why                                | other
    ${'another id'}                    | ${() => pseudonymize('patient', ID.replace('0b', '0c'))}
    ${'another kind with the same id'} | ${() => pseudonymize('session', ID)}
    ${'another clinic'}                | ${() => pseudonymizer(Buffer.alloc(32))('patient', ID)}
  `('$why gives another pseudonym', ({ other }: { other: () => string }) => {
    expect(other()).not.toBe(pseudonymize('patient', ID));
  });

  it('stays the same over more ids than it remembers', () => {
    const first = pseudonymize('course', 'first');
    const all = new Set<string>();
    for (let i = 0; i < 30_000; i += 1) all.add(pseudonymize('course', `${i}`));
    expect(all.size).toBe(30_000);
    expect(pseudonymize('course', 'first')).toBe(first);
  });
});
