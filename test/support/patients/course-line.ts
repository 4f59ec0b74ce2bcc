import { addDays } from '../../../src/clinical/calendar';
import type { SessionResponse, TreatedSession } from '../../../src/clinical/treated-session';
import type { Dose, ToxinProduct } from '../../../src/clinical/units';
import { toxinUnits } from '../../../src/clinical/units';

/**
 * A course in one line, for tables of cases: one word a session, 12 weeks apart from 2024-01-01 on.
 *
 * `60/12` 60 % improvement for 12 weeks; `60/12+` still effective when treated again; `60` or `/12` only one of them;
 * `-` nothing known. Then, in any order: `@80` 80 units instead of 100; `:abo` that product; `!injector`, `!muscles` changed
 * from here on.
 */
export function courseOf(line: string): TreatedSession[] {
  let performedOn = addDays('2024-01-01', 0);
  let [injector, pattern] = [1, 1];
  return line
    .trim()
    .split(/\s+/)
    .map((word, index) => {
      if (index > 0) performedOn = addDays(performedOn, 84);
      if (word.includes('!injector')) injector += 1;
      if (word.includes('!muscles')) pattern += 1;
      const product = (/:(\w+)/.exec(word)?.[1] ?? 'ona') as ToxinProduct;
      const units = toxinUnits(product, Number(/@(\d+)/.exec(word)?.[1] ?? 100));
      const [, size, weeks, plus] = /^(-?\d+)?(?:\/(\d+)(\+)?)?/.exec(word)!;
      const lastedUntil = weeks === undefined ? undefined : addDays(performedOn, 7 * Number(weeks));
      const response: SessionResponse = {
        improvementPct: size === undefined ? undefined : Number(size),
        woreOffOn: plus ? undefined : lastedUntil,
        stillEffectiveOn: plus ? lastedUntil : undefined,
      };
      return {
        sessionId: `s${index + 1}`,
        performedOn,
        dose: { product, units } as Dose,
        injectorId: `I${injector}`,
        muscles: ['splenius_capitis', `pattern_${pattern}`],
        response,
      };
    });
}
