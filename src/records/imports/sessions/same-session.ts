import type { ToxinProduct } from '../../../clinical/units';
import type { ReadInjection } from './session-row';
import type { ReadSession } from './session-of-rows';

export interface StandingSession {
  readonly product: ToxinProduct;
  readonly injectorId: string;
  readonly note: string | null;
  readonly injections: readonly ReadInjection[];
}

/** Which fields of a session in a file say something else than one on record of its day; what the file leaves out says nothing. */
export function differencesOf(
  { content, note, injector }: Pick<ReadSession, 'content' | 'note' | 'injector'>,
  injectorId: string,
  standing: StandingSession,
): string[] {
  return [
    ...(content.product === standing.product ? [] : ['product']),
    ...injectionDifferences(content.injections, standing.injections),
    ...(injector === undefined || injectorId === standing.injectorId ? [] : ['injector']),
    ...(note === null || note === standing.note ? [] : ['note']),
  ];
}

const GIVEN_OF_A_MUSCLE = ['sites', 'volumeMl', 'guidance'] as const;

function injectionDifferences(
  injections: readonly ReadInjection[],
  standing: readonly ReadInjection[],
): string[] {
  const byPlace = new Map(standing.map((injection) => [placeOf(injection), injection]));
  if (byPlace.size !== injections.length || injections.some((injection) => !byPlace.has(placeOf(injection))))
    return ['muscle'];
  const pairs = injections.map((injection) => [injection, byPlace.get(placeOf(injection))!] as const);
  return [
    ...(pairs.every(([a, b]) => a.units === b.units) ? [] : ['units']),
    ...GIVEN_OF_A_MUSCLE.filter((field) => pairs.some(([a, b]) => a[field] != null && a[field] !== b[field])),
  ];
}

function placeOf({ muscle, side }: ReadInjection): string {
  return `${muscle} ${side}`;
}
