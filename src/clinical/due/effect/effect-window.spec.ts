import * as fc from 'fast-check';
import type { EffectLength } from './effect-length';
import { personalWindow, wearsOffEarly } from './effect-window';
import { ruleValues } from '../../rules';
import { EFFECT_WINDOW_ROWS } from './effect-window-rules';

const NORM = 95;
const RULES = ruleValues();

/** `90` wore off after 90 days, `105+` still effective after 105, `?` unknown. */
function lengths(text: string): EffectLength[] {
  return text
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '?') return { kind: 'unknown', days: 0, usable: false };
      return { kind: part.endsWith('+') ? 'at-least' : 'wore-off', days: parseInt(part, 10), usable: true };
    });
}

describe('the window of a patient whose indication usually lasts 95 days', () => {
  it.each`
    history                  | wearOffDays | dueDays | known    | why
    ${''}                    | ${95}       | ${89}   | ${false} | ${'nothing known: the norm'}
    ${'?'}                   | ${95}       | ${89}   | ${false} | ${'nothing usable: the norm'}
    ${'70'}                  | ${82}       | ${77}   | ${false} | ${'one length: half-way, not yet decisive'}
    ${'70 ?'}                | ${82}       | ${77}   | ${false} | ${'an unknown one adds nothing'}
    ${'? 110 ? 110'}         | ${104}      | ${99}   | ${true}  | ${'two usable lengths decide'}
    ${'110 110 110 110 110'} | ${107}      | ${102}  | ${true}  | ${'five alike: almost their own'}
    ${'110+ 110+'}           | ${115}      | ${110}  | ${true}  | ${'still effective counts for more than its days'}
    ${'100 100 100 100 40'}  | ${82}       | ${78}   | ${true}  | ${'one bad session moves it somewhat'}
    ${'100 100 100 60 60'}   | ${61}       | ${58}   | ${true}  | ${'two short ones in a row: the usual has shortened'}
    ${'100 100 60 100 60'}   | ${82}       | ${78}   | ${true}  | ${'two short ones apart: no shortening'}
    ${'100 100 100 60 110+'} | ${94}       | ${90}   | ${true}  | ${'a short one, then still effective'}
    ${'95 0 0'}              | ${7}        | ${7}    | ${true}  | ${'hardly any effect any more'}
  `('$history → wears off on day $wearOffDays: $why', ({ history, wearOffDays, dueDays, known }) => {
    expect(personalWindow(lengths(history as string), NORM, RULES)).toMatchObject({
      wearOffDays,
      dueDays,
      known,
    });
  });

  it('reads the latest eight lengths', () => {
    const eight = '90 91 92 93 94 95 96 97';
    expect(personalWindow(lengths(`200 ${eight}`), NORM, RULES).wearOffDays).toBe(
      personalWindow(lengths(eight), NORM, RULES).wearOffDays,
    );
  });

  it('gives the range in which four of five wear-offs lie, narrower with every session', () => {
    const { earlyWearOffDays, lateWearOffDays } = personalWindow(lengths('95 95'), NORM, RULES);
    expect([earlyWearOffDays, lateWearOffDays]).toEqual([74, 122]);
    const after = personalWindow(lengths('95 95 95 95 95 95'), NORM, RULES);
    expect([after.earlyWearOffDays, after.lateWearOffDays]).toEqual([75, 121]);
  });

  it.each`
    history                  | text
    ${''}                    | ${'how long the effect lasts is not yet known'}
    ${'? 91'}                | ${'effect has lasted 13 weeks over 1 session'}
    ${'98 100 ? 112 101 99'} | ${'effect has lasted 14 to 16 weeks over 5 sessions'}
  `('says "$text"', ({ history, text }) => {
    expect(personalWindow(lengths(history as string), NORM, RULES).text).toBe(text);
  });

  it('stays between sensible days whatever was recorded', () => {
    const length = fc.record({
      kind: fc.constantFrom<EffectLength['kind']>('wore-off', 'at-least', 'unknown'),
      days: fc.integer({ min: 0, max: 4000 }),
      usable: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(length, { maxLength: 20 }), fc.integer({ min: 40, max: 200 }), (history, norm) => {
        const { earlyWearOffDays, dueDays, wearOffDays, lateWearOffDays } = personalWindow(
          history,
          norm,
          RULES,
        );
        expect(earlyWearOffDays).toBeGreaterThanOrEqual(1);
        expect(dueDays).toBeGreaterThanOrEqual(earlyWearOffDays);
        expect(wearOffDays).toBeGreaterThanOrEqual(dueDays);
        expect(lateWearOffDays).toBeGreaterThanOrEqual(wearOffDays);
        expect(lateWearOffDays).toBeLessThan(norm * 10);
      }),
    );
  });

  it('wears off no earlier when a length is longer', () => {
    const history = fc.array(fc.integer({ min: 20, max: 200 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(history, fc.nat(), fc.integer({ min: 1, max: 60 }), (days, pick, more) => {
        const at = pick % days.length;
        const longer = days.map((day, index) => (index === at ? day + more : day));
        const of = (list: number[]) => personalWindow(lengths(list.join(' ')), NORM, RULES).wearOffDays;
        expect(of(longer)).toBeGreaterThanOrEqual(of(days));
      }),
    );
  });
});

describe('a patient whom no interval helps', () => {
  const window = (wearOffDays: number, known = true) => ({
    ...personalWindow([], NORM, RULES),
    wearOffDays,
    known,
  });

  it.each`
    wearOffDays | known    | text
    ${63}       | ${true}  | ${'wears off about week 9, earliest week 12'}
    ${69}       | ${true}  | ${'wears off about week 10, earliest week 12'}
    ${70}       | ${true}  | ${undefined}
    ${71}       | ${true}  | ${undefined}
    ${63}       | ${false} | ${undefined}
  `('wear-off on day $wearOffDays, earliest day 84: $text', ({ wearOffDays, known, text }) => {
    expect(wearsOffEarly(window(wearOffDays as number, known as boolean), 84, RULES)).toBe(text);
  });
});

it('every number carries its meaning and its source', () => {
  for (const row of EFFECT_WINDOW_ROWS) {
    expect(row).toMatchObject({ tag: 'P', source: 'P' });
    expect(row.text).not.toBe('');
  }
});
