import { addDays } from '../../../src/clinical/calendar';
import type { TreatedSession } from '../../../src/clinical/treated-session';
import type { ToxinProduct } from '../../../src/clinical/units';
import { doseOf } from '../../../src/clinical/units';

/**
 * A course of which one scale is all that is known: one word a session, `45-30` from the start of the cycle to the peak,
 * `-30` without a start; 12 weeks apart from 2024-01-01 on. `untreated` is noted at the first session.
 */
export function scaleCourse(
  scale: string,
  line: string,
  { product = 'ona', untreated }: { readonly product?: ToxinProduct; readonly untreated?: number } = {},
): TreatedSession[] {
  return line
    .trim()
    .split(/\s+/)
    .map((word, index) => {
      const performedOn = addDays('2024-01-01', 84 * index);
      const [start, peak] = word.split('-') as [string, string];
      const measured = (phase: 'untreated' | 'cycle-start' | 'peak', value: string | number) => ({
        scale,
        phase,
        value: value === '1+' ? value : Number(value),
      });
      const measurements = [
        ...(untreated !== undefined && index === 0 ? [measured('untreated', untreated)] : []),
        ...(start ? [measured('cycle-start', start)] : []),
        measured('peak', peak),
      ];
      return {
        sessionId: `s${index + 1}`,
        performedOn,
        dose: doseOf(product, product === 'rima' ? 5000 : 100),
        response: { measurements },
      };
    });
}
